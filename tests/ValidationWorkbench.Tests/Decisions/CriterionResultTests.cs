using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Decisions;

/// <summary>Findings as they stand in files.</summary>
public sealed class CriterionResultTests
{
    [Fact]
    public void Every_figure_of_a_finding_is_taken_over_unrounded()
    {
        var stratum = new Dictionary<string, string> { ["system"] = "lims" };
        var finding = Make.Finding("AC-9", Verdict.NoGo) with { Observed = 1.0 / 3, Lower = 0.1234567890123, Upper = 0.9876543210987, GuardUpper = 0.04, Baseline = 0.5 };
        finding = finding with { Criterion = finding.Criterion with { Stratum = stratum, CaseLimit = 0.8, LeastSelfSimilarity = 0.6, Seconds = 2, Severity = Severity.Critical } };
        var expected = new CriterionResult(
            "AC-9", CriterionKind.Accuracy, stratum, "URS-1", Severity.Critical, CriterionUnit.Case, CriterionMethod.ClopperPearson, 0.95, 0.95, 0.8, null, 0.6, null, 2,
            100, 1.0 / 3, 0.1234567890123, 0.9876543210987, 0.04, 0.5, "NO-GO", "why");
        Assert.Equal(expected, CriterionResult.Of(finding));
    }

    [Fact]
    public void A_gate_has_no_confidence()
    {
        var finding = Make.Finding("AC-1", Verdict.Go);
        Assert.Null(CriterionResult.Of(finding with { Criterion = finding.Criterion with { Method = CriterionMethod.Gate } }).Confidence);
    }
}
