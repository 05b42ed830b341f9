using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>Everything an assessment looks at: cases, scores of the answered trials, calls, suite similarities.</summary>
public sealed class ScoredRun
{
    private readonly Dictionary<TrialKey, TrialScore> scores;

    public ScoredRun(
        IReadOnlyList<(CaseTask Task, TestCase Case)> cases,
        int repeats,
        IEnumerable<TrialScore> scores,
        IReadOnlyList<CallFact> calls,
        IReadOnlyDictionary<string, SuiteLikeness> likeness,
        IReadOnlyList<string>? faults = null)
    {
        Cases = cases;
        Repeats = repeats;
        this.scores = scores.ToDictionary(score => score.Key);
        Calls = calls;
        Likeness = likeness;
        Faults = faults ?? [];
    }

    public IReadOnlyList<(CaseTask Task, TestCase Case)> Cases { get; }

    public int Repeats { get; }

    public IReadOnlyList<CallFact> Calls { get; }

    /// <summary>Similarities by case id; only OQ cases have them.</summary>
    public IReadOnlyDictionary<string, SuiteLikeness> Likeness { get; }

    /// <summary>Faults of our own scorers, one line each. Any of them makes the assessment invalid.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Similarities by embeddings, for display; null where the plan asks for none.</summary>
    public EmbeddingSimilarity? Embeddings { get; init; }

    /// <summary>Repeats one call at a time beside the trials, for display; null where the plan asks for none.</summary>
    public SequentialComparison? Sequential { get; init; }

    /// <summary>All scores.</summary>
    public IReadOnlyCollection<TrialScore> Scores => scores.Values;

    /// <summary>Scores of a case's repeats in order; null for a trial without an answer, which counts as wrong.</summary>
    public TrialScore?[] Of(string caseId, ModelRole role)
    {
        var result = new TrialScore?[Repeats];
        for (var repeat = 1; repeat <= Repeats; repeat++)
        {
            result[repeat - 1] = scores.GetValueOrDefault(new TrialKey(caseId, role, repeat));
        }

        return result;
    }

    /// <summary>Cases of a task that carry all the given strata.</summary>
    public IEnumerable<TestCase> Select(CaseTask task, IReadOnlyDictionary<string, string> stratum) =>
        Cases.Where(entry => entry.Task == task && Carries(entry.Case, stratum)).Select(entry => entry.Case);

    /// <summary>The answers to the given cases only. These stand in place of the run's own, which may carry other strata.</summary>
    public ScoredRun On(IReadOnlyList<(CaseTask Task, TestCase Case)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var ids = cases.Select(entry => entry.Case.Id).ToHashSet(StringComparer.Ordinal);
        return new ScoredRun(
            cases, Repeats, Scores.Where(score => ids.Contains(score.Key.CaseId)), [.. Calls.Where(call => ids.Contains(call.CaseId))],
            Likeness.Where(entry => ids.Contains(entry.Key)).ToDictionary(), Faults);
    }

    /// <summary>True where the case carries all the given strata.</summary>
    public static bool Carries(TestCase testCase, IReadOnlyDictionary<string, string> stratum) =>
        stratum.All(wanted => testCase.Strata.TryGetValue(wanted.Key, out var value) && value == wanted.Value);
}
