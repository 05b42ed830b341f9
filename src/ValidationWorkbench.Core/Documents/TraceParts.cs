using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that link requirements, functions, risks, criteria and results, in both directions.</summary>
internal static class TraceParts
{
    private const string None = "none";

    /// <summary>The matrix of a report: requirement, criterion, state.</summary>
    public static IReadOnlyList<ContentPart> Matrix(DocumentFacts facts) =>
    [
        new TablePart("Requirements traced to criteria and findings; gaps are rows, not blanks",
            [new("Requirement", 2.2), new("Risk", 1.4), new("Verified by", 2.2), new("Criterion", 3.4), new("State", 4)],
            [.. TraceMatrix.Of(facts).SelectMany(row => Entries(row, facts).Select(entry => (IReadOnlyList<string>)
            [
                row.Requirement.Id, row.Requirement.Risk.ToString(), CriterionWords.Kebab(row.Requirement.VerifiedBy), entry.Criterion,
                TraceWords.Of(entry.State),
            ]))]),
    ];

    /// <summary>States with their meaning and numbers; the columns add up to all requirements and all criteria.</summary>
    public static IReadOnlyList<ContentPart> Totals(DocumentFacts facts)
    {
        var requirements = TraceMatrix.Of(facts);
        var criteria = requirements.SelectMany(row => row.Criteria).Select(entry => TraceMatrix.StateOf(entry.Finding, facts)).ToList();
        return
        [
            new TablePart("States of requirements and criteria; the last row is the sum",
                [new("State", 3), new("Meaning", 7), new("Requirements", 2, true), new("Criteria", 1.6, true)],
                [
                    .. Enum.GetValues<TraceState>().Select(state => (IReadOnlyList<string>)
                    [
                        TraceWords.Of(state), TraceWords.Meaning(state), Number(requirements.Count(row => row.State == state)),
                        Number(criteria.Count(found => found == state)),
                    ]),
                    ["All", string.Empty, Number(requirements.Count), Number(criteria.Count)],
                ]),
        ];
    }

    /// <summary>Every link that is missing.</summary>
    public static IReadOnlyList<ContentPart> Gaps(DocumentFacts facts)
    {
        var gaps = TraceMatrix.Gaps(facts).ToList();
        return gaps.Count == 0 ? [ParagraphPart.Plain("No link is missing: the plan has functions, risks and criteria for its requirements, and "
            + "assesses every standing risk.")]
            :
            [
                new NoticePart("Gaps", $"{Figures.Count(gaps.Count, "link")} missing between requirements, functions, risks and criteria."),
                new TablePart("Missing links", [new("Item", 3), new("Gap", 7)],
                    [.. gaps.Select(gap => (IReadOnlyList<string>)[gap.Item, $"GAP: {gap.Gap}"])]),
            ];
    }

    /// <summary>From requirements to results, what asks for attention first.</summary>
    public static IReadOnlyList<ContentPart> Forward(DocumentFacts facts) =>
    [
        new TablePart("From requirement to result: what asks for attention first",
            [new("Requirement", 2), new("Functions", 1.7), new("Configured by", 3.4), new("Risks", 1.7), new("Criterion", 2.8), new("Result", 3.4),
                new("State", 2.4), new("Deviation", 2.6)],
            [.. TraceMatrix.Of(facts).OrderBy(row => row.State).SelectMany(row => Entries(row, facts).OrderBy(entry => entry.State)
                .Select(entry => (IReadOnlyList<string>)
                [
                    row.Requirement.Id, Ids(row.Functions.Select(function => function.Id)),
                    row.Functions.Count == 0 ? None : string.Join("; ", row.Functions.Select(function => function.ConfiguredBy).Distinct()),
                    Ids(row.Risks.Select(risk => risk.Id)), entry.Criterion, entry.Result, TraceWords.Of(entry.State), entry.Deviation,
                ]))])
        { IsWide = true },
    ];

