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

    [Theory]
    [InlineData(97, 100)]
    [InlineData(196, 205)]
    [InlineData(290, 300)]
    [InlineData(480, 500)]
    public void The_number_given_does_reach_the_limit_at_the_observed_rate(int successes, int n)
    {
        var size = BinomialBound.CasesNeeded(successes, n, 0.95, 0.95)!.Value;
        Assert.True(BinomialBound.Lower((int)((long)successes * size / n), size, 0.95) >= 0.95);
    }
}
