namespace ValidationWorkbench.Statistics;

/// <summary>
/// Square-and-add interval of the difference of two paired proportions (Newcombe 1998, Statistics in Medicine 17:2635, method 10): the Wilson limits of both
/// proportions, put together with their correlation. For display; <see cref="TangoInterval"/> decides.
/// </summary>
public static class NewcombeInterval
{
    /// <summary>
    /// Candidate minus baseline, limits in [-1,1], each with the one-sided confidence given; undefined, with limits -1 and 1, without a pair.
    /// </summary>
    /// <param name="gains">Pairs only the candidate has right.</param>
    /// <param name="losses">Pairs only the baseline has right.</param>
    /// <param name="bothRight">Pairs both have right.</param>
    /// <param name="bothWrong">Pairs neither has right.</param>
    /// <param name="oneSidedConfidence">In (0,1).</param>
    public static IntervalEstimate Of(int gains, int losses, int bothRight, int bothWrong, double oneSidedConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        ArgumentOutOfRangeException.ThrowIfNegative(bothRight);
        ArgumentOutOfRangeException.ThrowIfNegative(bothWrong);
        var n = checked(gains + losses + bothRight + bothWrong);
        if (n == 0)
        {
            BinomialBound.RequireInside(oneSidedConfidence, nameof(oneSidedConfidence));
            return new IntervalEstimate(EstimateStatus.Undefined, null, -1, 1);
        }

        var candidate = WilsonInterval.Of(bothRight + gains, n, oneSidedConfidence);
        var baseline = WilsonInterval.Of(bothRight + losses, n, oneSidedConfidence);
        var psi = Correlation(gains, losses, bothRight, bothWrong, n);
        double difference = (double)(gains - losses) / n, p1 = candidate.Estimate!.Value, p2 = baseline.Estimate!.Value;
        return new IntervalEstimate(
            EstimateStatus.Ok,
            difference,
            Math.Max(-1, difference - Distance(p1 - candidate.Lower, baseline.Upper - p2, psi)),
            Math.Min(1, difference + Distance(candidate.Upper - p1, p2 - baseline.Lower, psi)));
    }

    private static double Distance(double one, double other, double psi) => Math.Sqrt(Math.Max(0, (one * one) - (2 * psi * one * other) + (other * other)));

    /// <summary>Correlation of the answers, a positive one with continuity correction; 0 where one model has all right or all wrong.</summary>
    private static double Correlation(int gains, int losses, int bothRight, int bothWrong, int n)
    {
        var margins = (double)(bothRight + gains) * (losses + bothWrong) * (bothRight + losses) * (gains + bothWrong);
        var product = ((double)bothRight * bothWrong) - ((double)gains * losses);
        var corrected = product > n / 2.0 ? product - (n / 2.0) : product >= 0 ? 0 : product;
        return margins == 0 ? 0 : corrected / Math.Sqrt(margins);
    }
}
