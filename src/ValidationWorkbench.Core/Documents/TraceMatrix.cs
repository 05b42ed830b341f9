using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Requirements with their functions, risks, criteria and results. Gaps are rows and are counted, never left out.</summary>
public static class TraceMatrix
{
    /// <summary>One row for each requirement, in the plan's order.</summary>
    public static IReadOnlyList<TraceRow> Of(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var findings = facts.Assessment.Findings.ToDictionary(finding => finding.Criterion.Id);
        return [.. facts.Plan.Requirements.Select(requirement =>
        {
            var criteria = facts.Plan.Criteria.Where(criterion => criterion.Requirement == requirement.Id)
                .Select(criterion => (criterion, findings.GetValueOrDefault(criterion.Id))).ToList();
            return new TraceRow(
                requirement,
                [.. facts.Plan.Functions.Where(function => function.Requirements.Contains(requirement.Id))],
                [.. facts.Plan.Risks.Where(risk => risk.Requirements.Contains(requirement.Id))],
                criteria,
                criteria.Count == 0 ? WithoutCriterion(requirement.VerifiedBy) : criteria.Min(entry => StateOf(entry.Item2, facts)));
        })];
    }

    /// <summary>How far a criterion was verified.</summary>
    public static TraceState StateOf(Finding? finding, DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return finding is null or { N: 0 } ? TraceState.CoveredNotExecuted
            : facts.Recommendation.Outcome == Outcome.Invalid ? TraceState.CoveredUndecided
            : finding.Verdict switch
            {
                Verdict.Go => TraceState.CoveredPassed,
                Verdict.NoGo => TraceState.CoveredFailed,
                _ => TraceState.CoveredUndecided,
            };
    }

    /// <summary>Every link that is missing: what lacks it, and what it lacks.</summary>
    public static IEnumerable<(string Item, string Gap)> Gaps(DocumentFacts facts)
    {
        var rows = Of(facts);
        return
        [
            .. rows.Where(row => row.State == TraceState.Gap).Select(row => (row.Requirement.Id, "no criterion of the plan covers it")),
            .. facts.Plan.Functions.Count == 0 ? [("Functions", "not stated in the plan; no requirement has a function")]
                : rows.Where(row => row.Functions.Count == 0 && row.State != TraceState.NotAutomatable)
                    .Select(row => (row.Requirement.Id, "no function of the plan answers to it")),
            .. facts.Plan.Risks.Count == 0 ? [("Risks", "not stated in the plan; no requirement has a risk")]
                : rows.Where(row => row.Risks.Count == 0).Select(row => (row.Requirement.Id, "no risk of the plan has it at stake")),
            .. facts.Plan.Risks.Where(risk => risk.Controls.Count == 0).Select(risk => (risk.Id, "no control is named")),
            .. facts.Plan.Risks.Where(risk => risk.Tests.Count == 0).Select(risk => (risk.Id, "no criterion or procedure shows its controls")),
            .. NotAssessed(facts.Plan).Select(topic => ($"Standing risk: {RiskWords.Of(topic)}", "the risk assessment passes over it")),
        ];
    }

    /// <summary>Standing risks of language models that the plan does not assess.</summary>
    public static IEnumerable<StandingRisk> NotAssessed(ValidationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Enum.GetValues<StandingRisk>().Where(topic => plan.Risks.All(risk => risk.Topic != topic));
    }

    private static TraceState WithoutCriterion(VerificationMethod method) => method switch
    {
        VerificationMethod.Criterion => TraceState.Gap,
        VerificationMethod.Record => TraceState.ByRecord,
        _ => TraceState.NotAutomatable,
    };
}
