namespace ValidationWorkbench.Texts;

/// <summary>
/// Cosine of texts as vectors of tf × idf (Salton and Buckley 1988), tf being the count of a word and N the number of texts, df those with the word.
/// Depends on all texts of the corpus, so a corpus that is used for a claim must be frozen.
/// </summary>
public static class TfIdf
{
    /// <summary>Cosines in [0,1] of all pairs, symmetric; 0 where one text has no words, null where both have none.</summary>
    /// <param name="corpus">The texts.</param>
    /// <param name="isSmooth">True for idf = ln((1 + N)/(1 + df)) + 1, as if one more text held every word; otherwise ln(N/df) + 1.</param>
    public static double?[][] Cosines(IReadOnlyList<string> corpus, bool isSmooth = true)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var counts = corpus.Select(text => TokenTable.Words(text).CountBy(word => word).ToDictionary(StringComparer.Ordinal)).ToList();
        var frequencies = counts.SelectMany(count => count.Keys).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var added = isSmooth ? 1.0 : 0;
        double Weight(string word) => Math.Log((added + corpus.Count) / (added + frequencies[word])) + 1;
        var vectors = counts.Select(count => count.ToDictionary(entry => entry.Key, entry => entry.Value * Weight(entry.Key), StringComparer.Ordinal)).ToList();
        var cosines = new double?[corpus.Count][];
        for (var i = 0; i < corpus.Count; i++)
        {
            // The lower half is the upper one, so that the order of summation makes no difference in the last digit.
            cosines[i] = [.. cosines.Take(i).Select(row => row[i]), .. vectors.Skip(i).Select(right => Cosine(vectors[i], right))];
        }

        return cosines;
    }

    private static double? Cosine(Dictionary<string, double> left, Dictionary<string, double> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count + right.Count == 0 ? null : 0;
        }

        var product = left.Sum(entry => entry.Value * right.GetValueOrDefault(entry.Key));
        return Math.Min(1, product / Math.Sqrt(SquaredLength(left) * SquaredLength(right)));
    }

    private static double SquaredLength(Dictionary<string, double> vector) => vector.Values.Sum(value => value * value);
}
