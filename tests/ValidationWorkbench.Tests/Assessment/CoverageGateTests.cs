using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Requirement coverage is a gate: every case in every repeat.</summary>
public sealed class CoverageGateTests
{
    [Fact]
    public void Three_covered_cases_pass_and_no_bound_is_claimed()
    {
        var finding = Assess((3, "CCC", "RRR"));
        Assert.Equal((Verdict.Go, "3 of 3 cases with every requirement covered in all 3 repeats", 1d, 0d), (finding.Verdict, finding.Reason, finding.Observed, finding.Baseline));
        Assert.Equal((null, null), (finding.Lower, finding.Upper));
    }

    [Theory]
    [InlineData("RRC")]
    [InlineData("RXR")]
    [InlineData("-RR")]
    public void One_gap_in_one_repeat_of_one_case_of_a_thousand_breaks_it(string gap) => Assert.Equal(Verdict.NoGo, Assess((999, "RRR", "RRR"), (1, "RRR", gap)).Verdict);

    [Fact]
    public void Other_faults_of_a_suite_do_not_matter_to_it() => Assert.Equal(Verdict.Go, Assess((5, "RRR", "SMS")).Verdict);

    private static Finding Assess(params (int, string, string)[] groups) =>
        CriterionAssessor.Assess(Make.Criterion(CriterionKind.RequirementCoverage, 1), Make.Run(CaseTask.OqGeneration, groups));
}
