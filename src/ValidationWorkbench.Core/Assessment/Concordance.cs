using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>How far candidate and baseline agree, case by case. Agreement is no truth: both may be wrong together.</summary>
/// <param name="Agreeing">Cases in which both give the same category, and mean confidences within the tolerance.</param>
/// <param name="Improved">Ids of the other cases that only the candidate has right in every repeat: no failures.</param>
/// <param name="Differing">Ids of all other cases, for a subject-matter expert.</param>
/// <param name="BaselineToItself">Share of the baseline's repeat pairs that agree by the same rule, in [0,1]: no candidate can beat it. Null with one repeat.</param>
public sealed record Concordance(int Agreeing, IReadOnlyList<string> Improved, IReadOnlyList<string> Differing, double? BaselineToItself)
{
    // A difference of decimals such as 0.90 - 0.80 is a hair below 0.1 in binary and would wrongly pass.
    private const double Guard = 1e-9;

    /// <summary>Cases counted.</summary>
    public int N => Agreeing + Improved.Count + Differing.Count;

    /// <summary>Compares on the given cases.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cases">Categorization cases.</param>
    /// <param name="tolerance">Mean confidences that differ by less agree; null to compare categories alone.</param>
    public static Concordance Of(ScoredRun run, IEnumerable<TestCase> cases, double? tolerance)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(cases);
        var agreeing = 0;
        List<string> improved = [], differing = [];
        int pairs = 0, alike = 0;
        foreach (var testCase in cases)
        {
            TrialScore?[] baseline = run.Of(testCase.Id, ModelRole.Baseline), candidate = run.Of(testCase.Id, ModelRole.Candidate);
            if (Category(baseline) is { } category && category == Category(candidate) && IsNear(MeanConfidence(baseline), MeanConfidence(candidate), tolerance))
            {
                agreeing++;
            }
            else
            {
                (IsRight(candidate) && !IsRight(baseline) ? improved : differing).Add(testCase.Id);
            }

            for (var i = 0; i < baseline.Length; i++)
            {
                for (var j = i + 1; j < baseline.Length; j++)
                {
                    pairs++;
                    alike += Label(baseline[i]) is { } label && label == Label(baseline[j]) && IsNear(baseline[i]!.Confidence, baseline[j]!.Confidence, tolerance) ? 1 : 0;
                }
            }
        }

        return new Concordance(agreeing, improved, differing, pairs == 0 ? null : (double)alike / pairs);
    }

    /// <summary>The decision of most repeats; null where there is a tie, or where most have no answer or abstain.</summary>
    public static string? Category(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        var counts = repeats.CountBy(score => Label(score) ?? string.Empty).OrderByDescending(entry => entry.Value).ToList();
        return counts.Count == 0 || counts[0].Key.Length == 0 || (counts.Count > 1 && counts[1].Value == counts[0].Value) ? null : counts[0].Key;
    }

    /// <summary>Mean of the confidences stated; null where none was.</summary>
    public static double? MeanConfidence(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        return repeats.Select(score => score?.Confidence).Average();
    }

    private static string? Label(TrialScore? score) => score is { SchemaConforms: true, Verdict: not ScoreVerdict.Undecided } ? score.Decision : null;

    private static bool IsNear(double? left, double? right, double? tolerance) =>
        tolerance is null || (left is { } one && right is { } other && Math.Abs(one - other) < tolerance - Guard);

    private static bool IsRight(TrialScore?[] repeats) => repeats.All(score => score?.Verdict == ScoreVerdict.Right);
}
