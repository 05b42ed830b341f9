using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>What shows a target, and how often, against R.</summary>
public sealed class ProportionPowerTests
{
    // R: smallest x with binom.test(x, n, alternative = "greater")$conf.int[1] >= 0.95.
    [Theory]
    [InlineData(0, null)]
    [InlineData(50, null)]
    [InlineData(58, null)]
    [InlineData(59, 59)]
    [InlineData(100, 99)]
    [InlineData(300, 292)]
    [InlineData(1000, 962)]
    public void So_many_successes_show_95_percent(int n, int? expected) => Assert.Equal(expected, ProportionPower.SmallestCount(n, 0.95, 0.95));

    [Theory]
    [InlineData(0.5, 0.95)]
    [InlineData(0.9, 0.9)]
    [InlineData(0.95, 0.95)]
    [InlineData(0.99, 0.95)]
    public void The_count_is_where_the_bound_reaches_the_target(double target, double confidence)
    {
        for (var n = 1; n <= 130; n++)
        {
            var expected = Enumerable.Range(0, n + 1).Cast<int?>().FirstOrDefault(x => BinomialBound.Lower(x!.Value, n, confidence) >= target);
            Assert.Equal(expected, ProportionPower.SmallestCount(n, target, confidence));
        }
    }

    // R: 1 - pbinom(smallest - 1, n, p).
    [Theory]
    [InlineData(100, 0.96, 0.0871633166873897)]
    [InlineData(200, 0.98, 0.628843580128815)]
    [InlineData(300, 0.98, 0.849332897389808)]
    [InlineData(500, 0.99, 0.99998269948975)]
    [InlineData(58, 1, 0)]
    [InlineData(59, 1, 1)]
    [InlineData(0, 0.99, 0)]
    public void Power_is_that_of_r(int n, double trueRate, double expected) => Assert.Equal(expected, ProportionPower.Power(n, 0.95, 0.95, trueRate), 1e-12);

    [Fact]
    public void A_true_rate_below_the_target_is_let_through_in_5_percent_at_most_and_power_rises_with_the_rate()
    {
        for (var n = 59; n <= 400; n += 11)
        {
            var power = Enumerable.Range(0, 101).Select(i => ProportionPower.Power(n, 0.95, 0.95, i / 100.0)).ToList();
            Assert.All(power.Take(96), probability => Assert.InRange(probability, 0, 0.05 + 1e-12));
            Assert.All(power.Zip(power.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        }
    }

    [Fact]
    public void At_least_nothing_needs_no_success_and_certainty_is_out_of_reach()
    {
        Assert.Equal(0, ProportionPower.SmallestCount(10, 0, 0.95));
        Assert.Null(ProportionPower.SmallestCount(1000, 1, 0.95));
    }

    // R: 1 - pbinom(94, 100, p).
    [Theory]
    [InlineData(0.93, 0.291424854572941)]
    [InlineData(0.94, 0.440692724174189)]
    [InlineData(0.96, 0.788374864159193)]
    public void The_naive_rule_lets_bad_models_through_and_good_ones_fail(double trueRate, double expected) =>
        Assert.Equal(expected, new NaiveRule(0.95m).PassProbability(100, trueRate), 1e-12);

    [Fact]
    public void The_naive_rule_compares_exactly()
    {
        // 7 of 100 in doubles: 0.07 * 100 is 7.000000000000001.
        Assert.True(new NaiveRule(0.07m).Passes(7, 100));
        Assert.False(new NaiveRule(0.07m, true).Passes(7, 100));
        Assert.False(new NaiveRule(0.07m).Passes(0, 0));
        Assert.Equal(BinomialDistribution.UpperTail(7, 100, 0.05), new NaiveRule(0.07m).PassProbability(100, 0.05));
        Assert.Equal(BinomialDistribution.UpperTail(8, 100, 0.05), new NaiveRule(0.07m, true).PassProbability(100, 0.05));
        Assert.Equal((0d, 0d), (new NaiveRule(1, true).PassProbability(10, 1), new NaiveRule(0.95m).PassProbability(0, 1)));
    }
}
