namespace ValidationWorkbench.Statistics;

/// <summary>
/// Score interval of the difference of two paired proportions (Tango 1998, Statistics in Medicine 17:891), d = (g - l) / n with g gains
/// and l losses among n pairs. With A = 2n, B = (2n-g+l)D-g-l, C = -lD(1-D) and q = (sqrt(B^2-4AC)-B)/(2A), the statistic is
/// T(D) = (g-l-nD) / sqrt(n(2q+D(1-D))); the limits solve T(D) = +z and T(D) = -z.
/// </summary>
public static class TangoInterval
{
    private const int Bisections = 2_000;

    /// <summary>Limits in [-1,1], each with the one-sided confidence given. n must be positive.</summary>
    public static (double Lower, double Upper) Of(int gains, int losses, int n, double oneSidedConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        Require(gains, losses, n);
        var z = Quantile.Normal(oneSidedConfidence);
        if (gains == 0 && losses == 0)
        {
            var half = z * z / (n + (z * z));
            return (-half, half);
        }

        var difference = (double)(gains - losses) / n;
        return (losses == n ? -1 : Solve(gains, losses, n, z, -1, difference), gains == n ? 1 : Solve(gains, losses, n, -z, difference, 1));
    }

    /// <summary>The difference with its limits; undefined, with limits -1 and 1, where n = 0.</summary>
    public static IntervalEstimate Estimate(int gains, int losses, int n, double oneSidedConfidence)
    {
        Require(gains, losses, n);
        BinomialBound.RequireInside(oneSidedConfidence, nameof(oneSidedConfidence));
        if (n == 0)
        {
            return new IntervalEstimate(EstimateStatus.Undefined, null, -1, 1);
        }

        var (lower, upper) = Of(gains, losses, n, oneSidedConfidence);
        return new IntervalEstimate(EstimateStatus.Ok, (double)(gains - losses) / n, lower, upper);
    }

    /// <summary>T(D) for a difference strictly between -1 and 1 and positive n; it falls as D rises, and is 0 where nothing differs and D = 0.</summary>
    public static double Statistic(int gains, int losses, int n, double difference)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        Require(gains, losses, n);
        if (!(difference > -1 && difference < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "A difference strictly between -1 and 1 is needed.");
        }

        return Score(gains, losses, n, difference);
    }

    internal static double Score(int gains, int losses, int n, double difference)
    {
        var a = 2.0 * n;
        var b = ((2.0 * n) - gains + losses) * difference - gains - losses;
        var c = -losses * difference * (1 - difference);

        // As a probability of a loss, q is at least -D; rounding must not take it below, since the variance would vanish.
        var q = Math.Max((Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c))) - b) / (2 * a), Math.Max(0, -difference));
        var variance = n * ((2 * q) + (difference * (1 - difference)));
        return variance > 0 ? (gains - losses - (n * difference)) / Math.Sqrt(variance) : 0;
    }

    internal static void Require(int gains, int losses, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfNegative(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)gains + losses, n);
    }

    /// <summary>Halves the interval until its ends are neighbours.</summary>
    private static double Solve(int gains, int losses, int n, double target, double low, double high)
    {
        for (var i = 0; i < Bisections; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (Score(gains, losses, n, middle) > target)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low + ((high - low) / 2);
    }
}
