using System.Globalization;
using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Documents;

/// <summary>The values that a template can name, each a short text.</summary>
public static class DocumentValues
{
    private static readonly Dictionary<string, Func<DocumentFacts, string>> Makers = new(StringComparer.Ordinal)
    {
        ["organisation"] = facts => facts.Plan.Organisation,
        ["plan-id"] = facts => facts.Plan.Id,
        ["plan-title"] = facts => facts.Plan.Title,
        ["plan-version"] = facts => facts.Plan.Version,
        ["plan-sha256"] = facts => facts.Configuration.Plan.Sha256,
        ["purpose"] = facts => facts.Plan.ContextOfUse.Purpose,
        ["criticality"] = facts => facts.Plan.ContextOfUse.Critical ? "critical" : "not critical",
        ["reviewed-by"] = facts => facts.Plan.ContextOfUse.ReviewedBy,
        ["baseline"] = facts => facts.Configuration.Baseline.DisplayName,
        ["candidate"] = facts => facts.Configuration.Candidate.DisplayName,
        ["repeats"] = facts => Number(facts.Configuration.Repeats),
        ["cases"] = facts => Number(facts.Cases.Count),
        ["categorization-cases"] = facts => Number(facts.Cases.Count(entry => entry.Task == CaseTask.Categorization)),
        ["oq-cases"] = facts => Number(facts.Cases.Count(entry => entry.Task == CaseTask.OqGeneration)),
        ["trials"] = facts => Number(facts.Assessment.Totals.Sum(totals => totals.Planned)),
        ["run-id"] = facts => facts.RunId,
        ["outcome"] = facts => facts.Recommendation.IsDemonstration ? $"{facts.Recommendation.Word} (DEMONSTRATION)" : facts.Recommendation.Word,
        ["results-sha256"] = facts => facts.ResultsSha256,
        ["assessed-at"] = facts => Microseconds.WriteForPeople(facts.AssessedMicros),
        ["tool"] = facts => facts.Tool,
        ["head-sequence"] = facts => Number(facts.HeadSequence),
        ["head-hash"] = facts => facts.HeadHash,
        ["head-root"] = facts => facts.HeadRoot,
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>The value of a name.</summary>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public static string Of(string name, DocumentFacts facts) =>
        Makers.TryGetValue(name, out var make) ? make(facts) : throw new ArgumentException($"There is no value \"{name}\".", nameof(name));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
