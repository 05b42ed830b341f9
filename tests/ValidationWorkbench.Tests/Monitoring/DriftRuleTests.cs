using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

/// <summary>H hard trigger, W worse, T trigger, C the data cannot tell, S shown.</summary>
public sealed class DriftRuleTests
{
    public static TheoryData<int> Combinations => new(Enumerable.Range(0, 32));

    [Theory]
    [InlineData("", "ALERT")]
    [InlineData("S", "STABLE")]
    [InlineData("C", "ALERT")]
    [InlineData("CS", "ALERT")]
    [InlineData("T", "ALERT")]
    [InlineData("TS", "ALERT")]
    [InlineData("TC", "ALERT")]
    [InlineData("W", "REVALIDATE")]
    [InlineData("WTC", "REVALIDATE")]
    [InlineData("H", "REVALIDATE")]
    [InlineData("HS", "REVALIDATE")]
    [InlineData("HWTCS", "REVALIDATE")]
    public void The_outcome_follows_from_what_was_found(string found, string expected) => Assert.Equal(expected, DriftRule.Decide(Evidence(found)).Word);

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Whatever_else_is_found_a_finding_against_never_makes_the_outcome_milder(int combination)
    {
        var found = Letters(combination);
        foreach (var against in "HWTC")
        {
            Assert.True(DriftRule.Decide(Evidence(found + against)).Outcome >= DriftRule.Decide(Evidence(found)).Outcome, $"{found} and {against}");
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Every_finding_is_a_reason_and_those_that_decide_come_first(int combination)
    {
        var found = Letters(combination);
        Assert.Equal(found.Length == 0 ? [DriftRule.NothingShown] : found.Select(letter => letter.ToString()), DriftRule.Decide(Evidence(found)).Reasons);
    }

    private static string Letters(int combination) => string.Concat("HWTCS".Where((_, i) => (combination & (1 << i)) != 0));

    private static DriftEvidence Evidence(string found)
    {
        string[] Of(char letter) => found.Contains(letter, StringComparison.Ordinal) ? [letter.ToString()] : [];
        return new DriftEvidence { HardTriggers = Of('H'), Worse = Of('W'), Triggers = Of('T'), CannotTell = Of('C'), Shown = Of('S') };
    }
}
