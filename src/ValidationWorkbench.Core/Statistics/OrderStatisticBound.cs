namespace ValidationWorkbench.Statistics;

/// <summary>
/// A quantile of a sample with one-sided bounds that are values of the sample, valid for any distribution. With n values in rising order,
/// the upper bound of the p quantile at confidence C is the one of rank b(C; n, p) + 1, the lower one that of rank b(1-C; n, p), b being the binomial quantile.
/// </summary>
/// <param name="Status">OK, undefined without a value, or no upper bound.</param>
/// <param name="N">Values, those censored among them.</param>
/// <param name="Estimate">The quantile of type 7 (Hyndman and Fan 1996); null where there is none or it lies among the censored.</param>
/// <param name="LowerRank">Rank of the lower bound from 1; null where n is too small for one.</param>
/// <param name="Lower">Lower bound; null where there is none or it is censored.</param>
/// <param name="UpperRank">Rank of the upper bound; null where n is too small for one.</param>
/// <param name="Upper">Upper bound; null where there is none or it is censored.</param>
public sealed record OrderStatisticBound(EstimateStatus Status, int N, double? Estimate, int? LowerRank, double? Lower, int? UpperRank, double? Upper)
{
    /// <summary>Quantile and bounds.</summary>
    /// <param name="values">The values that are known, in any order; finite.</param>
    /// <param name="p">Which quantile, in [0,1].</param>
    /// <param name="confidence">Confidence of each bound, in (0,1).</param>
    /// <param name="censored">How many more are known only to be greater than all of these, such as calls that timed out.</param>
    public static OrderStatisticBound Of(IReadOnlyList<double> values, double p, double confidence, int censored = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(censored);
        double[] sorted = [.. values.Order()];
        if (sorted.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(nameof(values), "Finite values are needed.");
        }

        var n = sorted.Length + censored;
        int? lower = LowerRankOf(n, p, confidence), upper = UpperRankOf(n, p, confidence);
        double? At(int? rank) => rank <= sorted.Length ? sorted[rank.Value - 1] : null;
        var status = n == 0 ? EstimateStatus.Undefined : At(upper) is null ? EstimateStatus.NoUpperBound : EstimateStatus.Ok;
        return new OrderStatisticBound(status, n, Type7(sorted, n, p), lower, At(lower), upper, At(upper));
    }

    /// <summary>Rank of the upper bound among n values; null where n is too small for one.</summary>
    public static int? UpperRankOf(int n, double p, double confidence)
    {
        BinomialBound.RequireInside(confidence, nameof(confidence));
        var rank = BinomialDistribution.Quantile(confidence, n, p) + 1;
        return rank <= n ? rank : null;
    }

    /// <summary>Rank of the lower bound among n values; null where n is too small for one.</summary>
    public static int? LowerRankOf(int n, double p, double confidence)
    {
        BinomialBound.RequireInside(confidence, nameof(confidence));
        var rank = BinomialDistribution.Quantile(1 - confidence, n, p);
        return rank > 0 ? rank : null;
    }

    /// <summary>Smallest number of values that have an upper bound, ceiling(ln(1-C) / ln p); null where p = 1.</summary>
    public static int? SmallestN(double p, double confidence) => SuccessRun.CasesNeeded(confidence, p);

    /// <summary>The value at position (n-1) p from 0, between two values by straight line.</summary>
    private static double? Type7(double[] sorted, int n, double p)
    {
        if (n == 0)
        {
            return null;
        }

        var position = (n - 1) * p;
        int low = (int)Math.Floor(position), high = (int)Math.Ceiling(position);
        return high >= sorted.Length ? null : sorted[low] + ((position - low) * (sorted[high] - sorted[low]));
    }
}
