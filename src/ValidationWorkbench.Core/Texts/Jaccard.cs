namespace ValidationWorkbench.Texts;

/// <summary>Share of distinct words in common: |A and B| / |A or B| over sets of tokens (Jaccard 1901).</summary>
public static class Jaccard
{
    /// <summary>Similarity in [0,1] of two token lists, in which order and repetition do not count; 0 where one is empty, null where both are.</summary>
    public static double? Similarity<T>(IEnumerable<T> left, IEnumerable<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        HashSet<T> one = [.. left], two = [.. right];
        var common = one.Count(two.Contains);
        var all = one.Count + two.Count - common;
        return all == 0 ? null : (double)common / all;
    }
}
