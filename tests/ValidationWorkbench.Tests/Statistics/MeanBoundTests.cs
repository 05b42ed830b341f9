using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Bounds of means by Student's t.</summary>
public sealed class MeanBoundTests
{
    private static readonly double[] Scores = [0.97, 0.93, 0.99, 0.91, 0.96, 0.95, 0.98, 0.94, 0.92, 0.99];

    [Fact]
    public void Bounds_are_those_of_r()
    {
        // R t.test(x, alternative = "greater")$conf.int; the upper bound is as far from the mean.
        var bound = MeanBound.Of(Scores, 0.95)!;
        Assert.Equal(0.954, bound.Mean, 1e-12);
        Assert.Equal(0.937333115168893, bound.Lower, 1e-10);
        Assert.Equal((2 * 0.954) - 0.937333115168893, bound.Upper, 1e-10);
        Assert.False(bound.IsDegenerate);
    }

    [Fact]
    public void Two_values_have_one_degree_of_freedom()
    {
        // mean 1, s = sqrt(2), s / sqrt(2) = 1, t(0.95; 1) = tan(0.45 pi)
        var bound = MeanBound.Of([0, 2], 0.95)!;
        Assert.Equal(1 - Math.Tan(0.45 * Math.PI), bound.Lower, 1e-9);
    }

    [Fact]
    public void Fewer_than_two_values_have_no_bound()
    {
        Assert.Null(MeanBound.Of([], 0.95));
        Assert.Null(MeanBound.Of([0.97], 0.95));
    }

    [Fact]
    public void Values_that_do_not_vary_have_no_interval() => Assert.Equal(new MeanBound(0.25, 0.25, 0.25, 0, true), MeanBound.Of([0.25, 0.25, 0.25, 0.25], 0.95));

    [Fact]
    public void Rounding_noise_is_no_variation() => Assert.True(MeanBound.Of([0.1 + 0.2, 0.3, 0.3], 0.95)!.IsDegenerate);

    [Fact]
    public void A_small_real_variation_is_one() => Assert.False(MeanBound.Of([0.3, 0.3, 0.300001], 0.95)!.IsDegenerate);
}
