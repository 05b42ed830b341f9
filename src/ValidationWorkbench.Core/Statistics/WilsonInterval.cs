namespace ValidationWorkbench.Statistics;

/// <summary>
/// Score interval of a proportion (Wilson 1927), x successes in n independent cases. With p = x/n and z the normal quantile, its centre is
/// (p + z^2/2n) / (1 + z^2/n) and its half width z sqrt(p(1-p)/n + z^2/4n^2) / (1 + z^2/n). For display: its one-sided lower bound passes 95 % after 52
/// cases without a failure, where the success-run theorem asks for 59.
/// </summary>
public static class WilsonInterval
{
    /// <summary>Limits in [0,1], each with the one-sided confidence given; 0 and 1 where n = 0.</summary>
    public static IntervalEstimate Of(int successes, int n, double oneSidedConfidence)
    {
        BinomialBound.Require(successes, n, oneSidedConfidence);
        if (n == 0)
        {
            return new IntervalEstimate(EstimateStatus.Undefined, null, 0, 1);
        }

        var z = Quantile.Normal(oneSidedConfidence);
        double p = (double)successes / n, square = z * z, divisor = 1 + (square / n);
        var centre = (p + (square / (2 * n))) / divisor;
        var half = z * Math.Sqrt((p * (1 - p) / n) + (square / (4.0 * n * n))) / divisor;

        // With no success the centre is half the width, and rounding must not leave a trace of it; likewise with no failure.
        return new IntervalEstimate(EstimateStatus.Ok, p, successes == 0 ? 0 : Math.Max(0, centre - half), successes == n ? 1 : Math.Min(1, centre + half));
    }
}
