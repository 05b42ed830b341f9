namespace ValidationWorkbench.Statistics;

/// <summary>
/// Power of t bounds of a mean for normal values: given s / sigma, whose square is chi-square with n - 1 degrees of freedom over n - 1 and
/// independent of the mean (Student 1908), it is a normal probability; this is averaged over s / sigma by Simpson's rule.
/// </summary>
public static class MeanPower
{
    private const int Steps = 2000;

    // Standard deviations of s / sigma beyond which nothing is left to average.
    private const double Reach = 12;

    /// <summary>Probability that the one-sided lower bound of the mean is above a target, in [0,1]; 0 with fewer than two cases.</summary>
    /// <param name="n">Cases.</param>
    /// <param name="distance">True mean minus target.</param>
    /// <param name="deviation">True standard deviation, positive.</param>
    /// <param name="oneSidedConfidence">In (0,1).</param>
    public static double Above(int n, double distance, double deviation, double oneSidedConfidence) =>
        Average(n, deviation, oneSidedConfidence, (half, root) => NormalDistribution.Cdf((distance * root) - half));

    /// <summary>Probability that both one-sided bounds of the mean lie within plus and minus a margin, in [0,1]; 0 with fewer than two cases.</summary>
    /// <param name="n">Cases.</param>
    /// <param name="margin">Margin, positive.</param>
    /// <param name="mean">True mean.</param>
    /// <param name="deviation">True standard deviation, positive.</param>
    /// <param name="oneSidedConfidence">In (0,1).</param>
    public static double Within(int n, double margin, double mean, double deviation, double oneSidedConfidence) =>
        Average(n, deviation, oneSidedConfidence, (half, root) => Math.Max(
            0, NormalDistribution.Cdf(((margin - mean) * root) - half) - NormalDistribution.Cdf(((-margin - mean) * root) + half)));

    /// <param name="n">Cases.</param>
    /// <param name="deviation">True standard deviation.</param>
    /// <param name="oneSidedConfidence">Confidence.</param>
    /// <param name="power">Probability, given the half width in true standard errors and sqrt(n) / sigma.</param>
    private static double Average(int n, double deviation, double oneSidedConfidence, Func<double, double, double> power)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        if (n < 2)
        {
            return 0;
        }

        double degrees = n - 1, t = Quantile.StudentT(oneSidedConfidence, n - 1), root = Math.Sqrt(n) / deviation;
        var spread = Reach / Math.Sqrt(2 * degrees);
        double low = Math.Max(0, 1 - spread), step = (1 + spread - low) / Steps, sum = 0, weights = 0;
        for (var i = 0; i <= Steps; i++)
        {
            var ratio = low + (i * step);
            var weight = (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2) * Density(ratio, degrees);
            sum += weight * power(t * ratio, root);
            weights += weight;
        }

        return Math.Clamp(sum / weights, 0, 1);
    }

    /// <summary>Density of s / sigma, up to a factor: x^(v-1) exp(-v x^2 / 2), 1 at its top.</summary>
    private static double Density(double x, double degrees)
    {
        var top = Math.Sqrt((degrees - 1) / degrees);
        return x == 0 ? (degrees == 1 ? 1 : 0)
            : Math.Exp(((degrees - 1) * Math.Log(top == 0 ? 1 : x / top)) - (degrees / 2 * ((x * x) - (top * top))));
    }
}
