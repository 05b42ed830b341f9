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
    public static double? Similarity(IReadOnlyList<StepTokens> left, IReadOnlyList<StepTokens> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Count + right.Count == 0)
        {
            return null;
        }

        var weights = new double[left.Count, right.Count];
        for (var i = 0; i < left.Count; i++)
        {
            for (var j = 0; j < right.Count; j++)
            {
                var likeness = (Dice.Similarity(left[i].Action, right[j].Action) + Dice.Similarity(left[i].Expected, right[j].Expected)) / 2;
                weights[i, j] = likeness >= Threshold ? likeness : 0;
            }
        }

        var sum = LinearAssignment.Maximise(weights).Select((j, i) => j < 0 ? 0 : weights[i, j]).Sum();
        return 2 * sum / (left.Count + right.Count);
    }
}
