using ValidationWorkbench.Scoring;
using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Assessment;

/// <summary>Similarities among the suites of one OQ case.</summary>
public static class SuiteSimilarity
{
    /// <summary>Means over all pairs; a trial without a readable suite counts as one without steps, which is like no other.</summary>
    /// <param name="baseline">Suites of the baseline, one per repeat; null for an unreadable one.</param>
    /// <param name="candidate">Suites of the candidate.</param>
    public static SuiteLikeness Of(IReadOnlyList<OqSuite?> baseline, IReadOnlyList<OqSuite?> candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var table = new TokenTable();
        var left = baseline.Select(suite => suite is null ? [] : StepTokens.Of(suite, table)).ToList();
        var right = candidate.Select(suite => suite is null ? [] : StepTokens.Of(suite, table)).ToList();
        var means = RepeatSimilarity.Of(left, right, Likeness);
        return new SuiteLikeness(means.SelfBaseline, means.Cross, means.SelfCandidate);
    }

    /// <summary>Two unreadable suites agree in nothing that could be used.</summary>
    private static double? Likeness(IReadOnlyList<StepTokens> left, IReadOnlyList<StepTokens> right) => SoftStepMatch.Similarity(left, right) ?? 0;
}
