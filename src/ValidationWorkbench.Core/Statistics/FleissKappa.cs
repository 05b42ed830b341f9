namespace ValidationWorkbench.Statistics;

/// <summary>
/// Agreement of k ratings per case beyond chance (Fleiss 1971): P_i = sum_j n_ij (n_ij - 1) / (k (k-1)),
/// kappa = (mean P - sum p_j^2) / (1 - sum p_j^2) with p_j the share of category j in all ratings.
/// </summary>
/// <param name="Kappa">The coefficient; null where it is undefined.</param>
/// <param name="Observed">Mean share of agreeing pairs.</param>
/// <param name="Expected">Share of agreeing pairs by chance.</param>
/// <param name="Status">Undefined for no case, fewer than two ratings per case, or a single category in use.</param>
public sealed record FleissKappa(double? Kappa, double? Observed, double? Expected, EstimateStatus Status)
{
    /// <summary>Kappa of counts.</summary>
    /// <exception cref="ArgumentException">The cases do not all have the same number of ratings.</exception>
    public static FleissKappa Of(CategoryCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Ratings.Distinct().Count() > 1)
        {
            throw new ArgumentException("Every case needs the same number of ratings.", nameof(counts));
        }

        if (counts.MeanPairAgreement() is not { } observed)
        {
            return new FleissKappa(null, null, null, EstimateStatus.Undefined);
        }

        var total = (double)counts.Ratings.Sum();
        int[] used = [.. Enumerable.Range(0, counts.Categories).Select(j => counts.Rows.Sum(row => row[j]))];
        var expected = used.Sum(count => count / total * (count / total));
        return used.Count(count => count > 0) < 2
            ? new FleissKappa(null, observed, expected, EstimateStatus.Undefined)
            : new FleissKappa((observed - expected) / (1 - expected), observed, expected, EstimateStatus.Ok);
    }
}
