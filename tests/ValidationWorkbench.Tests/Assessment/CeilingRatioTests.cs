using ValidationWorkbench.Assessment;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Similarity as a share of what the baseline reaches against itself.</summary>
public sealed class CeilingRatioTests
{
    [Fact]
    public void The_ceiling_is_the_baseline_and_not_one()
    {
        // u = 0.4, 0.3 with limit 0.5: mean 0.35, sd 0.0707, t(0.95; 1) = 6.3138: lower = 0.35 - 6.3138 x 0.05.
        var ratio = CeilingRatio.Of([(0.8, 0.8), (0.6, 0.6)], 0.5, 0.95)!;

        Assert.Equal(0.7, ratio.MeanSelf, 1e-15);
        Assert.Equal(1, ratio.Ratio!.Value, 1e-15);
        Assert.Equal(0.35 - (6.313751514675043 * 0.05), ratio.Surplus!.Lower, 1e-12);
        Assert.True(ratio.Difference!.IsDegenerate);
    }

    [Fact]
    public void What_cannot_be_computed_is_not_there()
    {
        Assert.Null(CeilingRatio.Of([], 0.85, 0.95));
        Assert.Null(CeilingRatio.Of([(0.9, 0.9)], 0.85, 0.95)!.Surplus);
        Assert.Null(CeilingRatio.Of([(0, 0.5), (0, 0)], 0.85, 0.95)!.Ratio);
    }
}
