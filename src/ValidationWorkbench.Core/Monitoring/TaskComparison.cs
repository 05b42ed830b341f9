using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>The candidate of one run against the candidate of another on the shared cases of a task. A case is right where every repeat is.</summary>
public sealed record TaskComparison
{
    /// <summary>One-sided confidence of each limit of the difference.</summary>
    public const double Confidence = 0.975;

    public required CaseTask Task { get; init; }

    /// <summary>Shared cases of the task.</summary>
    public required int N { get; init; }

    public required int BothRight { get; init; }

    public required int BothWrong { get; init; }

    /// <summary>Cases that only the second run has right.</summary>
    public required int Gains { get; init; }

    /// <summary>Cases that only the first run has right.</summary>
    public required int Losses { get; init; }

    /// <summary>(gains - losses) / n.</summary>
    public required double Difference { get; init; }

    /// <summary>Lower limit of the difference by Tango's interval.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper limit of the difference.</summary>
    public required double Upper { get; init; }

    /// <summary>McNemar's exact two-sided p, for display; 1 without a changed verdict. A large one proves no equality.</summary>
    public required double McNemarP { get; init; }

    /// <summary>Every case whose verdict changed, in the order of the cases.</summary>
    public required IReadOnlyList<CaseFlip> Flips { get; init; }

    /// <summary>Ids of categorization cases whose verdict is the same although the category of most repeats is another.</summary>
    public required IReadOnlyList<string> OtherAnswers { get; init; }

    public required IReadOnlyList<ScoreDifference> Scores { get; init; }

    /// <summary>Compares on the shared cases of a task, of which there must be at least one.</summary>
    public static TaskComparison Of(CaseTask task, SharedPanel panel, MonitoredRun first, MonitoredRun second)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var pairs = panel.Of(task).Select(testCase => new Pair(testCase, panel.Scores(first, testCase.Id), panel.Scores(second, testCase.Id))).ToList();
        int gains = pairs.Count(pair => pair is { FirstRight: false, SecondRight: true }), losses = pairs.Count(pair => pair is { FirstRight: true, SecondRight: false });
        var (lower, upper) = TangoInterval.Of(gains, losses, pairs.Count, Confidence);
        return new TaskComparison
        {
            Task = task,
            N = pairs.Count,
            BothRight = pairs.Count(pair => pair is { FirstRight: true, SecondRight: true }),
            BothWrong = pairs.Count(pair => pair is { FirstRight: false, SecondRight: false }),
            Gains = gains,
            Losses = losses,
            Difference = (double)(gains - losses) / pairs.Count,
            Lower = lower,
            Upper = upper,
            McNemarP = McNemarTest.Of(gains, losses).Exact,
            Flips = [.. pairs.Where(pair => pair.FirstRight != pair.SecondRight).Select(pair => new CaseFlip(pair.Case.Id, pair.SecondRight, CaseAnswers.Of(pair.First), CaseAnswers.Of(pair.Second)))],
            OtherAnswers = task != CaseTask.Categorization ? [] : [.. pairs
                .Where(pair => pair.FirstRight == pair.SecondRight && Concordance.Category(pair.First) != Concordance.Category(pair.Second)).Select(pair => pair.Case.Id)],
            Scores = [.. task == CaseTask.Categorization ? CategorizationScores(pairs) : SuiteScores(pairs, first, second)],
        };
    }

    private static IEnumerable<ScoreDifference> CategorizationScores(List<Pair> pairs)
    {
        yield return Compare(pairs, "case score", (_, repeats) => CaseScores.ShareRight(repeats));
        yield return Compare(pairs, "confidence", (_, repeats) => Concordance.MeanConfidence(repeats));
    }

    private static IEnumerable<ScoreDifference> SuiteScores(List<Pair> pairs, MonitoredRun first, MonitoredRun second)
    {
        yield return Compare(pairs, "case score", (_, repeats) => CaseScores.ShareRight(repeats));
        yield return Compare(pairs, "coverage", (_, repeats) => repeats.Average(score => score?.Coverage ?? 0));
        yield return Compare(pairs, "structure", (_, repeats) => repeats.Average(score => score?.Structure ?? 0));
        yield return Compare(pairs, "must-have checks", (testCase, repeats) => testCase.MustHave.Count == 0 ? null : repeats.Average(score => score?.MustHave ?? 0));
        yield return Likeness(pairs, "likeness to baseline", first, second, likeness => likeness?.CandidateToBaseline);
        yield return Likeness(pairs, "likeness to itself", first, second, likeness => likeness?.CandidateToItself);
    }

    private static ScoreDifference Compare(List<Pair> pairs, string name, Func<TestCase, IReadOnlyList<TrialScore?>, double?> score) =>
        ScoreDifference.Of(name, pairs.ConvertAll(pair => (score(pair.Case, pair.First), score(pair.Case, pair.Second))));

    private static ScoreDifference Likeness(List<Pair> pairs, string name, MonitoredRun first, MonitoredRun second, Func<SuiteLikeness?, double?> part) =>
        ScoreDifference.Of(name, pairs.ConvertAll(pair => (part(first.Scored.Likeness.GetValueOrDefault(pair.Case.Id)), part(second.Scored.Likeness.GetValueOrDefault(pair.Case.Id)))));

    private sealed record Pair(TestCase Case, IReadOnlyList<TrialScore?> First, IReadOnlyList<TrialScore?> Second)
    {
        public bool FirstRight { get; } = First.All(CaseScores.IsRight);

        public bool SecondRight { get; } = Second.All(CaseScores.IsRight);
    }
}
