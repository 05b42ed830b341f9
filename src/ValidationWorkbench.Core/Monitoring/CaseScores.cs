using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Monitoring;

/// <summary>Scores of the repeats of one case. A repeat without an answer counts as wrong and as nothing covered; it is never left out.</summary>
internal static class CaseScores
{
    public static bool IsRight(TrialScore? score) => score?.Verdict == ScoreVerdict.Right;

    /// <summary>1 for each repeat that is right, 0 for the others.</summary>
    public static IReadOnlyList<double> Marks(IEnumerable<TrialScore?> repeats) => [.. repeats.Select(score => IsRight(score) ? 1.0 : 0.0)];

    /// <summary>Share of the repeats that are right, in [0,1].</summary>
    public static double ShareRight(IReadOnlyList<TrialScore?> repeats) => Marks(repeats).Average();
}
