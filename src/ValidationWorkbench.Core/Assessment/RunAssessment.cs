using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>All that was computed from the scores of a run.</summary>
public sealed record RunAssessment
{
    /// <summary>Findings, severe criteria first, then in the plan's order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Paired table over the categorization cases.</summary>
    public required Comparison Categorization { get; init; }

    /// <summary>Paired table over the OQ cases.</summary>
    public required Comparison OqGeneration { get; init; }

    /// <summary>Confusion matrix of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<ConfusionMatrix> Confusion { get; init; }

    /// <summary>Answers that could not be judged, of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<UnreadableAnswers> Unreadable { get; init; }

    /// <summary>Agreement of the categories given, over all categorization cases. Descriptive.</summary>
    public required Concordance Agreement { get; init; }

    public required IReadOnlyList<StratumRow> Strata { get; init; }

    /// <summary>Cases whose repeats disagree in category.</summary>
    public required IReadOnlyList<Repeatability> Disagreements { get; init; }

    /// <summary>Trials of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<ModelTotals> Totals { get; init; }

    /// <summary>Quotes claimed and found, of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<(int Given, int Found)> Quotes { get; init; }

    /// <summary>Similarities of OQ suites by embeddings, for display; null where the plan asks for none.</summary>
    public EmbeddingSimilarity? Embeddings { get; init; }

    /// <summary>Computes everything. The totals come from the caller, who knows what was planned.</summary>
    public static RunAssessment Of(IReadOnlyList<AcceptanceCriterion> criteria, ScoredRun run, IReadOnlyList<ModelTotals> totals)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(run);
        var anywhere = new Dictionary<string, string>();
        ModelRole[] roles = [ModelRole.Baseline, ModelRole.Candidate];
        return new RunAssessment
        {
            Findings = [.. criteria.OrderBy(criterion => criterion.Severity).ThenBy(criterion => criterion.Method != CriterionMethod.Gate)
                .Select(criterion => CriterionAssessor.Assess(criterion, run))],
            Categorization = Comparison.Of(run, run.Select(CaseTask.Categorization, anywhere)),
            OqGeneration = Comparison.Of(run, run.Select(CaseTask.OqGeneration, anywhere)),
            Confusion = [.. roles.Select(role => ConfusionMatrix.Of(run, role))],
            Unreadable = [.. roles.Select(role => UnreadableAnswers.Of(run, role))],
            Agreement = Concordance.Of(run, run.Select(CaseTask.Categorization, anywhere), tolerance: null),
            Strata = StratumRow.All(run),
            Disagreements = [.. roles.SelectMany(role => Disagreeing(run, role))],
            Totals = totals,
            Quotes = [.. roles.Select(role => CountQuotes(run, role))],
            Embeddings = run.Embeddings,
        };
    }

    private static IEnumerable<Repeatability> Disagreeing(ScoredRun run, ModelRole role) =>
        from entry in run.Cases
        where entry.Task == CaseTask.Categorization
        let repeats = run.Of(entry.Case.Id, role)
        where !Repeatability.IsSame(repeats)
        select new Repeatability(entry.Case.Id, role, [.. repeats.Select(score => score?.Decision ?? "(no answer)")]);

    private static (int Given, int Found) CountQuotes(ScoredRun run, ModelRole role)
    {
        var scores = run.Scores.Where(score => score.Key.Role == role).ToList();
        return (scores.Sum(score => score.QuotesGiven), scores.Sum(score => score.QuotesFound));
    }
}
