using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Numbers of cases against the success-run theorem and R.</summary>
public sealed class SuccessRunTests
{
    // ceiling(ln(1 - C) / ln(R)); 1 - C = R^n exactly in the last three.
    [Theory]
    [InlineData(0.90, 0.90, 22)]
    [InlineData(0.95, 0.95, 59)]
    [InlineData(0.99, 0.999, 4603)]
    [InlineData(0.95, 0, 1)]
    [InlineData(0.75, 0.5, 2)]
    [InlineData(0.19, 0.9, 2)]
    [InlineData(0.9, 0.1, 1)]
    public void Without_a_failure_the_number_is_that_of_the_theorem(double confidence, double reliability, int n) => Assert.Equal(n, SuccessRun.CasesNeeded(confidence, reliability));

    // R: smallest n with pbinom(f, n, 1 - R) <= 1 - C.
    [Theory]
    [InlineData(0.95, "59 93 124 153 181 208 234 260 286 311 336")]
    [InlineData(0.90, "29 46 61 76 89 103 116 129 142 154 167")]
    [InlineData(0.995, "598 947 1258 1549")]
    [InlineData(0.999, "2995 4742 6294 7752")]
    public void Allowed_failures_cost_these_numbers(double reliability, string numbers)
    {
        var expected = numbers.Split(' ').Select(int.Parse).ToList();
        Assert.Equal(expected, expected.Select((_, failures) => SuccessRun.CasesNeeded(0.95, reliability, failures)!.Value));
    }

    [Fact]
    public void The_number_is_the_smallest_that_shows_the_reliability_and_the_bound_agrees()
    {
        var random = new SplitMix64(5);
        for (var i = 0; i < 200; i++)
        {
            var reliability = (500 + random.NextIndex(495)) / 1000.0;
            var confidence = (800 + random.NextIndex(195)) / 1000.0;
            var failures = random.NextIndex(6);
            var n = SuccessRun.CasesNeeded(confidence, reliability, failures)!.Value;
            Assert.True(BinomialBound.Lower(n - failures, n, confidence) >= reliability - 1e-12);
            Assert.True(n == failures + 1 || BinomialBound.Lower(n - 1 - failures, n - 1, confidence) < reliability + 1e-12);
        }
    }

    [Fact]
    public void Certainty_is_never_shown() => Assert.Null(SuccessRun.CasesNeeded(0.95, 1));

    [Theory]
    [InlineData(10, 0.258865550893052, 0.3)]
    [InlineData(60, 0.0487029133100975, 0.05)]
    [InlineData(3000, 0.000998079011996555, 0.001)]
    public void Cases_without_a_failure_leave_this_rate_possible(int n, double exact, double ruleOfThree)
    {
        Assert.Equal(exact, SuccessRun.ZeroFailureUpper(n, 0.95), 1e-12);
        Assert.Equal(ruleOfThree, SuccessRun.RuleOfThree(n)!.Value, 1e-15);
    }

    [Fact]
    public void Without_a_case_every_rate_is_possible_and_there_is_no_rule_of_three()
    {
        Assert.Equal(1, SuccessRun.ZeroFailureUpper(0, 0.95));
        Assert.Null(SuccessRun.RuleOfThree(0));
    }

    [Theory]
    [InlineData(0, 0.95, 0)]
    [InlineData(1, 0.95, 0)]
    [InlineData(0.95, -0.1, 0)]
    [InlineData(0.95, 1.1, 0)]
    [InlineData(0.95, double.NaN, 0)]
    [InlineData(0.95, 0.95, -1)]
    public void Impossible_settings_are_refused(double confidence, double reliability, int failures) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SuccessRun.CasesNeeded(confidence, reliability, failures));
}
