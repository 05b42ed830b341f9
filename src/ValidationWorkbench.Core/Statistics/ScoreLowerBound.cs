namespace ValidationWorkbench.Statistics;

/// <summary>One-sided lower bound of a mean score by Student's t, mean - t(C; m-1) s / sqrt(m). Approximate for skewed scores.</summary>
/// <param name="Mean">Mean of the case scores; null where there is none.</param>
/// <param name="Lower">The bound; null with fewer than two cases.</param>
/// <param name="Status">Degenerate where all scores are equal.</param>
public sealed record ScoreLowerBound(double? Mean, double? Lower, EstimateStatus Status)
{
    /// <summary>
    /// The bound with the confidence given. Where all m scores are the same value v in [0,1], s = 0 proves nothing; the bound is then
    /// v (1-C)^(1/m), which for v = 1 is the exact bound of m successes in m. Equal scores outside of [0,1] have no bound.
    /// </summary>
    public static ScoreLowerBound Of(IReadOnlyList<double> caseScores, double confidence)
    {
        StatisticsArguments.RequireConfidence(confidence);
        if (SampleMoments.Of(caseScores) is not { } moments)
        {
            return new ScoreLowerBound(null, null, EstimateStatus.Undefined);
        }

        double? lower = moments.Status switch
        {
            EstimateStatus.Ok => moments.Mean - (Quantile.StudentT(confidence, moments.N - 1) * moments.StandardError),
            EstimateStatus.Degenerate when moments.Mean is >= 0 and <= 1 => moments.Mean * Math.Pow(1 - confidence, 1.0 / moments.N),
            _ => null,
        };
        return new ScoreLowerBound(moments.Mean, lower, moments.Status);
    }
}
