using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>How many cases would decide at the observed rate.</summary>
public sealed class CasesNeededTests
{
    // Success-run theorem; 98 of 100 reaches 181 cases with four failures (R pbinom: 4 failures need 181).
    [Theory]
    [InlineData(10, 10, 59)]
    [InlineData(58, 58, 59)]
    [InlineData(59, 59, 59)]
    [InlineData(98, 100, 181)]
    public void A_rate_above_the_limit_needs_so_many(int successes, int n, int expected) => Assert.Equal(expected, BinomialBound.CasesNeeded(successes, n, 0.95, 0.95));

    [Theory]
    [InlineData(95, 100)]
    [InlineData(94, 100)]
    [InlineData(0, 100)]
    [InlineData(0, 0)]
    public void A_rate_that_is_not_above_the_limit_never_gets_there(int successes, int n) => Assert.Null(BinomialBound.CasesNeeded(successes, n, 0.95, 0.95));

    [Fact]
    public void A_rate_a_hair_above_the_limit_needs_more_than_are_worth_naming() => Assert.Null(BinomialBound.CasesNeeded(9501, 10_000, 0.95, 0.95));

    [Fact]
    public void More_cases_than_are_worth_naming_may_have_been_run()
    {
        Assert.Equal(150_000, BinomialBound.CasesNeeded(150_000, 150_000, 0.95, 0.95));
        Assert.Null(BinomialBound.CasesNeeded(142_501, 150_000, 0.95, 0.95));
    }

    [Theory]
    [InlineData(97, 100, 0.95, 0.95)]
    [InlineData(196, 205, 0.95, 0.95)]
    [InlineData(290, 300, 0.95, 0.95)]
    [InlineData(480, 500, 0.95, 0.95)]
    [InlineData(7, 9, 0.6, 0.9)]
    [InlineData(11, 12, 0.9, 0.975)]
    [InlineData(3, 5, 0.5, 0.95)]
    [InlineData(199, 200, 0.99, 0.95)]
    public void The_number_given_is_the_smallest_that_reaches_the_limit_at_the_observed_rate(int successes, int n, double limit, double confidence)
    {
        bool Reaches(int size) => BinomialBound.Lower((int)((long)successes * size / n), size, confidence) >= limit;
        var size = BinomialBound.CasesNeeded(successes, n, limit, confidence)!.Value;

        Assert.True(Reaches(size));
        Assert.DoesNotContain(Enumerable.Range(n, size - n), Reaches);
    }
}
