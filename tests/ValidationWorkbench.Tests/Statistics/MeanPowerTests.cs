using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>How often a bound of a mean gets where it should, against simulation with fixed seeds and against limits known beforehand.</summary>
public sealed class MeanPowerTests
{
    private const int Studies = 20_000;

    [Theory]
    [InlineData(2, 0.8, 1)]
    [InlineData(3, 1, 0.6)]
    [InlineData(12, 0.5, 1)]
    [InlineData(24, 0.045, 0.09)]
    public void The_power_of_a_lower_bound_is_what_simulation_finds(int n, double distance, double deviation)
    {
        var power = MeanPower.Above(n, distance, deviation, 0.95);
        AssertSame(power, Simulate(n, distance, deviation, values => MeanBound.Of(values, 0.95)!.Lower > 0));
    }

    [Theory]
    [InlineData(3, 1, 0, 0.3)]
    [InlineData(20, 0.1, 0, 0.15)]
    [InlineData(20, 0.1, 0.05, 0.1)]
    public void The_power_of_equivalence_is_what_simulation_finds(int n, double margin, double mean, double deviation)
    {
        var power = MeanPower.Within(n, margin, mean, deviation, 0.95);
        AssertSame(power, Simulate(n, mean, deviation, values => EquivalenceTest.Of(values, margin, 0.05).IsEquivalent == true));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(500)]
    public void On_the_limit_it_is_the_level_and_far_from_it_certain(int n)
    {
        Assert.Equal(0.05, MeanPower.Above(n, 0, 1, 0.95), n == 2 ? 1e-3 : 1e-6);
        Assert.Equal(1, MeanPower.Above(n, 1000, 1, 0.95), 1e-3);
        Assert.InRange(MeanPower.Within(n, 1, 1, 0.01, 0.95), 0, 0.0501);
    }

    [Fact]
    public void One_case_shows_nothing() => Assert.Equal((0, 0), (MeanPower.Above(1, 1, 1, 0.95), MeanPower.Within(1, 1, 0, 1, 0.95)));

    private static double Simulate(int n, double mean, double deviation, Func<double[], bool> passes)
    {
        var random = new SplitMix64((ulong)n);
        var passed = 0;
        for (var study = 0; study < Studies; study++)
        {
            var values = new double[n];
            for (var i = 0; i < n; i++)
            {
                values[i] = mean + (deviation * Quantile.Normal(((random.Next() >> 12) + 0.5) * Math.ScaleB(1, -52)));
            }

            passed += passes(values) ? 1 : 0;
        }

        return (double)passed / Studies;
    }

    private static void AssertSame(double exact, double simulated) =>
        Assert.InRange(simulated, exact - (4 * Math.Sqrt(exact * (1 - exact) / Studies)), exact + (4 * Math.Sqrt(exact * (1 - exact) / Studies)));
}
