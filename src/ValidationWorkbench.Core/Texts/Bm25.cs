namespace ValidationWorkbench.Texts;

/// <summary>
/// Okapi BM25 (Robertson and Zaragoza 2009): sum over the words of a query of idf tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length)), with
/// idf = ln(1 + (N - df + 0.5)/(df + 0.5)), which is never negative. Asymmetric and unbounded: for finding texts, not for comparing them.
/// </summary>
public static class Bm25
{
    /// <summary>Score of each text of the corpus, at least 0; null where neither query nor text has words. A word that the query repeats counts again.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="corpus">The texts.</param>
    /// <param name="k1">How soon further occurrences of a word stop counting, at least 0.</param>
    /// <param name="b">How much the length of a text counts, in [0,1].</param>
    public static IReadOnlyList<double?> Scores(string query, IReadOnlyList<string> corpus, double k1 = 1.5, double b = 0.75)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        Require(k1 >= 0 && double.IsFinite(k1), nameof(k1), k1);
        Require(b >= 0 && b <= 1, nameof(b), b);
        var wanted = TokenTable.Words(query);
        var texts = corpus.Select(TokenTable.Words).ToList();
        var counts = texts.Select(words => words.CountBy(word => word).ToDictionary(StringComparer.Ordinal)).ToList();
        var meanLength = texts.Count == 0 ? 0 : texts.Average(words => words.Count);
        double Weight(string word)
        {
            var frequency = counts.Count(count => count.ContainsKey(word));
            return Math.Log(1 + ((corpus.Count - frequency + 0.5) / (frequency + 0.5)));
        }

        double Score(int text) => wanted.Where(counts[text].ContainsKey).Sum(word =>
        {
            double count = counts[text][word];
            return Weight(word) * count * (k1 + 1) / (count + (k1 * (1 - b + (b * texts[text].Count / meanLength))));
        });
        return [.. texts.Select((words, i) => words.Count + wanted.Count == 0 ? (double?)null : Score(i))];
    }

    private static void Require(bool isInRange, string name, double value)
    {
        if (!isInRange)
        {
            throw new ArgumentOutOfRangeException(name, value, "k1 is finite and at least 0, b is between 0 and 1.");
        }
    }
}
