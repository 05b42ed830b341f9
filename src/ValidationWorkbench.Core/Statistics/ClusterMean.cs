namespace ValidationWorkbench.Statistics;

/// <summary>
/// Mean of all calls with a standard error that knows that repeats of a case belong together: s(case means) / sqrt(m). For display: near 100 %
/// the t interval from it is too narrow.
/// </summary>
/// <param name="Mean">Mean of the case means; null without cases.</param>
/// <param name="NaiveError">Standard error if all m k calls were independent, sqrt(sum (x - mean)^2) / (m k); sqrt(p(1-p)/(mk)) for scores 0 and 1.</param>
/// <param name="ClusterError">s(case means) / sqrt(m); null with fewer than two cases.</param>
/// <param name="LargeSampleError">The same with divisor m in place of m - 1 (Miller 2024, arXiv 2411.00640).</param>
/// <param name="DesignEffect">(cluster error / naive error)^2; null where no call differs from another.</param>
/// <param name="Icc">ICC(1); null where it is 0/0.</param>
/// <param name="KishEffect">Design effect by Kish, 1 + (k-1) ICC.</param>
/// <param name="Lower">One-sided lower bound by Student's t with m - 1 degrees of freedom; null without variance.</param>
/// <param name="Status">Degenerate where all case means are equal.</param>
public sealed record ClusterMean(
    double? Mean,
    double? NaiveError,
    double? ClusterError,
    double? LargeSampleError,
    double? DesignEffect,
    double? Icc,
    double? KishEffect,
    double? Lower,
    EstimateStatus Status)
{
    /// <summary>The mean with the one-sided confidence of its bound.</summary>
    /// <exception cref="ArgumentException">The cases do not all have the same number of repeats.</exception>
    public static ClusterMean Of(IReadOnlyList<IReadOnlyList<double>> cases, double oneSidedConfidence)
    {
        StatisticsArguments.RequireConfidence(oneSidedConfidence);
        var variance = RepeatVariance.Of(cases);
        if (SampleMoments.Of([.. cases.Select(scores => scores.Average())]) is not { } moments)
        {
            return new ClusterMean(null, null, null, null, null, null, null, null, EstimateStatus.Undefined);
        }

        double calls = variance.Cases * variance.Repeats;
        var naive = Math.Sqrt(cases.Sum(scores => scores.Sum(score => (score - moments.Mean) * (score - moments.Mean)))) / calls;
        naive = naive < StatisticsArguments.NoSpread ? 0 : naive;
        double? cluster = moments.N < 2 ? null : moments.StandardError;
        return new ClusterMean(
            moments.Mean,
            naive,
            cluster,
            cluster * Math.Sqrt((moments.N - 1.0) / moments.N),
            naive > 0 ? cluster * cluster / (naive * naive) : null,
            variance.Icc,
            1 + ((variance.Repeats - 1) * variance.Icc),
            moments.Status == EstimateStatus.Ok ? moments.Mean - (Quantile.StudentT(oneSidedConfidence, moments.N - 1) * moments.StandardError) : null,
            moments.Status);
    }
}
