using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Decisions;

/// <summary>A finding as it stands in files.</summary>
public sealed record CriterionResult(
    string Id,
    CriterionKind Kind,
    IReadOnlyDictionary<string, string> Stratum,
    string Requirement,
    Severity Severity,
    CriterionUnit Unit,
    CriterionMethod Method,
    double Limit,
    double? Confidence,
    double? CaseLimit,
    double? Tolerance,
    double? LeastSelfSimilarity,
    double? MaxLargeShare,
    double? Seconds,
    int N,
    double? Observed,
    double? Lower,
    double? Upper,
    double? GuardUpper,
    double? Baseline,
    string Verdict,
    string Reason)
{
    public static CriterionResult Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var criterion = finding.Criterion;
        return new CriterionResult(
            criterion.Id, criterion.Kind, criterion.Stratum, criterion.Requirement, criterion.Severity, criterion.Unit, criterion.Method,
            criterion.Limit,
            criterion.Method == CriterionMethod.Gate ? null : criterion.Confidence, criterion.CaseLimit, criterion.Tolerance,
            criterion.LeastSelfSimilarity, criterion.MaxLargeShare, criterion.Seconds,
            finding.N, finding.Observed, finding.Lower, finding.Upper, finding.GuardUpper, finding.Baseline, CriterionWords.Word(finding.Verdict),
            finding.Reason);
    }
}
