using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class ScoreLowerBoundTests
{
    [Fact]
    public void The_bound_is_that_of_the_t_test()
    {
        // mean 1, s / sqrt(2) = 1, t(0.95; 1) = tan(0.45 pi)
        Assert.Equal(1 - Math.Tan(0.45 * Math.PI), ScoreLowerBound.Of([0, 2], 0.95).Lower!.Value, 1e-9);
    }

    [Theory]
    [InlineData(1, 0.95, 59)]
    [InlineData(0.9, 0.95, 10)]
    [InlineData(0, 0.9, 5)]
    public void Equal_scores_are_worth_their_value_times_the_bound_of_all_right(double value, double confidence, int n)
    {
        var bound = ScoreLowerBound.Of([.. Enumerable.Repeat(value, n)], confidence);

        Assert.Equal(EstimateStatus.Degenerate, bound.Status);
        Assert.Equal(value * BinomialBound.Lower(n, n, confidence), bound.Lower!.Value, 1e-12);
    }

    [Fact]
    public void Equal_scores_beyond_1_and_single_scores_have_no_bound()
    {
        Assert.Equal(new ScoreLowerBound(7, null, EstimateStatus.Degenerate), ScoreLowerBound.Of([7, 7, 7], 0.95));
        Assert.Equal(new ScoreLowerBound(0.97, null, EstimateStatus.Undefined), ScoreLowerBound.Of([0.97], 0.95));
        Assert.Equal(new ScoreLowerBound(null, null, EstimateStatus.Undefined), ScoreLowerBound.Of([], 0.95));
    }
}
