using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class MixStabilityTests
{
    [Fact]
    public void The_measures_are_those_of_the_five_category_example()
    {
        // Base R on c(50,80,40,20,10) against c(42,85,30,28,15); the empty column counts for nothing.
        var found = MixStability.Of(MixTestTests.Shares([50, 80, 40, 20, 10, 0], [42, 85, 30, 28, 15, 0]));
        Assert.Equal(0.0464693718213437, found.Index!.Value, 9);
        Assert.Equal(0.0948772903678115, found.Critical!.Value, 9);
        Assert.Equal(0.0083457959932835, found.DivergenceBits!.Value, 9);
        Assert.Equal(0.0913553282150718, found.Distance!.Value, 9);
        Assert.Equal((false, true, "small"), (found.IsSmoothed, found.BandsApply, found.Band));
    }

    [Fact]
    public void With_few_answers_the_bands_do_not_apply()
    {
        var found = MixStability.Of(MixTestTests.Shares([5, 8, 4, 2, 1], [8, 4, 3, 3, 2]));
        Assert.True(found.Index > MixStability.Moderate);
        Assert.Equal((false, null), (found.BandsApply, found.Band));
    }

    [Fact]
    public void A_category_on_one_side_only_is_smoothed_and_said_so()
    {
        // (c + 0.5) / (n + 0.5 B), base R.
        var found = MixStability.Of(MixTestTests.Shares([30, 15, 5, 0], [28, 14, 6, 2]));
        Assert.Equal(0.0690051245520685, found.Index!.Value, 9);
        Assert.True(found.IsSmoothed);
    }

    [Theory]
    [InlineData(60, "small")] // 0.1 ln(0.6 / 0.4) = 0.041
    [InlineData(70, "moderate")] // 0.2 ln(0.7 / 0.3) = 0.169
    [InlineData(75, "large")] // 0.25 ln(0.75 / 0.25) = 0.275
    public void The_bands_are_those_in_use(int percent, string band) =>
        Assert.Equal(band, MixStability.Of(MixTestTests.Shares([1000, 1000], [20 * percent, 2000 - (20 * percent)])).Band);

    [Theory]
    [InlineData(2, 60)]
    [InlineData(4, 180)]
    [InlineData(6, 300)]
    public void The_answers_needed_are_the_fewest_for_which_the_bands_apply(int categories, int cases)
    {
        var needed = MixStability.AnswersNeeded(0.1, categories, cases)!.Value;
        bool Apply(int answers) => MixStability.Of([.. Enumerable.Range(0, categories).Select(i => new CategoryShare($"c{i}", i == 0 ? cases - categories + 1 : 1, i == 0 ? answers - categories + 1 : 1))]).BandsApply;
        Assert.True(Apply(needed));
        Assert.False(Apply(needed - 1));
    }

    [Fact]
    public void A_small_reference_never_has_enough() => Assert.Null(MixStability.AnswersNeeded(0.1, 4, 20));

    [Fact]
    public void An_empty_group_has_no_measure() => Assert.Equal(new MixStability(null, false, null, null, null), MixStability.Of(MixTestTests.Shares([0, 0], [3, 4])));
}
