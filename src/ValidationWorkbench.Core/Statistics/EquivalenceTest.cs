namespace ValidationWorkbench.Statistics;

/// <summary>
/// Two one-sided t tests of paired differences (Schuirmann 1987): tL = (mean + M) / SE, tU = (mean - M) / SE, p = max(P(T &gt; tL), P(T &lt; tU)).
/// Equivalent at level alpha exactly where the interval with confidence 1 - 2 alpha lies strictly inside (-M, M).
/// </summary>
/// <param name="Moments">Number, mean and standard deviation of the differences; null where there is none.</param>
/// <param name="TLower">Statistic against the lower margin; null without variance, as all that follow.</param>
/// <param name="TUpper">Statistic against the upper margin.</param>
/// <param name="PLower">P(T &gt; tL).</param>
/// <param name="PUpper">P(T &lt; tU).</param>
/// <param name="Lower">Lower limit of the mean with confidence 1 - 2 alpha.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="IsEquivalent">True where both limits lie strictly inside the margins.</param>
public sealed record EquivalenceTest(
    SampleMoments? Moments, double? TLower, double? TUpper, double? PLower, double? PUpper, double? Lower, double? Upper, bool? IsEquivalent)
{
    /// <summary>Undefined with fewer than two cases, degenerate where all differences are equal.</summary>
    public EstimateStatus Status => Moments?.Status ?? EstimateStatus.Undefined;

    /// <summary>The larger of both p values.</summary>
    public double? P => PLower > PUpper ? PLower : PUpper;

    /// <summary>Tests a margin of at least 0 at a level alpha below 1/2.</summary>
    public static EquivalenceTest Of(IReadOnlyList<double> differences, double margin, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        StatisticsArguments.RequireConfidence(1 - (2 * alpha));
        if (SampleMoments.Of(differences) is not { Status: EstimateStatus.Ok } moments)
        {
            return new EquivalenceTest(SampleMoments.Of(differences), null, null, null, null, null, null, null);
        }

        var degrees = moments.N - 1;
        var lowerT = (moments.Mean + margin) / moments.StandardError;
        var upperT = (moments.Mean - margin) / moments.StandardError;
        var half = Quantile.StudentT(1 - alpha, degrees) * moments.StandardError;
        double lower = moments.Mean - half, upper = moments.Mean + half;
        return new EquivalenceTest(
            moments,
            lowerT,
            upperT,
            StudentDistribution.UpperTail(lowerT, degrees),
            StudentDistribution.Cdf(upperT, degrees),
            lower,
            upper,
            lower > -margin && upper < margin);
    }
}
