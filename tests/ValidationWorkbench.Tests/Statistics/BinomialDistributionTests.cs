using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>The binomial distribution against R, sums of its own terms, and hand calculation.</summary>
public sealed class BinomialDistributionTests
{
    [Fact]
    public void Few_trials_are_as_counted_by_hand()
    {
        double[] expected = [1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0];
        Assert.All(Enumerable.Range(0, 5), x => Assert.Equal(expected[x], BinomialDistribution.Mass(x, 4, 0.5), 1e-15));
        Assert.Equal(11 / 16.0, BinomialDistribution.Cdf(2, 4, 0.5), 1e-15);
        Assert.Equal(11 / 16.0, BinomialDistribution.UpperTail(2, 4, 0.5), 1e-15);
    }

    // R pbinom(x, n, p); 0.999^3000 and 1e-12 * 1e6 by logarithms.
    [Theory]
    [InlineData(0, 3000, 0.001, 0.0497123939980363)]
    [InlineData(0, 1_000_000, 1e-12, 0.9999990000005)]
    public void Rare_failures_are_those_of_r(int x, int n, double p, double expected) => Assert.Equal(expected, BinomialDistribution.Cdf(x, n, p), 1e-14);

    [Theory]
    [InlineData(7, 0.3)]
    [InlineData(60, 0.95)]
    [InlineData(400, 0.02)]
    [InlineData(3_000, 0.999)]
    public void The_distribution_is_the_sum_of_its_terms(int n, double p)
    {
        var sum = 0.0;
        for (var x = 0; x <= n; x++)
        {
            sum += BinomialDistribution.Mass(x, n, p);
            Assert.Equal(sum, BinomialDistribution.Cdf(x, n, p), 1e-12);
            Assert.Equal(1 - sum, BinomialDistribution.UpperTail(x + 1, n, p), 1e-12);
        }

        Assert.Equal(1, sum, 1e-12);
    }

    [Theory]
    [InlineData(20, 0.5)]
    [InlineData(473, 0.99)]
    [InlineData(50, 0.02)]
    public void A_quantile_is_the_smallest_count_that_reaches_its_level(int n, double p)
    {
        foreach (var level in new[] { 0.001, 0.05, 0.5, 0.95, 0.999 })
        {
            var x = BinomialDistribution.Quantile(level, n, p);
            Assert.True(BinomialDistribution.Cdf(x, n, p) >= level);
            Assert.True(x == 0 || BinomialDistribution.Cdf(x - 1, n, p) < level);
        }
    }

    [Fact]
    public void A_level_that_is_met_exactly_is_met()
    {
        // P(Bin(2, 1/2) <= 1) = 3/4, P(Bin(3, 0.1) <= 0) = 0.729
        Assert.Equal(1, BinomialDistribution.Quantile(0.75, 2, 0.5));
        Assert.Equal(0, BinomialDistribution.Quantile(0.729, 3, 0.1));
    }

    [Fact]
    public void The_ends_of_the_scale_are_certain()
    {
        Assert.Equal((0, 10), (BinomialDistribution.Quantile(0, 10, 0.3), BinomialDistribution.Quantile(1, 10, 0.3)));
        Assert.Equal((0, 10), (BinomialDistribution.Quantile(0.95, 10, 0), BinomialDistribution.Quantile(0.05, 10, 1)));
        Assert.Equal((0d, 1d), (BinomialDistribution.Cdf(-1, 10, 0.3), BinomialDistribution.Cdf(10, 10, 0.3)));
        Assert.Equal((1d, 0d), (BinomialDistribution.Mass(0, 10, 0), BinomialDistribution.Mass(9, 10, 1)));
        Assert.Equal((1d, 1d), (BinomialDistribution.Mass(0, 0, 0.3), BinomialDistribution.Cdf(0, 0, 0.3)));
    }

    [Fact]
    public void The_fast_comparison_with_a_level_agrees_with_the_distribution()
    {
        var random = new SplitMix64(11);
        for (var i = 0; i < 5_000; i++)
        {
            var n = 1 + random.NextIndex(500);
            var x = random.NextIndex(n + 1);
            var p = random.NextIndex(1001) / 1000.0;
            var level = (1 + random.NextIndex(999)) / 1000.0;
            var probability = BinomialDistribution.Cdf(x, n, p);
            Assert.True(Math.Abs(probability - level) < 1e-9 || BinomialDistribution.IsCdfAtMost(x, n, p, level) == probability <= level, $"{x} of {n}, {p}, {level}");
        }
    }

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(10, -0.1)]
    [InlineData(10, 1.1)]
    [InlineData(10, double.NaN)]
    public void Impossible_distributions_are_refused(int n, double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Mass(0, n, p));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Cdf(0, n, p));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Quantile(0.5, n, p));
    }
}
