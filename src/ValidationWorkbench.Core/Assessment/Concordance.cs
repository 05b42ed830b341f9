using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>How far candidate and baseline agree, case by case. Agreement is no truth: both may be wrong together.</summary>
/// <param name="Agreeing">Cases in which both give the same category, and mean confidences within the tolerance.</param>
/// <param name="Improved">Ids of the other cases that only the candidate has right in every repeat: no failures.</param>
/// <param name="Differing">Ids of all other cases, for a subject-matter expert.</param>
/// <param name="BaselineToItself">
/// Share of the baseline's repeat pairs that agree by the same rule, in [0,1]: what its own scatter leaves. The category of most repeats scatters
/// less than a single repeat, so that a candidate's share may be above it. Null with one repeat.
/// </param>
/// <param name="Tolerance">Mean confidences that differ by less agree; null where categories alone were compared.</param>
public sealed record Concordance(
    int Agreeing, IReadOnlyList<string> Improved, IReadOnlyList<string> Differing, double? BaselineToItself, double? Tolerance)
{
    // Stands among the answers, so that a case without an answer in most repeats has no category.
    private const string NoAnswer = "";

    /// <summary>Cases counted.</summary>
    public int N => Agreeing + Improved.Count + Differing.Count;

    /// <summary>Compares on the given cases.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cases">Categorization cases.</param>
    /// <param name="tolerance">Mean confidences that differ by less agree; null to compare categories alone.</param>
    public static Concordance Of(ScoredRun run, IEnumerable<TestCase> cases, double? tolerance)
    {
        ArgumentNullException.ThrowIfNull(run);
        var answers = cases
            .Select(testCase =>
                (testCase.Id, Baseline: run.Of(testCase.Id, ModelRole.Baseline), Candidate: run.Of(testCase.Id, ModelRole.Candidate))).ToList();
        var conforming = Agree(answers.Select(answer => new ConcordancePair(
            Category(answer.Baseline), Category(answer.Candidate), MeanConfidence(answer.Baseline), MeanConfidence(answer.Candidate))), tolerance);
        var others = answers.Where((_, i) => !conforming.Conforming[i]).ToLookup(IsImproved, answer => answer.Id);
        var self = Agree(answers.SelectMany(answer => Pairs(answer.Baseline)), tolerance);
        double? toItself = self.Conforming.Count == 0 ? null : (double)self.Count / self.Conforming.Count;
        return new Concordance(conforming.Count, [.. others[true]], [.. others[false]], toItself, tolerance);
    }

    /// <summary>
    /// Another category than the baseline's, and right in every repeat. The same category with another confidence is no improvement.
    /// </summary>
    private static bool IsImproved((string Id, TrialScore?[] Baseline, TrialScore?[] Candidate) answer) =>
        Category(answer.Baseline) != Category(answer.Candidate) && IsRight(answer.Candidate) && !IsRight(answer.Baseline);

    /// <summary>The decision of most repeats; null where there is a tie, or where most have no answer or abstain.</summary>
    public static string? Category(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        return RepeatSummary.Mode([.. repeats.Select(score => Label(score) ?? NoAnswer)]) is { } mode && mode != NoAnswer ? mode : null;
    }

    /// <summary>Mean of the confidences stated; null where none was.</summary>
    public static double? MeanConfidence(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        return repeats.Select(score => score?.Confidence).Average();
    }

    /// <summary>Without a tolerance the confidences are left aside: any two are near enough.</summary>
    private static CaseConcordance Agree(IEnumerable<ConcordancePair> pairs, double? tolerance) => tolerance is { } limit
        ? CaseConcordance.Of([.. pairs], limit)
        : CaseConcordance.Of([.. pairs.Select(pair => pair with { BaselineConfidence = 0, CandidateConfidence = 0 })], 1);

    private static IEnumerable<ConcordancePair> Pairs(TrialScore?[] repeats) =>
        repeats.SelectMany((left, i) =>
            repeats.Skip(i + 1).Select(right => new ConcordancePair(Label(left), Label(right), left?.Confidence, right?.Confidence)));

    /// <summary>The category of one answer; null for an abstention and where there is none.</summary>
    internal static string? Label(TrialScore? score) =>
        score is { SchemaConforms: true, Verdict: not ScoreVerdict.Undecided } ? score.Decision : null;

    private static bool IsRight(TrialScore?[] repeats) => repeats.All(score => score?.Verdict == ScoreVerdict.Right);
}
