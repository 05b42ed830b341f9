namespace ValidationWorkbench.Texts;

/// <summary>
/// chrF (Popović 2015): precision P and recall R of character n-grams, each the mean over the orders that both texts reach, joined to
/// (1 + β²) P R / (β² P + R). With β = 1 it is symmetric; β = 2 weighs recall more.
/// </summary>
/// <remarks>Where a text is shorter than an order, the order is left out of both means, as sacrebleu does without epsilon smoothing.</remarks>
public static class CharacterF
{
    /// <summary>Longest n-gram where none is asked for.</summary>
    public const int DefaultOrder = 6;

    /// <summary>Score in [0,1]; 0 where one text is empty, null where both are.</summary>
    /// <param name="hypothesis">Text that is judged; precision is its share.</param>
    /// <param name="reference">Text it is judged by; recall is its share.</param>
    /// <param name="beta">Weight of recall against precision, finite and above 0.</param>
    /// <param name="order">Longest n-gram, at least 1.</param>
    /// <param name="withSpaces">True counts white space as characters; otherwise it is taken out first.</param>
    /// <param name="isCaseSensitive">True compares letters as they stand; otherwise in lower case.</param>
    public static double? Score(
        string hypothesis, string reference, double beta = 1, int order = DefaultOrder, bool withSpaces = false, bool isCaseSensitive = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order);
        if (!(beta > 0 && double.IsFinite(beta)))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "A finite weight above 0 is needed.");
        }

        int[] one = Characters(hypothesis, withSpaces, isCaseSensitive), two = Characters(reference, withSpaces, isCaseSensitive);
        if (one.Length == 0 || two.Length == 0)
        {
            return one.Length + two.Length == 0 ? null : 0;
        }

        var grams = new NGrams<int>();
        int[][] left = grams.Of(one, order), right = grams.Of(two, order);
        double precision = 0, recall = 0;
        var reached = Math.Min(order, Math.Min(one.Length, two.Length));
        for (var n = 0; n < reached; n++)
        {
            var common = Dice.Common(left[n], right[n]);
            precision += (double)common / left[n].Length;
            recall += (double)common / right[n].Length;
        }

        precision /= reached;
        recall /= reached;
        var weight = beta * beta;
        return precision + recall == 0 ? 0 : Math.Min(1, (1 + weight) * precision * recall / ((weight * precision) + recall));
    }

    private static int[] Characters(string text, bool withSpaces, bool isCaseSensitive)
    {
        var normalised = isCaseSensitive ? CompatibilityForm.Of(text) : NormalisedText.Of(text);
        return [.. normalised.EnumerateRunes().Where(rune => withSpaces || !System.Text.Rune.IsWhiteSpace(rune)).Select(rune => rune.Value)];
    }
}
