namespace ValidationWorkbench.Statistics;

/// <summary>
/// Reliability of ratings, some of which may be missing, nominal scale (Krippendorff 2011): coincidences o_cc' = sum over cases of ordered pairs /
/// (ratings of the case - 1), N = sum o, n_c = sum over c' of o_cc', alpha = 1 - (N-1)(N - sum o_cc) / (N^2 - sum n_c^2).
/// Cases with fewer than two ratings hold no pair and are skipped.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>Alpha, at most 1; null where there is no pair, or where all paired ratings are of one category.</summary>
    public static double? Of(CategoryCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var paired = counts.Rows.Zip(counts.Ratings).Where(pair => pair.Second >= 2).ToArray();
        double n = paired.Sum(pair => pair.Second);
        var agreeing = paired.Sum(pair => pair.First.Sum(count => (double)count * (count - 1)) / (pair.Second - 1));
        var squares = Enumerable.Range(0, counts.Categories).Sum(j => Math.Pow(paired.Sum(pair => pair.First[j]), 2));
        return n * n > squares ? 1 - ((n - 1) * (n - agreeing) / ((n * n) - squares)) : null;
    }
}
