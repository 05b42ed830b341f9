using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Words of the risk assessment.</summary>
internal static class RiskWords
{
    /// <summary>A standing risk as people write it.</summary>
    public static string Of(StandingRisk topic) => topic switch
    {
        StandingRisk.UnderCategorization or StandingRisk.NonReproducibility => CriterionWords.Kebab(topic),
        StandingRisk.TestSetContamination => "test-set contamination",
        _ => CriterionWords.Kebab(topic).Replace('-', ' '),
    };

    /// <summary>The standing risk that a line is about, or its own words where it is about none.</summary>
    public static string Topic(AssessedRisk risk) => risk.Topic is { } topic ? Of(topic) : "of this use";

    /// <summary>The tests of a risk with their results.</summary>
    public static string Tests(AssessedRisk risk, DocumentFacts facts) =>
        risk.Tests.Count == 0 ? "GAP: no criterion or procedure" : string.Join("; ", risk.Tests.Select(test => Test(test, facts)));

    private static string Test(string test, DocumentFacts facts) => facts.Assessment.Findings
        .FirstOrDefault(finding => finding.Criterion.Id == test) is { } finding
        ? $"{test} {CriterionWords.Name(finding.Criterion)}: {TraceWords.Of(TraceMatrix.StateOf(finding, facts))}"
        : facts.Plan.Criteria.Any(criterion => criterion.Id == test) ? $"{test}: {TraceWords.Of(TraceState.CoveredNotExecuted)}"
        : test;
}
