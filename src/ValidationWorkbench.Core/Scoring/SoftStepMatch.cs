using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Scoring;

/// <summary>
/// Similarity of two OQ suites: each step is paired with its best counterpart, each used once; the score is the matched
/// similarity as a share of all steps, S = 2 sum(s) / (|A| + |B|).
/// </summary>
public static class SoftStepMatch
{
    /// <summary>Pairs less alike than this count as not alike, before the assignment is made.</summary>
    public const double Threshold = 0.5;

    /// <summary>Similarity in [0,1], symmetric; 1 only if every step has a twin; 0 where one suite has no steps; null where both have none.</summary>
    public static double? Similarity(IReadOnlyList<StepTokens> left, IReadOnlyList<StepTokens> right) => Match(left, right).Score;

    /// <summary>The pairing that makes the score as great as possible.</summary>
    /// <param name="left">Steps of one suite.</param>
    /// <param name="right">Steps of the other, as tokens of the same table.</param>
    /// <param name="threshold">Least similarity of a pair, in [0,1].</param>
    public static StepMatching Match(IReadOnlyList<StepTokens> left, IReadOnlyList<StepTokens> right, double threshold = Threshold)
    {
        if (!(threshold >= 0 && threshold <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold between 0 and 1 is needed.");
        }

        var weights = Similarities(left, right);
        for (var i = 0; i < left.Count; i++)
        {
            for (var j = 0; j < right.Count; j++)
            {
                weights[i, j] = weights[i, j] >= threshold ? weights[i, j] : 0;
            }
        }

        var pairs = LinearAssignment.MaximisePairs(weights).Select((j, i) => (i, j)).Where(pair => pair.j >= 0);
        return new StepMatching([.. pairs.Select(pair => new StepPair(pair.i, pair.j, weights[pair.i, pair.j]))], left.Count, right.Count);
    }

    /// <summary>Similarity of each left step with each right step, in [0,1], before any threshold.</summary>
    public static double[,] Similarities(IReadOnlyList<StepTokens> left, IReadOnlyList<StepTokens> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var similarities = new double[left.Count, right.Count];
        for (var i = 0; i < left.Count; i++)
        {
            for (var j = 0; j < right.Count; j++)
            {
                similarities[i, j] = Similarity(left[i], right[j]);
            }
        }

        return similarities;
    }

    /// <summary>
    /// Mean of <see cref="Dice"/> over action and expected result. A part that is empty in both steps says nothing and is left out; two steps without
    /// any words are not alike.
    /// </summary>
    private static double Similarity(StepTokens left, StepTokens right)
    {
        long actions = left.Action.Length + right.Action.Length, results = left.Expected.Length + right.Expected.Length;
        if (actions == 0 || results == 0)
        {
            return (actions == 0 ? Dice.Similarity(left.Expected, right.Expected) : Dice.Similarity(left.Action, right.Action)) ?? 0;
        }

        // (2a/n + 2b/m) / 2 as one fraction: one division and one rounding.
        long sameActions = Dice.Common(left.Action, right.Action), sameResults = Dice.Common(left.Expected, right.Expected);
        return (double)((sameActions * results) + (sameResults * actions)) / (actions * results);
    }
}
