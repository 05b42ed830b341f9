using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Exact one-sided bounds of proportions against R and published tables.</summary>
public sealed class BinomialBoundTests
{
    private const double Near = 1e-10;

    // R binom.test(x, n, alternative = "greater" and "less", conf.level = 0.95); 88 of 100 by binomial sums of 50 digits.
    [Theory]
    [InlineData(88, 100, 0.812833890221144, 0.929278162427771)]
    [InlineData(95, 100, 0.897746622356726, 0.980094436337828)]
    [InlineData(97, 100, 0.92428920625017, 0.991774170892347)]
    [InlineData(98, 100, 0.938380799603959, 0.996434847396743)]
    [InlineData(99, 100, 0.953440188546461, 0.999487198583738)]
    [InlineData(100, 100, 0.97048695039296, 1)]
    [InlineData(58, 58, 0.94966066166958, 1)]
    [InlineData(59, 59, 0.950492390111773, 1)]
    [InlineData(92, 93, 0.950006021612012, 0.999448611270802)]
    [InlineData(122, 124, 0.950099828771688, 0.997126688369298)]
    [InlineData(0, 10, 0, 0.258865550893052)]
    [InlineData(1, 1, 0.05, 1)]
    [InlineData(190, 200, 0.916664848933628, 0.972625746474886)]
    [InlineData(196, 200, 0.954819585005281, 0.993140280898909)]
    [InlineData(290, 300, 0.944115259485441, 0.981806160922367)]
    [InlineData(294, 300, 0.960908941319041, 0.991255020139173)]
    public void Bounds_are_those_of_r(int successes, int n, double lower, double upper)
    {
        Assert.Equal(lower, BinomialBound.Lower(successes, n, 0.95), Near);
        Assert.Equal(upper, BinomialBound.Upper(successes, n, 0.95), Near);
    }

    // Newcombe 1998, Statistics in Medicine 17:857, method 5 (Clopper-Pearson), two-sided 95 %.
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0.0000, 0.1684)]
    public void Both_bounds_at_975_are_the_published_two_sided_interval(int successes, int n, double lower, double upper)
    {
        Assert.Equal(lower, BinomialBound.Lower(successes, n, 0.975), 0.00005);
        Assert.Equal(upper, BinomialBound.Upper(successes, n, 0.975), 0.00005);
    }

    // Success-run theorem: n = ceiling(ln(1 - C) / ln(R)).
    [Theory]
    [InlineData(0.90, 0.90, 22)]
    [InlineData(0.90, 0.95, 45)]
    [InlineData(0.95, 0.90, 29)]
    [InlineData(0.95, 0.95, 59)]
    [InlineData(0.95, 0.99, 299)]
    [InlineData(0.99, 0.90, 44)]
    [InlineData(0.99, 0.95, 90)]
    [InlineData(0.99, 0.99, 459)]
    [InlineData(0.95, 0.999, 2995)]
    public void A_run_of_successes_shows_a_rate_from_the_theorems_number_on(double confidence, double rate, int n)
    {
        Assert.True(BinomialBound.Lower(n, n, confidence) >= rate);
        Assert.False(BinomialBound.Lower(n - 1, n - 1, confidence) >= rate);
    }

    // Smallest n with P(Bin(n, 0.05) <= f) <= 0.05, R pbinom.
    [Theory]
    [InlineData(1, 93)]
    [InlineData(2, 124)]
    [InlineData(3, 153)]
    [InlineData(4, 181)]
    [InlineData(5, 208)]
    [InlineData(10, 336)]
    public void Allowed_failures_need_the_tables_number_of_cases(int failures, int n)
    {
        Assert.True(BinomialBound.Lower(n - failures, n, 0.95) >= 0.95);
        Assert.False(BinomialBound.Lower(n - 1 - failures, n - 1, 0.95) >= 0.95);
    }

    [Fact]
    public void A_lower_bound_rises_with_every_success_and_an_upper_bound_too()
    {
        var lower = Enumerable.Range(0, 61).Select(successes => BinomialBound.Lower(successes, 60, 0.95)).ToList();
        var upper = Enumerable.Range(0, 61).Select(successes => BinomialBound.Upper(successes, 60, 0.95)).ToList();
        Assert.All(lower.Zip(lower.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(upper.Zip(upper.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(lower.Zip(upper), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void More_cases_without_a_failure_show_more_and_more_failures_show_less()
    {
        Assert.All(Enumerable.Range(1, 300), n => Assert.True(BinomialBound.Lower(n, n, 0.95) < BinomialBound.Lower(n + 1, n + 1, 0.95)));
        Assert.All(Enumerable.Range(50, 300), n => Assert.True(BinomialBound.Lower(50, n, 0.95) > BinomialBound.Lower(50, n + 1, 0.95)));
    }

    [Fact]
    public void More_confidence_widens_both_bounds()
    {
        Assert.True(BinomialBound.Lower(90, 100, 0.99) < BinomialBound.Lower(90, 100, 0.95));
        Assert.True(BinomialBound.Upper(90, 100, 0.99) > BinomialBound.Upper(90, 100, 0.95));
    }

    [Fact]
    public void Nothing_counted_shows_nothing() => Assert.Equal((0d, 1d), (BinomialBound.Lower(0, 0, 0.95), BinomialBound.Upper(0, 0, 0.95)));

    [Theory]
    [InlineData(-1, 10, 0.95)]
    [InlineData(11, 10, 0.95)]
    [InlineData(0, -1, 0.95)]
    [InlineData(5, 10, 0)]
    [InlineData(5, 10, 1)]
    [InlineData(5, 10, 95)]
    [InlineData(5, 10, double.NaN)]
    public void Impossible_counts_and_confidences_are_refused(int successes, int n, double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialBound.Lower(successes, n, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialBound.Upper(successes, n, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialBound.CasesNeeded(successes, n, 0.9, confidence));
    }
}
