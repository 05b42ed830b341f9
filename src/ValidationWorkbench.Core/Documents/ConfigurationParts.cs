using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that say what was run: models, cases, frozen files.</summary>
internal static class ConfigurationParts
{
    public static IReadOnlyList<ContentPart> Models(DocumentFacts facts) =>
    [
        new TablePart("Models", [new("Role", 2), new("Name", 4), new("Provider", 3), new("Model id", 3), new("Endpoint", 4), new("Parameters", 5)],
            [ModelRow("Baseline", facts.Configuration.Baseline), ModelRow("Candidate", facts.Configuration.Candidate)]),
    ];

    public static IReadOnlyList<ContentPart> CaseSets(DocumentFacts facts) =>
    [
        new TablePart("Case sets", [new("Set", 4), new("Task", 3), new("Cases", 1.2, true), new("SHA-256", 7), new("Pinned by the plan", 2)],
            [.. facts.CaseSets.Select((set, i) => (IReadOnlyList<string>)
                [set.Id, CriterionWords.Kebab(set.Task), Number(set.Cases.Count), facts.Configuration.CaseSets[i].Sha256, facts.Configuration.CaseSets[i].Pinned ? "yes" : "no"])]),
    ];

    public static IReadOnlyList<ContentPart> CaseOrigins(DocumentFacts facts) =>
    [
        new TablePart("Origin and verification of the expected answers", [new("Origin", 3), new("Verified by nobody", 2, true), new("by one person", 2, true), new("by two persons", 2, true), new("Cases", 2, true)],
            [.. facts.Cases.Select(entry => entry.Case).GroupBy(testCase => testCase.Origin).OrderBy(group => group.Key).Select(group => (IReadOnlyList<string>)
            [
                CriterionWords.Kebab(group.Key), Number(group.Count(testCase => testCase.VerifiedBy.Count == 0)), Number(group.Count(testCase => testCase.VerifiedBy.Count == 1)),
                Number(group.Count(testCase => testCase.VerifiedBy.Count == 2)), Number(group.Count()),
            ])]),
    ];

    public static IReadOnlyList<ContentPart> Fingerprint(DocumentFacts facts)
    {
        var configuration = facts.Configuration;
        return
        [
            new FactsPart(
            [
                ("Run", facts.RunId),
                ("Planned", Microseconds.WriteForPeople(facts.PlannedMicros)),
                ("Plan", $"{configuration.PlanId}, version {configuration.PlanVersion}, SHA-256 {configuration.Plan.Sha256}"),
                .. configuration.Prompts.Select(prompt => ("Prompt", $"{prompt.Name}, SHA-256 {prompt.Sha256}")),
                .. configuration.Templates.Select(template => ("Template", $"{template.Name}, SHA-256 {template.Sha256}")),
                .. configuration.Profile is { } profile ? new[] { ("Profile", $"{profile}, a deployment profile of the plan") } : [],
                ("Repeats, seed", $"{Figures.Count(configuration.Repeats, "repeat")}, seed {Number(configuration.Seed)}, up to {Number(configuration.Concurrency)} calls at once"),
                ("Answers from", configuration.ReplayedFrom is { } recording ? $"a recording, index SHA-256 {recording}"
                    : configuration.FrozenBaseline is { } frozen ? $"the candidate; the baseline is answered from {frozen.Describe()}"
                        : "the models"),
                ("Configuration", $"SHA-256 {facts.ConfigurationSha256}"),
                ("Tool", facts.Tool),
            ]),
        ];
    }

    public static IReadOnlyList<ContentPart> Deviations(DocumentFacts facts) =>
        facts.Configuration.Deviations.Count == 0
            ? [ParagraphPart.Plain("The run was carried out as planned; no setting differs from the frozen plan.")]
            : [ParagraphPart.Plain("These settings differ from the frozen plan. Each needs a disposition by a named person."), .. PlanParts.List(facts.Configuration.Deviations)];

    private static IReadOnlyList<string> ModelRow(string role, ModelSpec model) =>
        [role, model.DisplayName, model.IsSimulated ? "simulated (no language model)" : model.Provider, model.Model, model.Plugin?.Describe()
            ?? string.Join("; ", [model.Endpoint ?? "none", .. model.DescribeFallbacks()]), model.Parameters.Describe()];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
