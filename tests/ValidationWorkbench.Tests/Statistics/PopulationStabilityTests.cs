using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class PopulationStabilityTests
{
    [Fact]
    public void The_index_is_worked_by_hand() =>
        Assert.Equal((0.1 * Math.Log(0.6 / 0.5)) - (0.1 * Math.Log(0.4 / 0.5)), PopulationStability.Of([50, 50], [6, 4])!.Value, 1e-12);

    [Fact]
    public void It_is_symmetric_at_least_0_and_0_for_equal_shares()
    {
        var draws = new Draws(151);
        for (var i = 0; i < 50; i++)
        {
            int[] reference = [.. draws.Counts(5, 30).Select(count => count + 1)], current = [.. draws.Counts(5, 30).Select(count => count + 1)];
            var psi = PopulationStability.Of(reference, current)!.Value;

            Assert.True(psi >= 0);
            Assert.Equal(psi, PopulationStability.Of(current, reference)!.Value, 1e-12);
            Assert.True(PopulationStability.Smoothed(reference, current, 0.5) < psi || psi < 1e-3);
            Assert.Equal(0, PopulationStability.Of(reference, [.. reference.Select(count => 3 * count)])!.Value, 1e-12);
        }
    }

    [Fact]
    public void A_category_in_one_group_only_needs_smoothing()
    {
        Assert.Null(PopulationStability.Of([5, 0], [4, 1]));
        Assert.True(PopulationStability.IsInfinite([5, 0], [4, 1]));
        Assert.True(PopulationStability.Smoothed([5, 0], [4, 1], 0.5) > 0);
        Assert.Equal(PopulationStability.Of([5, 3], [4, 1]), PopulationStability.Of([5, 0, 3], [4, 0, 1]));
    }

    [Fact]
    public void An_empty_group_has_no_index()
    {
        Assert.Null(PopulationStability.Of([0, 0], [4, 1]));
        Assert.Null(PopulationStability.Smoothed([4, 1], [0, 0], 0.5));
    }

    [Fact]
    public void Small_groups_exceed_the_usual_bands_without_drift()
    {
        // B = 10, n = m = 100: expected 9 x 2/100, critical value chi-square(.95; 9) = 16.9189776046204 x 2/100
        Assert.Equal(0.18, PopulationStability.ExpectedWithoutDrift(10, 100, 100), 1e-12);
        Assert.Equal(0.338379552092408, PopulationStability.CriticalValue(10, 100, 100, 0.95), 1e-10);
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStability.CriticalValue(1, 100, 100, 0.95));
    }
}
