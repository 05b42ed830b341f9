namespace ValidationWorkbench.Statistics;

/// <summary>
/// P values adjusted for being several, of which any one may be claimed (Holm 1979): in rising order, adj(i) = max over j &lt;= i of min(1, (m-j+1) p(j)).
/// Criteria that must all be met need no adjustment.
/// </summary>
public static class HolmAdjustment
{
    /// <summary>
    /// Adjusted p values in the order given, each at least the plain one and at most 1. A test that was not made (null) stays null and is not
    /// counted in m.
    /// </summary>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues)
    {
        var m = Count(pValues);
        var adjusted = new double?[pValues.Count];
        var highest = 0.0;
        var rank = 0;
        foreach (var i in Enumerable.Range(0, pValues.Count).Where(i => pValues[i] is not null).OrderBy(i => pValues[i]))
        {
            highest = Math.Max(highest, Math.Min(1, (m - rank) * pValues[i]!.Value));
            adjusted[i] = highest;
            rank++;
        }

        return adjusted;
    }

    /// <summary>The simpler and more cautious adjustment min(1, m p), for comparison.</summary>
    public static IReadOnlyList<double?> Bonferroni(IReadOnlyList<double?> pValues)
    {
        var m = Count(pValues);
        return [.. pValues.Select(p => p is null ? (double?)null : Math.Min(1, m * p.Value))];
    }

    private static int Count(IReadOnlyList<double?> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        return pValues.Any(p => p is not null && !(p >= 0 && p <= 1))
            ? throw new ArgumentOutOfRangeException(nameof(pValues), "P values lie between 0 and 1.")
            : pValues.Count(p => p is not null);
    }
}
