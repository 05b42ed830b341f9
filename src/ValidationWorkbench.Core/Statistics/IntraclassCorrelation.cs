namespace ValidationWorkbench.Statistics;

/// <summary>
/// Share of the variance of scores that lies between cases (Shrout and Fleiss 1979, ICC(1) and ICC(1,k)), with the interval from
/// F = MSB / MSW: FL = F / F(1-a/2; m-1, m(k-1)), FU = F x F(1-a/2; m(k-1), m-1), limits (FL-1)/(FL+k-1) and (FU-1)/(FU+k-1).
/// It depends on how different the cases are; whether a score is stable is said by the standard deviation within cases.
/// </summary>
/// <param name="Variance">The mean squares.</param>
/// <param name="OfSingleRepeat">ICC(1) of a single repeat; null where it is 0/0.</param>
/// <param name="OfMean">ICC(1,k) of the mean of k repeats, (MSB - MSW) / MSB; null where MSB = 0.</param>
/// <param name="Lower">Lower limit of ICC(1).</param>
/// <param name="Upper">Upper limit of ICC(1).</param>
/// <param name="Status">Degenerate where repeats do not vary but cases do, so that F is infinite.</param>
public sealed record IntraclassCorrelation(RepeatVariance Variance, double? OfSingleRepeat, double? OfMean, double? Lower, double? Upper, EstimateStatus Status)
{
    /// <summary>Two repeats of one case differ by more than 2.77 standard deviations in one pair of twenty (ISO 5725).</summary>
    public const double RepeatabilityFactor = 2.77;

    /// <summary>Standard deviation of repeats of the same case, in units of the score; null with fewer than two repeats.</summary>
    public double? WithinDeviation => Variance.Within is { } within ? Math.Sqrt(within) : null;

    /// <summary>ICC with the two-sided confidence given.</summary>
    public static IntraclassCorrelation Of(IReadOnlyList<IReadOnlyList<double>> cases, double confidence)
    {
        StatisticsArguments.RequireConfidence(confidence);
        var variance = RepeatVariance.Of(cases);
        var ofMean = variance.Between > 0 ? (variance.Between - variance.Within) / variance.Between : null;
        if (variance.Icc is not { } icc)
        {
            return new IntraclassCorrelation(variance, null, ofMean, null, null, EstimateStatus.Undefined);
        }

        if (variance is not { Between: { } between, Within: > 0 and var within })
        {
            return new IntraclassCorrelation(variance, icc, ofMean, null, null, EstimateStatus.Degenerate);
        }

        double k = variance.Repeats, betweenDegrees = variance.Cases - 1, withinDegrees = variance.Cases * (k - 1);
        var p = (1 + confidence) / 2;
        var lower = between / within / FQuantile.Of(p, betweenDegrees, withinDegrees);
        var upper = between / within * FQuantile.Of(p, withinDegrees, betweenDegrees);
        return new IntraclassCorrelation(variance, icc, ofMean, (lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1), EstimateStatus.Ok);
    }
}
