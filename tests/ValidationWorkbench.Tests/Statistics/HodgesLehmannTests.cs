using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class HodgesLehmannTests
{
    [Fact]
    public void The_published_example_gives_the_published_interval()
    {
        // R wilcox.test(conf.int = TRUE)
        var centre = HodgesLehmann.Of([0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01], 0.95);

        Assert.Equal(0.46, centre.Estimate!.Value, 1e-12);
        Assert.Equal(0.01, centre.Lower!.Value, 1e-12);
        Assert.Equal(0.786, centre.Upper!.Value, 1e-12);
        Assert.Equal(0.9609375, centre.AchievedConfidence!.Value, 1e-12);
    }

    [Fact]
    public void A_level_that_is_hit_exactly_is_not_missed_by_a_bit()
    {
        // n = 5: P(W <= 0) = 1/32, so 15/16 is achieved by the outermost averages
        var centre = HodgesLehmann.Of([1, 2, 3, 4, 6], 0.9375);

        Assert.Equal((1, 6, 0.9375), (centre.Lower, centre.Upper, centre.AchievedConfidence));
    }

    [Fact]
    public void Too_few_differences_say_what_they_achieve()
    {
        // n = 3: at most 1 - 2/8
        Assert.Equal(0.75, HodgesLehmann.Of([1, 2, 4], 0.95).AchievedConfidence);
    }

    [Fact]
    public void Limits_enclose_the_estimate_and_move_with_the_data()
    {
        var draws = new Draws(81);
        for (var n = 2; n < 40; n++)
        {
            var differences = draws.Numbers(n);
            var centre = HodgesLehmann.Of(differences, 0.9);
            var moved = HodgesLehmann.Of([.. differences.Select(value => value + 3)], 0.9);

            Assert.InRange(centre.Estimate!.Value, centre.Lower!.Value, centre.Upper!.Value);
            Assert.Equal(centre.Estimate.Value + 3, moved.Estimate!.Value, 1e-9);
            Assert.Equal(centre.Upper.Value + 3, moved.Upper!.Value, 1e-9);
        }
    }

    [Fact]
    public void Counted_and_approximate_limits_meet_at_the_border()
    {
        var differences = new Draws(82).Numbers(SignedRankDistribution.LargestN + 1);
        var counted = HodgesLehmann.Of(differences[1..], 0.95);
        var approximate = HodgesLehmann.Of(differences, 0.95);

        Assert.Equal(counted.AchievedConfidence!.Value, approximate.AchievedConfidence!.Value, 1e-3);
        Assert.Equal(counted.Lower!.Value, approximate.Lower!.Value, 2e-3);
    }

    [Fact]
    public void Without_variance_there_is_an_estimate_at_most()
    {
        Assert.Equal(new HodgesLehmann(null, null, null, null, EstimateStatus.Undefined), HodgesLehmann.Of([], 0.95));
        Assert.Equal(new HodgesLehmann(2, null, null, null, EstimateStatus.Undefined), HodgesLehmann.Of([2], 0.95));
        Assert.Equal(new HodgesLehmann(2, null, null, null, EstimateStatus.Degenerate), HodgesLehmann.Of([2, 2, 2], 0.95));
    }
}
