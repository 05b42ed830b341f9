namespace ValidationWorkbench.Texts;

/// <summary>
/// BLEU of one text (Papineni 2002): brevity penalty times the geometric mean of the clipped precisions of word n-grams, without smoothing.
/// For completeness only: it is undefined or unstable for texts as short as a test step.
/// </summary>
/// <param name="Score">
/// In [0,1]; 0 where one side is empty or an order has no match; null where it is undefined: both sides are empty, there is no reference, or the hypothesis
/// is shorter than the longest n-gram.
/// </param>
/// <param name="BrevityPenalty">
/// exp(1 - r/c) where the hypothesis (c words) is shorter than the reference nearest in length (r words, the shorter of two), otherwise 1; null where one
/// side is empty.
/// </param>
/// <param name="Precisions">
/// For each order the share of n-grams of the hypothesis that occur in a reference, each at most as often as there; null where the hypothesis has none.
/// </param>
public sealed record Bleu(double? Score, double? BrevityPenalty, IReadOnlyList<double?> Precisions)
{
    /// <summary>Judges the words of a hypothesis by those of references.</summary>
    public static Bleu Of(IReadOnlyList<string> hypothesis, IReadOnlyList<IReadOnlyList<string>> references, int maxOrder = 4)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        var grams = new NGrams<string>();
        var own = grams.Of(hypothesis, maxOrder);
        var others = references.Select(reference => grams.Of(reference, maxOrder)).ToList();
        var precisions = own.Select((found, order) => Precision(found, [.. others.Select(other => other[order])])).ToList();
        if (hypothesis.Count == 0 || references.All(reference => reference.Count == 0))
        {
            var isOneSided = hypothesis.Count > 0 ? references.Count > 0 : references.Any(reference => reference.Count > 0);
            return new Bleu(isOneSided ? 0 : null, null, precisions);
        }

        var nearest = references.Select(reference => reference.Count).MinBy(length => (Math.Abs(length - hypothesis.Count), length));
        var penalty = Math.Min(1, Math.Exp(1 - ((double)nearest / hypothesis.Count)));
        var score = precisions.Any(precision => precision is null) ? (double?)null
            : precisions.Any(precision => precision == 0) ? 0
            : penalty * Math.Exp(precisions.Average(precision => Math.Log(precision!.Value)));
        return new Bleu(score, penalty, precisions);
    }

    private static double? Precision(int[] found, List<int[]> others)
    {
        if (found.Length == 0)
        {
            return null;
        }

        var most = others.SelectMany(other => other.CountBy(gram => gram))
            .GroupBy(entry => entry.Key, entry => entry.Value).ToDictionary(counts => counts.Key, counts => counts.Max());
        return (double)found.CountBy(gram => gram).Sum(entry => Math.Min(entry.Value, most.GetValueOrDefault(entry.Key))) / found.Length;
    }
}
