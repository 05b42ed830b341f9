using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class ClusterMeanTests
{
    [Fact]
    public void Repeats_that_always_agree_are_worth_one_call()
    {
        // 3 of 4 cases right, each three times
        var mean = ClusterMean.Of([[1, 1, 1], [1, 1, 1], [1, 1, 1], [0, 0, 0]], 0.95);

        Assert.Equal(1, mean.Icc!.Value, 1e-12);
        Assert.Equal(3, mean.KishEffect!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(0.75 * 0.25 / 12), mean.NaiveError!.Value, 1e-12);
        Assert.Equal(0.25, mean.ClusterError!.Value, 1e-12);
        Assert.Equal(3 * 4.0 / 3, mean.DesignEffect!.Value, 1e-12);
    }

    [Fact]
    public void Cases_that_do_not_vary_are_degenerate()
    {
        Assert.Equal(new ClusterMean(1, 0, 0, 0, null, null, null, null, EstimateStatus.Degenerate), ClusterMean.Of([[1, 1], [1, 1]], 0.95));

        var balanced = ClusterMean.Of([[1, 0], [0, 1]], 0.95);
        Assert.Equal((EstimateStatus.Degenerate, 0, -1), (balanced.Status, balanced.DesignEffect, balanced.Icc));
        Assert.Null(balanced.Lower);
    }

    [Fact]
    public void One_case_has_a_mean_only()
    {
        var mean = ClusterMean.Of([[1, 0]], 0.95);

        Assert.Equal((0.5, EstimateStatus.Undefined), (mean.Mean, mean.Status));
        Assert.Null(mean.ClusterError);
        Assert.Equal(EstimateStatus.Undefined, ClusterMean.Of([], 0.95).Status);
    }

    [Fact]
    public void Order_of_cases_and_of_repeats_does_not_matter()
    {
        var draws = new Draws(111);
        double[][] cases = [.. Enumerable.Range(0, 12).Select(_ => draws.Numbers(3, draws.Share()))];
        var mean = ClusterMean.Of(cases, 0.95);
        var other = ClusterMean.Of(draws.Shuffled(cases.Select(row => draws.Shuffled(row))), 0.95);

        Assert.Equal(mean.ClusterError!.Value, other.ClusterError!.Value, 1e-12);
        Assert.Equal(mean.Lower!.Value, other.Lower!.Value, 1e-12);
        Assert.True(mean.Lower < mean.Mean);
    }
}
