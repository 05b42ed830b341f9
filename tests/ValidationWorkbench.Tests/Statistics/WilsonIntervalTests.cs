using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Wilson's interval against published values and R.</summary>
public sealed class WilsonIntervalTests
{
    // Newcombe 1998, Statistics in Medicine 17:857, method 3; digits by R prop.test(correct = FALSE).
    [Theory]
    [InlineData(81, 263, 0.255288519878274, 0.3662095769828)]
    [InlineData(0, 20, 0, 0.161125158052819)]
    [InlineData(1, 29, 0.00611321429276265, 0.171755218793203)]
    [InlineData(95, 100, 0.888249530768081, 0.978456320845632)]
    public void Limits_are_the_published_ones(int successes, int n, double lower, double upper)
    {
        var interval = WilsonInterval.Of(successes, n, 0.975);
        Assert.Equal(lower, interval.Lower, 1e-12);
        Assert.Equal(upper, interval.Upper, 1e-12);
        Assert.Equal((double)successes / n, interval.Estimate);
    }

    [Fact]
    public void Its_lower_bound_passes_95_percent_before_the_success_run_theorem_does()
    {
        Assert.Equal(52, Enumerable.Range(1, 100).First(n => WilsonInterval.Of(n, n, 0.95).Lower >= 0.95));
        Assert.Equal(59, Enumerable.Range(1, 100).First(n => BinomialBound.Lower(n, n, 0.95) >= 0.95));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void Limits_lie_in_0_to_1_enclose_the_share_rise_with_it_and_mirror(int n)
    {
        var intervals = Enumerable.Range(0, n + 1).Select(x => WilsonInterval.Of(x, n, 0.975)).ToList();
        Assert.Equal((0d, 1d), (intervals[0].Lower, intervals[n].Upper));
        Assert.All(intervals, interval => Assert.True(interval.Lower >= 0 && interval.Upper <= 1 && interval.Lower <= interval.Estimate && interval.Estimate <= interval.Upper));
        Assert.All(intervals.Zip(intervals.Skip(1)), pair => Assert.True(pair.First.Lower < pair.Second.Lower && pair.First.Upper < pair.Second.Upper));
        Assert.All(intervals.Zip(intervals.AsEnumerable().Reverse()), pair => Assert.Equal(pair.First.Lower, 1 - pair.Second.Upper, 1e-12));
    }

    [Fact]
    public void Nothing_counted_is_undefined() => Assert.Equal(new IntervalEstimate(EstimateStatus.Undefined, null, 0, 1), WilsonInterval.Of(0, 0, 0.975));
}
