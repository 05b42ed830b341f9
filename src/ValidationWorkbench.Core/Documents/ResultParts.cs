using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that say what was found and what is recommended.</summary>
internal static class ResultParts
{
    public static IReadOnlyList<ContentPart> Recommendation(DocumentFacts facts)
    {
        var recommendation = facts.Recommendation;
        var parts = new List<ContentPart>
        {
            new NoticePart($"Recommendation: {DocumentValues.Of("outcome", facts)}", Meaning(recommendation.Outcome)),
            ParagraphPart.Plain("Reasons:"),
        };
        parts.AddRange(PlanParts.List(recommendation.Reasons));
        if (recommendation.Warnings.Count > 0)
        {
            parts.Add(ParagraphPart.Plain("Warnings, which change no verdict:"));
            parts.AddRange(PlanParts.List(recommendation.Warnings));
        }

        if (recommendation.IsDemonstration)
        {
            parts.Add(new NoticePart("Demonstration only",
                "This outcome shows how the workbench works. It is no evidence about any model, because:"));
            parts.AddRange(PlanParts.List(recommendation.DemonstrationReasons));
        }

        return parts;
    }

    public static IReadOnlyList<ContentPart> Counts(DocumentFacts facts)
    {
        var totals = facts.Assessment.Totals;
        IReadOnlyList<string> Row(string name, ModelTotals of) =>
            [name, Number(of.Planned), Number(of.Passed), Number(of.Failed), Number(of.Undecided), Number(of.Error), Number(of.Aborted),
                Number(of.Unscored)];
        return
        [
            new TablePart("Trials: planned is the sum of the other columns",
                [new("Model", 4), new("Planned", 1.6, true), new("Passed", 1.6, true), new("Failed", 1.6, true), new("Undecided", 1.8, true),
                    new("Error", 1.4, true), new("Aborted", 1.6, true), new("Unscored", 1.7, true)],
                [Row(facts.Configuration.Baseline.DisplayName, totals[0]), Row(facts.Configuration.Candidate.DisplayName, totals[1]),
                    Row("Both", totals[0] + totals[1])]),
        ];
    }

    public static IReadOnlyList<ContentPart> Findings(DocumentFacts facts) =>
    [
        new TablePart("Criteria, severe ones first. The verdict follows from the bound, not from the observed value",
            [new("Id", 1.5), new("Criterion", 3.6), new("Required", 2.7), new("Observed", 2), new("Bound", 2.2), new("Baseline", 1.8),
                new("n", 1.1, true), new("Verdict", 2.2)],
            [.. facts.Assessment.Findings.Select(finding => (IReadOnlyList<string>)
            [
                finding.Criterion.Id, CriterionWords.Name(finding.Criterion), CriterionWords.Required(finding.Criterion),
                CriterionWords.Observed(finding), CriterionWords.Bound(finding),
                CriterionWords.Baseline(finding), Number(finding.N), CriterionWords.Word(finding.Verdict),
            ])]),
        .. Readiness(facts),
        ParagraphPart.Plain("In detail:"),
        .. PlanParts.List([.. facts.Assessment.Findings.Select(finding =>
            $"{finding.Criterion.Id} {CriterionWords.Word(finding.Verdict)}: {finding.Reason}.{Classes(finding, facts)}")]),
    ];

    private static IEnumerable<ContentPart> Readiness(DocumentFacts facts) => facts.Assessment.Readiness is not { } readiness ? []
        : [ParagraphPart.Plain($"Readiness score, for display only: "
            + $"{Number(facts.Assessment.Findings.Count(finding => finding.Verdict == Verdict.Go))} of "
            + $"{Number(facts.Assessment.Findings.Count)} criteria are GO, {Figures.Percent(readiness)}, each with the same weight. It decides "
            + "nothing: one criterion that is not GO is enough to wait.")];

    /// <summary>Trouble at the endpoint and unreadable replies are no missing requirements, though the gate lets none of them pass.</summary>
    private static string Classes(Finding finding, DocumentFacts facts)
    {
        if (facts.Assessment.Gates.FirstOrDefault(gate => gate.CriterionId == finding.Criterion.Id) is not { } gate)
        {
            return string.Empty;
        }

        var answers = gate.Answers;
        return $" Cases: {Number(gate.Passed)} passed, {Number(gate.Failed)} failed with a requirement missing in a readable answer, "
            + $"{Number(gate.EndpointError)} without an answer (endpoint error), {Number(gate.Unreadable)} unreadable. Unreadable answers: "
            + $"{Number(answers.CutOff)} cut off, {Number(answers.BudgetSpent)} cut off before any answer, {Number(answers.NoFinalChannel)} without a final channel, "
            + $"{Number(answers.Refused)} refused, {Number(answers.Empty)} empty, "
            + $"{Number(answers.NotJson)} not JSON, {Number(answers.WrongStructure)} of another structure.";
    }

    private static string Meaning(Outcome outcome) => outcome switch
    {
        Outcome.Go => "Every criterion was shown to be met. This is a recommendation for the stated, not critical and human-reviewed use; the "
            + "decision and its signatures are the company's.",
        Outcome.NoGo => "At least one criterion was shown not to be met, or the intended use rules a language model out. The baseline stays.",
        Outcome.Undecided =>
            "The data cannot show that every criterion is met, and do not show the contrary. The baseline stays; more cases may decide.",
        _ => "The run is no basis for judgement. There is no recommendation; the baseline stays.",
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
