namespace ValidationWorkbench.Statistics;

/// <summary>
/// Population stability index, sum (a - e) ln(a / e) over the shares of categories or frozen bins, a current and e reference; at least 0, and
/// the same when the groups are swapped. Its usual bands (0.1, 0.25) ignore how many cases there are, so <see cref="CriticalValue"/> goes with it
/// (Yurdakul 2018).
/// </summary>
public static class PopulationStability
{
    /// <summary>The index; null where a group has no case, or where a category occurs in one group only, so that the index is infinite.</summary>
    public static double? Of(IReadOnlyList<int> reference, IReadOnlyList<int> current) => Smoothed(reference, current, 0);

    /// <summary>The index of shares (c + s) / (n + s B), which is finite for a pseudo count s above 0. Null where a group has no case.</summary>
    public static double? Smoothed(IReadOnlyList<int> reference, IReadOnlyList<int> current, double pseudoCount)
    {
        StatisticsArguments.RequireCounts(reference, current);
        ArgumentOutOfRangeException.ThrowIfNegative(pseudoCount);
        var n = reference.Sum();
        var m = current.Sum();
        if (n == 0 || m == 0 || (pseudoCount == 0 && IsInfinite(reference, current)))
        {
            return null;
        }

        double Share(int count, int total) => (count + pseudoCount) / (total + (pseudoCount * reference.Count));
        return reference.Zip(current)
            .Select(pair => (Expected: Share(pair.First, n), Actual: Share(pair.Second, m)))
            .Sum(share => share.Actual == share.Expected ? 0 : (share.Actual - share.Expected) * Math.Log(share.Actual / share.Expected));
    }

    /// <summary>True where a category occurs in one group only.</summary>
    public static bool IsInfinite(IReadOnlyList<int> reference, IReadOnlyList<int> current) => reference.Zip(current).Any(pair => pair.First == 0 != (pair.Second == 0));

    /// <summary>What the index exceeds with probability 1 - C without any drift: chi-square(C; B-1) (1/n + 1/m), B the categories in use.</summary>
    public static double CriticalValue(int categories, int n, int m, double confidence)
    {
        StatisticsArguments.RequireConfidence(confidence);
        return ChiSquareDistribution.Quantile(confidence, categories - 1) * Scale(n, m);
    }

    /// <summary>What the index is on average without any drift: (B-1) (1/n + 1/m).</summary>
    public static double ExpectedWithoutDrift(int categories, int n, int m)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 1);
        return (categories - 1) * Scale(n, m);
    }

    private static double Scale(int n, int m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(m);
        return (1.0 / n) + (1.0 / m);
    }
}
