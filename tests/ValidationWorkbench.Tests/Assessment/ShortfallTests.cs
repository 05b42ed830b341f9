using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>For an undecided criterion: about how many more it takes, were the observed rate the true one.</summary>
public sealed partial class ShortfallTests
{
    [Fact]
    public void With_as_many_more_at_the_same_rate_a_share_is_shown()
    {
        // 98 of 100: 181 cases with 3 failures would be shown, and 2 % of 181 is above 3.
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.Accuracy, 0.95), Make.Run((98, "RRR", "RRR"), (2, "RRR", "RRW")));
        var more = More(finding);
        var wrong = (int)Math.Ceiling((100 + more) * 0.02);
        var larger = CriterionAssessor.Assess(Make.Criterion(CriterionKind.Accuracy, 0.95), Make.Run((100 + more - wrong, "RRR", "RRR"), (wrong, "RRR", "RRW")));
        Assert.Equal((Verdict.Undecided, Verdict.Go), (finding.Verdict, larger.Verdict));
    }

    [Fact]
    public void With_as_many_more_calls_an_error_rate_is_shown()
    {
        var criterion = Make.Criterion(CriterionKind.ErrorRate, 0.005);
        var finding = CriterionAssessor.Assess(criterion, Make.Calls((500, true, 1)));
        Assert.Equal(98, More(finding));
        Assert.Equal(Verdict.Go, CriterionAssessor.Assess(criterion, Make.Calls((598, true, 1))).Verdict);
    }

    [Fact]
    public void With_as_many_more_cases_non_inferiority_is_shown()
    {
        var criterion = Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975);
        var finding = CriterionAssessor.Assess(criterion, Make.Run((60, "RRR", "RRR")));
        Assert.Equal(13, More(finding));
        Assert.Equal(Verdict.Go, CriterionAssessor.Assess(criterion, Make.Run((73, "RRR", "RRR"))).Verdict);
    }

    [Fact]
    public void Nothing_is_promised_where_the_rate_itself_is_not_good_enough() => Assert.EndsWith(
        "; at this rate more would not show it",
        CriterionAssessor.Assess(Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975), Make.Run((57, "RRR", "RRR"), (3, "RRR", "RRW"))).Reason, StringComparison.Ordinal);

    private static int More(Finding finding) => int.Parse(Promise().Match(finding.Reason).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("about ([0-9]+) more needed")]
    private static partial Regex Promise();
}
