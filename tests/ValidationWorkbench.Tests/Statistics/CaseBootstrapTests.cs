using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class CaseBootstrapTests
{
    private static readonly double[] Skewed = [0.99, 0.98, 0.97, 1, 0.96, 0.99, 1, 0.2, 0.95, 0.98, 0.9, 0.97];

    [Fact]
    public void The_same_seed_draws_the_same_cases_and_another_one_others()
    {
        var interval = CaseBootstrap.Bca(Skewed, 0.9, 7);

        Assert.Equal(interval, CaseBootstrap.Bca(Skewed, 0.9, 7));
        Assert.NotEqual(interval, CaseBootstrap.Bca(Skewed, 0.9, 8));
    }

    [Fact]
    public void Draws_are_made_row_by_row()
    {
        var source = new SplitMix64(5);
        double[] values = [1, 2, 4];
        double[] means = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 3).Select(_ => values[source.NextIndex(3)]).ToArray().Average()).Order()];

        // B = 3 and confidence 1/2: h = 4 x 1/4 and 4 x 3/4, the smallest and the largest of the three
        var interval = CaseBootstrap.Percentile(values, 0.5, 5, 3);

        Assert.Equal(means[0], interval.Lower!.Value, 1e-12);
        Assert.Equal(means[2], interval.Upper!.Value, 1e-12);
    }

    [Fact]
    public void Limits_enclose_the_mean_and_widen_with_the_confidence()
    {
        foreach (var method in new Func<IReadOnlyList<double>, double, ulong, int, BootstrapInterval>[] { CaseBootstrap.Percentile, CaseBootstrap.Bca })
        {
            var narrow = method(Skewed, 0.8, 3, 1999);
            var wide = method(Skewed, 0.99, 3, 1999);

            Assert.True(wide.Lower < narrow.Lower && narrow.Lower < narrow.Mean && narrow.Mean < narrow.Upper && narrow.Upper < wide.Upper);
            Assert.InRange(wide.Lower!.Value, 0.2, 1);
        }
    }

    [Fact]
    public void A_long_left_tail_pulls_both_limits_down()
    {
        var percentile = CaseBootstrap.Percentile(Skewed, 0.9, 3);
        var bca = CaseBootstrap.Bca(Skewed, 0.9, 3);

        Assert.True(bca.Acceleration < 0);
        Assert.True(bca.Lower < percentile.Lower && bca.Upper < percentile.Upper);
    }

    [Fact]
    public void The_spread_of_the_means_is_near_the_standard_error() =>
        Assert.Equal(SampleMoments.Of(Skewed)!.Value.StandardError * Math.Sqrt(11.0 / 12), CaseBootstrap.Percentile(Skewed, 0.9, 1).StandardError!.Value, 0.002);

    [Theory]
    [InlineData(0, EstimateStatus.Undefined)]
    [InlineData(1, EstimateStatus.Undefined)]
    [InlineData(8, EstimateStatus.Degenerate)]
    public void Without_variance_there_is_no_interval(int n, EstimateStatus expected)
    {
        double[] values = [.. Enumerable.Repeat(0.01, n)];

        Assert.Equal(expected, CaseBootstrap.Percentile(values, 0.9, 1).Status);
        Assert.Equal(expected, CaseBootstrap.Bca(values, 0.9, 1).Status);
        Assert.Null(CaseBootstrap.Bca(values, 0.9, 1).Lower);
    }

    [Fact]
    public void Means_on_one_side_only_leave_the_correction_undefined()
    {
        // a single resample is below, at or above the mean
        var intervals = Enumerable.Range(0, 20).Select(seed => CaseBootstrap.Bca([0, 0, 1], 0.9, (ulong)seed, 1)).ToList();

        Assert.Contains(intervals, interval => interval.Status == EstimateStatus.Undefined);
        Assert.All(intervals, interval => Assert.Equal(interval.Status == EstimateStatus.Ok, interval.Lower is not null));
    }
}
