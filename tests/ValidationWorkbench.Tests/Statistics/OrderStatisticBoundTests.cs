using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Quantiles of latencies with bounds, against R.</summary>
public sealed class OrderStatisticBoundTests
{
    private static readonly double[] Seconds =
        [0.62, 0.71, 0.55, 1.1, 0.93, 0.8, 1.45, 0.77, 0.69, 2.1, 0.88, 0.74, 1.02, 0.66, 1.31, 0.59, 0.97, 3.4, 0.84, 1.76];

    [Fact]
    public void The_median_of_20_lies_between_the_6th_and_the_15th()
    {
        // R qbinom(c(.05, .95), 20, .5) + c(0, 1); sorted values; quantile(x, .5).
        var bound = OrderStatisticBound.Of(Seconds, 0.5, 0.95);
        Assert.Equal(new OrderStatisticBound(EstimateStatus.Ok, 20, 0.86, 6, 0.71, 15, 1.1), bound with { Estimate = Math.Round(bound.Estimate!.Value, 12) });
    }

    [Fact]
    public void Twenty_calls_do_not_bound_the_99th_percentile()
    {
        var bound = OrderStatisticBound.Of(Seconds, 0.99, 0.95);
        Assert.Equal((EstimateStatus.NoUpperBound, (int?)null, (double?)null), (bound.Status, bound.UpperRank, bound.Upper));
        Assert.Equal(3.153, bound.Estimate!.Value, 1e-12); // R quantile(x, .99)
    }

    // R qbinom(.95, n, .99) + 1, nothing if above n.
    [Theory]
    [InlineData(298, null)]
    [InlineData(299, 299)]
    [InlineData(300, 300)]
    [InlineData(473, 472)]
    [InlineData(628, 626)]
    [InlineData(1000, 996)]
    public void Ranks_of_the_99th_percentile_are_those_of_r(int n, int? rank) => Assert.Equal(rank, OrderStatisticBound.UpperRankOf(n, 0.99, 0.95));

    [Theory]
    [InlineData(0.5, 5)]
    [InlineData(0.9, 29)]
    [InlineData(0.95, 59)]
    [InlineData(0.99, 299)]
    [InlineData(0.999, 2995)]
    public void So_many_calls_have_an_upper_bound_and_one_fewer_have_none(double p, int n)
    {
        Assert.Equal(n, OrderStatisticBound.SmallestN(p, 0.95));
        Assert.Equal(n, OrderStatisticBound.UpperRankOf(n, p, 0.95));
        Assert.Null(OrderStatisticBound.UpperRankOf(n - 1, p, 0.95));
    }

    [Fact]
    public void The_upper_bound_is_below_a_limit_exactly_where_enough_calls_are()
    {
        var random = new SplitMix64(3);
        for (var i = 0; i < 300; i++)
        {
            var values = Enumerable.Range(0, 1 + random.NextIndex(400)).Select(_ => random.NextIndex(1_000_000) / 100_000.0).ToList();
            var p = new[] { 0.5, 0.9, 0.95, 0.99 }[random.NextIndex(4)];
            const double limit = 9.7;
            var enough = BinomialBound.Lower(values.Count(value => value < limit), values.Count, 0.95) >= p;
            Assert.Equal(enough, OrderStatisticBound.Of(values, p, 0.95).Upper < limit);
        }
    }

    [Fact]
    public void Calls_that_timed_out_are_the_slowest()
    {
        var known = Enumerable.Range(1, 300).Select(i => (double)i).ToList();
        Assert.Equal(300, OrderStatisticBound.Of(known, 0.99, 0.95).Upper);
        Assert.Equal(EstimateStatus.NoUpperBound, OrderStatisticBound.Of(known, 0.99, 0.95, 1).Status);
        Assert.Null(OrderStatisticBound.Of(known, 1, 0.95, 1).Estimate);
        Assert.Equal(150.5 + 0.5, OrderStatisticBound.Of(known, 0.5, 0.95, 1).Estimate!.Value, 1e-12);
    }

    [Fact]
    public void Nothing_measured_is_undefined() => Assert.Equal(new OrderStatisticBound(EstimateStatus.Undefined, 0, null, null, null, null, null), OrderStatisticBound.Of([], 0.5, 0.95));

    [Theory]
    [InlineData(-0.1, 0.95)]
    [InlineData(1.1, 0.95)]
    [InlineData(0.5, 1)]
    public void Impossible_settings_are_refused(double p, double confidence) => Assert.Throws<ArgumentOutOfRangeException>(() => OrderStatisticBound.Of([1, 2], p, confidence));
}