    /// <summary>From functions, risks and criteria back to requirements.</summary>
    public static IReadOnlyList<ContentPart> Backward(DocumentFacts facts) =>
    [
        .. facts.Plan.Criteria.Count == 0 ? [] : new[]
        {
            new TablePart("From criteria back to requirements", [new("Criterion", 4), new("Requirement", 2.4), new("Functions", 2.6),
                new("Tests the controls of", 3), new("State", 3)],
                [.. TraceMatrix.Of(facts).SelectMany(row => row.Criteria.Select(entry => (IReadOnlyList<string>)
                [
                    $"{entry.Criterion.Id} {CriterionWords.Name(entry.Criterion)}", row.Requirement.Id, Ids(row.Functions
                        .Select(function => function.Id)),
                    Ids(facts.Plan.Risks.Where(risk => risk.Tests.Contains(entry.Criterion.Id)).Select(risk => risk.Id)),
                    TraceWords.Of(TraceMatrix.StateOf(entry.Finding, facts)),
                ])).OrderBy(row => row[0], StringComparer.Ordinal)]),
        },
        .. facts.Plan.Risks.Count == 0 ? [] : new[]
        {
            new TablePart("From risks back to requirements", [new("Risk", 1.6), new("Requirements", 3), new("Function", 1.8), new("Shown by", 7)],
                [.. facts.Plan.Risks.Select(risk => (IReadOnlyList<string>)
                    [risk.Id, Ids(risk.Requirements), risk.Function ?? None, RiskWords.Tests(risk, facts)])]),
        },
        .. facts.Plan.Functions.Count == 0 ? [] : new[]
        {
            new TablePart("From functions back to requirements", [new("Function", 1.6), new("Requirements", 3), new("Configured by", 5),
                new("Risks", 3)],
                [.. facts.Plan.Functions.Select(function => (IReadOnlyList<string>)
                [
                    function.Id, Ids(function.Requirements), function.ConfiguredBy,
                    Ids(facts.Plan.Risks.Where(risk => risk.Function == function.Id).Select(risk => risk.Id)),
                ])]),
        },
    ];

    private static IEnumerable<(string Criterion, string Result, TraceState State, string Deviation)> Entries(TraceRow row, DocumentFacts facts) =>
        row.Criteria.Count == 0 ? [(None, "–", row.State, "–")] : row.Criteria.Select(entry => Entry(entry.Criterion, entry.Finding, facts));

    private static (string Criterion, string Result, TraceState State, string Deviation) Entry(AcceptanceCriterion criterion, Finding? finding,
        DocumentFacts facts)
    {
        var state = TraceMatrix.StateOf(finding, facts);
        return ($"{criterion.Id} {CriterionWords.Name(criterion)}", finding is null or { N: 0 } ? "–" : Result(finding), state,
            Deviation(criterion, state, facts));
    }

    private static string Result(Finding finding)
    {
        var bound = finding.Criterion.Method == CriterionMethod.Gate ? string.Empty : $", bound {CriterionWords.Bound(finding)}";
        return $"{CriterionWords.Observed(finding)}{bound}, n = {Number(finding.N)}: {CriterionWords.Word(finding.Verdict)}";
    }

    private static string Deviation(AcceptanceCriterion criterion, TraceState state, DocumentFacts facts)
    {
        if (criterion.Kind == CriterionKind.CriticalTokens)
        {
            var found = DispositionCounts.Of(facts.Scored.Select(CaseTask.OqGeneration, criterion.Stratum)
                .SelectMany(testCase => facts.Scored.Likeness.GetValueOrDefault(testCase.Id)?.Differences ?? []));
            return $"{Figures.Count(found.Total, "difference")}: {Number(found.Open)} open, {Number(found.Acceptable)} acceptable, "
                + $"{Number(found.NotAcceptable)} not acceptable";
        }

        return state switch
        {
            TraceState.CoveredPassed => None,
            TraceState.CoveredFailed => "criterion not met; no disposition on record",
            _ => "not decided; no disposition on record",
        };
    }

    private static string Ids(IEnumerable<string> ids) => ids.ToList() is { Count: > 0 } list ? string.Join(", ", list) : None;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
