using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class EquivalenceTestTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.025)]
    [InlineData(0.1)]
    public void Both_tests_reject_exactly_where_the_interval_lies_inside_the_margins(double alpha)
    {
        var draws = new Draws(51);
        var decisions = new List<bool>();
        for (var i = 0; i < 200; i++)
        {
            var differences = draws.Numbers(4 + draws.Index(30), 0.3 * (draws.Share() - 0.5));
            var test = EquivalenceTest.Of(differences, 0.15, alpha);
            var interval = PairedT.Of(differences, 1 - (2 * alpha));

            Assert.Equal(test.P < alpha, test.IsEquivalent);
            Assert.Equal(interval.Lower!.Value, test.Lower!.Value, 1e-12);
            Assert.Equal(interval.Lower > -0.15 && interval.Upper < 0.15, test.IsEquivalent);
            decisions.Add(test.IsEquivalent!.Value);
        }

        Assert.Contains(true, decisions);
        Assert.Contains(false, decisions);
    }

    [Fact]
    public void Swapped_models_mirror_the_test()
    {
        var differences = new Draws(52).Numbers(20, 0.02);
        var test = EquivalenceTest.Of(differences, 0.3, 0.05);
        var mirrored = EquivalenceTest.Of([.. differences.Select(value => -value)], 0.3, 0.05);

        Assert.Equal(test.PLower!.Value, mirrored.PUpper!.Value, 1e-12);
        Assert.Equal(test.P!.Value, mirrored.P!.Value, 1e-12);
    }

    [Fact]
    public void Nothing_is_equivalent_within_a_margin_of_0() => Assert.False(EquivalenceTest.Of([0.1, -0.1, 0.1, -0.1], 0, 0.05).IsEquivalent);

    [Theory]
    [InlineData(0, EstimateStatus.Undefined)]
    [InlineData(1, EstimateStatus.Undefined)]
    [InlineData(5, EstimateStatus.Degenerate)]
    public void Without_variance_nothing_is_decided(int n, EstimateStatus expected)
    {
        var test = EquivalenceTest.Of([.. Enumerable.Repeat(0.01, n)], 0.05, 0.05);

        Assert.Equal(expected, test.Status);
        Assert.Null(test.IsEquivalent);
        Assert.Null(test.P);
    }

    [Fact]
    public void Margins_and_levels_make_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalenceTest.Of([1, 2], -0.1, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalenceTest.Of([1, 2], 0.1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalenceTest.Of([1, 2], 0.1, 0));
    }
}
