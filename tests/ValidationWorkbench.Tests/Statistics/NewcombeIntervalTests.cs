using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Newcombe's paired interval against R.</summary>
public sealed class NewcombeIntervalTests
{
    // R contingencytables::Newcombe_square_and_add_CI_paired_2x2; the last one with psi = 0, because a margin is 0.
    [Theory]
    [InlineData(2, 5, 110, 3, -0.0803965952877641, 0.0254974376178113)]
    [InlineData(6, 9, 280, 5, -0.0390083770870464, 0.017799845843374)]
    [InlineData(12, 9, 36, 43, -0.0605801322859894, 0.119555984654968)]
    [InlineData(0, 0, 60, 0, -0.0601718521420898, 0.0601718521420898)]
    public void Limits_are_those_of_r(int gains, int losses, int bothRight, int bothWrong, double lower, double upper)
    {
        var interval = NewcombeInterval.Of(gains, losses, bothRight, bothWrong, 0.975);
        Assert.Equal(lower, interval.Lower, 1e-8);
        Assert.Equal(upper, interval.Upper, 1e-8);
    }

    [Fact]
    public void Limits_enclose_the_difference_lie_within_one_and_mirror_when_the_models_are_swapped()
    {
        var random = new SplitMix64(17);
        for (var i = 0; i < 2_000; i++)
        {
            int g = random.NextIndex(12), l = random.NextIndex(12), a = random.NextIndex(30), e = 1 + random.NextIndex(30);
            var interval = NewcombeInterval.Of(g, l, a, e, 0.975);
            var swapped = NewcombeInterval.Of(l, g, a, e, 0.975);
            Assert.True(interval.Lower >= -1 && interval.Lower <= interval.Estimate && interval.Estimate <= interval.Upper && interval.Upper <= 1);
            Assert.Equal(-interval.Upper, swapped.Lower, 1e-12);
            Assert.Equal(-interval.Lower, swapped.Upper, 1e-12);
        }
    }

    [Fact]
    public void Without_a_pair_the_difference_is_undefined() => Assert.Equal(new IntervalEstimate(EstimateStatus.Undefined, null, -1, 1), NewcombeInterval.Of(0, 0, 0, 0, 0.975));
}
