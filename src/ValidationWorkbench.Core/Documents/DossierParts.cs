using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the model and supplier dossier: what the plan states, what was set, what was observed.</summary>
internal static class DossierParts
{
    public static IReadOnlyList<ContentPart> Stated(DocumentFacts facts) =>
        [.. new[] { facts.Configuration.Baseline, facts.Configuration.Candidate }
            .SelectMany(model => Stated(model, facts.Plan.Dossiers.GetValueOrDefault(model.Name)))];

    public static IReadOnlyList<ContentPart> Observed(DocumentFacts facts) =>
    [
        new TablePart("Answers by name, build and provider",
            [new("Model", 3), new("Asked for as", 3), new("Answered as", 3), new("Build", 3), new("Served by", 2.4), new("Answers", 1.4, true)],
            [.. ServedBuild.All(facts.Attempts).Select(build => (facts.Configuration.ModelOf(build.Role), build))
                .Select(pair => (IReadOnlyList<string>)
                [pair.Item1.DisplayName, pair.Item1.Model, pair.build.Model ?? "–", pair.build.Fingerprint ?? "–", pair.build.Provider ?? "–",
                    StatusWords.Number(pair.build.Answers)])]),
    ];

    public static IReadOnlyList<ContentPart> Settings(DocumentFacts facts) =>
    [
        new TablePart("Settings that could change an answer, as frozen with the run",
            [new("Model", 3), new("Settings", 8), new("Context window", 2.4)],
            [.. new[] { facts.Configuration.Baseline, facts.Configuration.Candidate }.Select(model => (IReadOnlyList<string>)
            [
                model.DisplayName, model.HasEndpoint ? model.Wire.Describe() : "no endpoint",
                model.HasEndpoint && model.Wire.ContextWindow is { } window ? Figures.Count(window, "token") : "not known",
            ])]),
    ];

    private static IEnumerable<ContentPart> Stated(ModelSpec model, ModelDossier? dossier)
    {
        var items = Items(dossier ?? new ModelDossier()).ToList();
        var open = items.Count(item => string.IsNullOrWhiteSpace(item.Value));
        yield return new FactsPart([("Model", model.DisplayName),
            .. items.Select(item => (item.Name, string.IsNullOrWhiteSpace(item.Value) ? "not stated" : item.Value))]);
        if (open > 0)
        {
            yield return new NoticePart($"GAP: {StatusWords.Number(open)} of {StatusWords.Number(items.Count)} items "
                + $"not stated for {model.DisplayName}",
                dossier is null ? $"{ProtocolParts.NotStated} (dossiers: {model.Name})." : "They are for the company to find out before a release.");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Items(ModelDossier dossier) =>
    [
        ("Provider", dossier.Provider), ("Revision", dossier.Revision), ("Licence", dossier.Licence), ("Training cut-off", dossier.TrainingCutoff),
        ("Quantisation", dossier.Quantisation), ("Hosting", dossier.Hosting), ("Use of data", dossier.DataUse), ("Retention", dossier.Retention),
        ("Update policy", dossier.UpdatePolicy), ("Known limits", string.Join(' ', dossier.KnownLimits)),
    ];
}
