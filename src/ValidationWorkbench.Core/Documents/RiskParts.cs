using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the risk assessment.</summary>
internal static class RiskParts
{
    private static readonly IReadOnlyList<ContentPart> NotStated =
        [new NoticePart("Not stated in the plan", "The plan has no section \"risks\": the risks of this use are not assessed.")];

    /// <summary>Both steps of the method as tables, made by the functions that rate the risks.</summary>
    public static IReadOnlyList<ContentPart> Method(DocumentFacts facts) =>
    [
        new TablePart("Step 1: risk class from severity and probability",
            [new("Severity", 3), .. RiskMatrix.Levels.Reverse().Select(probability => new TableColumn($"Probability {Word(probability)}", 2))],
            [.. RiskMatrix.Levels.Select(severity => (IReadOnlyList<string>)
                [Word(severity), .. RiskMatrix.Levels.Reverse()
                    .Select(probability => $"class {Number(RiskMatrix.ClassOf(severity, probability))}")])]),
        new TablePart("Step 2: priority from risk class and detectability",
            [new("Risk class", 3), .. RiskMatrix.Levels.Reverse().Select(detectability =>
                new TableColumn($"Detectability {Word(detectability)}", 2))],
            [.. Enumerable.Range(1, 3).Select(riskClass => (IReadOnlyList<string>)
                [$"class {Number(riskClass)}", .. RiskMatrix.Levels.Reverse()
                    .Select(detectability => Word(RiskMatrix.PriorityOf(riskClass, detectability)))])]),
    ];

    /// <summary>Risks, their controls and priorities in short.</summary>
    public static IReadOnlyList<ContentPart> Summary(DocumentFacts facts) => facts.Plan.Risks.Count == 0 ? NotStated :
    [
        new TablePart("Risks of the use by priority", [new("Id", 1.6), new("Failure mode", 4.4), new("Controls", 5.6), new("Priority", 1.8),
            new("Residual", 1.8)],
            [.. ByPriority(facts).Select(risk => (IReadOnlyList<string>)
                [risk.Id, risk.FailureMode, Controls(risk), Word(risk.Initial.Priority), Word(risk.Residual.Priority)])]),
    ];

    /// <summary>The whole register.</summary>
    public static IReadOnlyList<ContentPart> Register(DocumentFacts facts) => facts.Plan.Risks.Count == 0 ? NotStated :
    [
        new TablePart("Failure modes, by priority", [new("Id", 1.5), new("Topic", 2.4), new("For", 2), new("Failure mode", 4), new("Cause", 4),
            new("Effect", 4)],
            [.. ByPriority(facts).Select(risk => (IReadOnlyList<string>)
                [risk.Id, RiskWords.Topic(risk), string.Join(", ", risk.Function is null ? risk.Requirements
                    : risk.Requirements.Append(risk.Function)),
                    risk.FailureMode, risk.Cause, risk.Effect])]),
        new TablePart("Ratings without the controls and, as residual, with them. S severity, P probability, D detectability",
            [new("Id", 1.5), new("S / P / D", 3.6), new("Class", 1.3, true), new("Priority", 2), new("Residual S / P / D", 3.6),
                new("Residual class", 1.8, true), new("Residual priority", 2)],
            [.. ByPriority(facts).Select(risk => (IReadOnlyList<string>)[risk.Id, .. Ratings(risk.Initial), .. Ratings(risk.Residual)])]),
        new TablePart("Controls and what shows that they work", [new("Id", 1.5), new("Controls", 6), new("Shown by", 6)],
            [.. ByPriority(facts).Select(risk => (IReadOnlyList<string>)[risk.Id, Controls(risk), RiskWords.Tests(risk, facts)])]),
        new TablePart("Risks by priority; each column adds up to all risks", [new("Priority", 4),
            new("Without controls", 2, true), new("Residual", 2, true)],
            [
                .. RiskMatrix.Levels.Select(level => (IReadOnlyList<string>)
                [
                    Word(level), Number(facts.Plan.Risks.Count(risk => risk.Initial.Priority == level)),
                    Number(facts.Plan.Risks.Count(risk => risk.Residual.Priority == level)),
                ]),
                ["All", Number(facts.Plan.Risks.Count), Number(facts.Plan.Risks.Count)],
            ]),
    ];

    /// <summary>The standing risks of language models; those that the plan passes over first.</summary>
    public static IReadOnlyList<ContentPart> Standing(DocumentFacts facts) =>
    [
        new TablePart("Standing risks of language models", [new("Risk", 4), new("Assessed in", 3), new("Priority", 2), new("Residual", 2)],
            [.. Enum.GetValues<StandingRisk>().Select(topic => (Topic: topic, Risks: facts.Plan.Risks.Where(risk => risk.Topic == topic).ToList()))
                .OrderBy(entry => entry.Risks.Count > 0).Select(entry => (IReadOnlyList<string>)(entry.Risks.Count == 0
                    ? [RiskWords.Of(entry.Topic), "GAP: not assessed", "–", "–"]
                    :
                    [
                        RiskWords.Of(entry.Topic), string.Join(", ", entry.Risks.Select(risk => risk.Id)), Word(entry.Risks
                            .Min(risk => risk.Initial.Priority)),
                        Word(entry.Risks.Min(risk => risk.Residual.Priority)),
                    ]))]),
    ];

    /// <summary>A line for each residual risk, to be signed by the person who accepts it. Nobody's name is filled in.</summary>
    public static IReadOnlyList<ContentPart> Acceptance(DocumentFacts facts) => facts.Plan.Risks.Count == 0 ? NotStated :
    [
        new TablePart("Residual risks, to be accepted by a named person; no acceptance is on record",
            [new("Id", 1.6), new("Residual", 1.8), new("Why it may be borne", 6), new("Accepted by", 3), new("Signature, date", 3)],
            [.. facts.Plan.Risks.OrderBy(risk => risk.Residual.Priority).Select(risk => (IReadOnlyList<string>)
                [risk.Id, Word(risk.Residual.Priority), risk.Acceptance, string.Empty, string.Empty])])
        { ForSigning = true },
    ];

    private static IEnumerable<AssessedRisk> ByPriority(DocumentFacts facts) => facts.Plan.Risks
        .OrderBy(risk => risk.Initial.Priority).ThenBy(risk => risk.Initial.Class);

    private static IEnumerable<string> Ratings(RiskRatings ratings) =>
        [$"{Word(ratings.Severity)} / {Word(ratings.Probability)} / {Word(ratings.Detectability)}", Number(ratings.Class), Word(ratings.Priority)];

    private static string Controls(AssessedRisk risk) => risk.Controls.Count == 0 ? "GAP: none" : string.Join("; ", risk.Controls);

    private static string Word(RiskLevel level) => CriterionWords.Kebab(level);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
