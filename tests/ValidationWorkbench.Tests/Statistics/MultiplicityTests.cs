using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Several criteria, subgroups and attempts.</summary>
public sealed class MultiplicityTests
{
    [Fact]
    public void Adjusted_p_values_are_those_of_r()
    {
        // R p.adjust(p, "holm") and "bonferroni".
        double?[] p = [0.011, 0.04, 0.005, 0.2, 0.03];
        AssertNear([0.044, 0.09, 0.025, 0.2, 0.09], HolmAdjustment.Of(p));
        AssertNear([0.055, 0.2, 0.025, 1, 0.15], HolmAdjustment.Bonferroni(p));
    }

    [Fact]
    public void A_test_that_was_not_made_is_not_counted() => AssertNear([0.02, null, 0.04], HolmAdjustment.Of([0.01, null, 0.04]));

    [Fact]
    public void Nothing_tested_is_nothing_adjusted()
    {
        Assert.Empty(HolmAdjustment.Of([]));
        Assert.Empty(HolmAdjustment.Bonferroni([]));
    }

    [Fact]
    public void Adjustment_keeps_the_order_never_lowers_and_does_not_depend_on_the_order_given()
    {
        var random = new SplitMix64(23);
        for (var i = 0; i < 500; i++)
        {
            double?[] p = [.. Enumerable.Range(0, 1 + random.NextIndex(8)).Select(_ => (double?)(random.NextIndex(50) / 49.0))];
            var adjusted = HolmAdjustment.Of(p);
            var bonferroni = HolmAdjustment.Bonferroni(p);
            Assert.All(Enumerable.Range(0, p.Length), j => Assert.True(p[j] <= adjusted[j] && adjusted[j] <= bonferroni[j] && bonferroni[j] <= 1));
            Assert.Equal(HolmAdjustment.Of([.. p.Reverse()]), adjusted.Reverse());
            Assert.Equal(HolmAdjustment.Of([.. p.Order()]), adjusted.Order());
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HolmAdjustment.Of([p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.AllPassAtLeast([p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.RepeatUntilPass(p, 2));
    }

    [Fact]
    public void Criteria_that_must_all_pass_multiply()
    {
        double[] powers = [0.95, 0.9, 0.9, 0.99, 0.9];
        Assert.Equal(0.6856245, Multiplicity.AllPassIfIndependent(powers)!.Value, 1e-12);
        Assert.Equal(0.64, Multiplicity.AllPassAtLeast(powers)!.Value, 1e-12);
        Assert.Equal(0, Multiplicity.AllPassAtLeast([0.3, 0.3]));
        Assert.Null(Multiplicity.AllPassIfIndependent([]));
        Assert.Null(Multiplicity.AllPassAtLeast([]));
    }

    // 1 - 0.95^k
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.05)]
    [InlineData(3, 0.142625)]
    [InlineData(10, 0.401263060761621)]
    public void Repeating_until_it_passes_lets_a_bad_model_through(int attempts, double expected) => Assert.Equal(expected, Multiplicity.RepeatUntilPass(0.05, attempts), 1e-12);

    private static void AssertNear(double?[] expected, IReadOnlyList<double?> got)
    {
        Assert.Equal(expected.Length, got.Count);
        Assert.All(expected.Zip(got), pair => Assert.Equal(pair.First ?? -1, pair.Second ?? -1, 1e-12));
    }
}
