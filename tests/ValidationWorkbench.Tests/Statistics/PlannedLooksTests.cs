using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Tables and series for looking more than once.</summary>
public sealed class PlannedLooksTests
{
    [Theory]
    [InlineData(SpendingFunction.OBrienFleming, 0.025)]
    [InlineData(SpendingFunction.OBrienFleming, 0.05)]
    [InlineData(SpendingFunction.Pocock, 0.025)]
    [InlineData(SpendingFunction.Pocock, 0.05)]
    public void Tabled_values_spend_what_their_function_says(SpendingFunction function, double alpha)
    {
        for (var looks = 2; looks <= 5; looks++)
        {
            var rates = Rates(looks);
            var crossed = Crossed(rates, LanDeMets.CriticalZ(function, alpha, rates));

            Assert.All(rates.Zip(crossed), pair => Assert.Equal(LanDeMets.Spent(function, alpha, pair.First), pair.Second, 1e-8));
            Assert.Equal(alpha, crossed[^1], 1e-8);
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.025)]
    [InlineData(0.05)]
    public void Two_looks_with_one_value_spend_the_level(double alpha)
    {
        var z = PocockTwoLooks.CriticalZ(alpha);

        Assert.Equal(alpha, Crossed([0.5, 1], [z, z])[1], 1e-9);
        Assert.Equal(z, Quantile.Normal(1 - PocockTwoLooks.NominalAlpha(alpha)), 1e-9);
    }

    [Fact]
    public void A_design_that_is_not_tabled_is_refused()
    {
        Assert.StartsWith("no tabled design", Assert.Throws<ArgumentException>(() => LanDeMets.CriticalZ(SpendingFunction.Pocock, 0.1, Rates(4))).Message, StringComparison.Ordinal);
        Assert.StartsWith("no tabled design", Assert.Throws<ArgumentException>(() => LanDeMets.CriticalZ(SpendingFunction.Pocock, 0.025, [0.3, 1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("no tabled design", Assert.Throws<ArgumentException>(() => LanDeMets.CriticalZ(SpendingFunction.Pocock, 0.025, [])).Message, StringComparison.Ordinal);
        Assert.StartsWith("no tabled design", Assert.Throws<ArgumentException>(() => PocockTwoLooks.CriticalZ(0.2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_endless_series_adds_up_to_the_level()
    {
        var sum = 0.0;
        for (var look = 1; look <= 1000; look++)
        {
            sum += AlphaSeries.AtLook(0.05, look);
            Assert.Equal(sum, AlphaSeries.SpentUpTo(0.05, look), 1e-14);
        }

        Assert.InRange(sum, 0.0499, 0.05);
        Assert.Throws<ArgumentOutOfRangeException>(() => AlphaSeries.AtLook(0.05, 0));
    }

    [Fact]
    public void Tests_repeated_without_correction_raise_false_alarms()
    {
        Assert.Equal(0, FamilywiseFalseAlarm.Independent(0.05, 0));
        Assert.Equal(0.05, FamilywiseFalseAlarm.Independent(0.05, 1), 1e-15);
        Assert.Equal(0.0975, FamilywiseFalseAlarm.Independent(0.05, 2), 1e-15);
        Assert.All(Enumerable.Range(1, 60), looks => Assert.InRange(FamilywiseFalseAlarm.Independent(0.05, looks), 0, FamilywiseFalseAlarm.AtMost(0.05, looks) + 1e-15));
        Assert.Equal(1, FamilywiseFalseAlarm.AtMost(0.05, 30));
    }

    private static double[] Rates(int looks) => [.. Enumerable.Range(1, looks).Select(look => (double)look / looks)];

    /// <summary>Probability to have crossed the limits up to each look, by Simpson's rule from look to look; a check of the tables by another route.</summary>
    private static double[] Crossed(double[] rates, IReadOnlyList<double> criticalZ)
    {
        const int steps = 400;
        const double farBelow = -9;
        var (crossed, total) = (new double[rates.Length], 0.0);
        double[] points = [0], weights = [1];
        for (var look = 0; look < rates.Length; look++)
        {
            var deviation = Math.Sqrt(rates[look] - (look == 0 ? 0 : rates[look - 1]));
            var limit = criticalZ[look] * Math.Sqrt(rates[look]);
            var before = points.Zip(weights).ToArray();
            total += before.Sum(node => node.Second * NormalDistribution.UpperTail((limit - node.First) / deviation));
            crossed[look] = total;

            var from = farBelow * Math.Sqrt(rates[look]);
            var width = (limit - from) / steps;
            points = [.. Enumerable.Range(0, steps + 1).Select(i => from + (i * width))];
            weights =
            [
                .. points.Select((x, i) => (i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2) * width / 3
                    * before.Sum(node => node.Second * Math.Exp(-Math.Pow((x - node.First) / deviation, 2) / 2) / (deviation * Math.Sqrt(2 * Math.PI)))),
            ];
        }

        return crossed;
    }
}
