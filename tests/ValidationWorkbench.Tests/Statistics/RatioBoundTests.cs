using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Bounds of a ratio of means.</summary>
public sealed class RatioBoundTests
{
    [Fact]
    public void Where_the_denominator_does_not_vary_they_are_those_of_the_mean()
    {
        double[] values = [0.7, 0.8, 0.95, 0.6, 0.85];
        var mean = MeanBound.Of(values, 0.95)!;
        var ratio = RatioBound.Of([.. values.Select(value => (value, 0.5))], 0.95)!;
        Assert.Equal(2 * mean.Lower, ratio.Lower, 1e-12);
        Assert.Equal(2 * mean.Upper, ratio.Upper, 1e-12);
    }

    [Fact]
    public void They_are_the_ratios_at_which_the_difference_is_just_not_shown()
    {
        var random = new SplitMix64(7);
        for (var round = 0; round < 200; round++)
        {
            var pairs = Enumerable.Range(0, 5 + (round % 20)).Select(_ => (X: Draw(random), Y: 0.5 + (Draw(random) / 2))).ToList();
            var bound = RatioBound.Of(pairs, 0.95)!;
            Assert.Equal(0, MeanBound.Of([.. pairs.Select(pair => pair.X - (bound.Lower * pair.Y))], 0.95)!.Lower, 1e-9);
            Assert.Equal(0, MeanBound.Of([.. pairs.Select(pair => pair.X - (bound.Upper * pair.Y))], 0.95)!.Upper, 1e-9);
            Assert.InRange(pairs.Average(pair => pair.X) / pairs.Average(pair => pair.Y), bound.Lower, bound.Upper);
        }
    }

    [Fact]
    public void Without_a_denominator_there_are_none()
    {
        Assert.Null(RatioBound.Of([(1, 1)], 0.95));
        Assert.Null(RatioBound.Of([(1, 0), (2, 0)], 0.95));
        Assert.Null(RatioBound.Of([(1, -1), (2, 1), (1, 0.5)], 0.95));
    }

    private static double Draw(SplitMix64 random) => (random.Next() >> 11) * Math.ScaleB(1, -53);
}
