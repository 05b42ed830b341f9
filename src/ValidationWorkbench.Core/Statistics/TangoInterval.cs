namespace ValidationWorkbench.Statistics;

/// <summary>
/// Score interval of the difference of two paired proportions (Tango 1998, Statistics in Medicine 17:891), d = (g - l) / n with g gains
/// and l losses among n pairs. With A = 2n, B = (2n-g+l)D-g-l, C = -lD(1-D) and q = (sqrt(B^2-4AC)-B)/(2A), the statistic is
/// T(D) = (g-l-nD) / sqrt(n(2q+D(1-D))); the limits solve T(D) = +z and T(D) = -z.
/// </summary>
public static class TangoInterval
{
    private const int Bisections = 200;

    /// <summary>Limits in [-1,1], each with the one-sided confidence given. n must be positive.</summary>
    public static (double Lower, double Upper) Of(int gains, int losses, int n, double oneSidedConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gains + losses, n);
        var z = Quantile.Normal(oneSidedConfidence);
        if (gains == 0 && losses == 0)
        {
            var half = z * z / (n + (z * z));
            return (-half, half);
        }

        var difference = (double)(gains - losses) / n;
        return (losses == n ? -1 : Solve(gains, losses, n, z, -1, difference), gains == n ? 1 : Solve(gains, losses, n, -z, difference, 1));
    }

    /// <summary>T(D); it falls as D rises.</summary>
    public static double Statistic(int gains, int losses, int n, double difference)
    {
        var a = 2.0 * n;
        var b = ((2.0 * n) - gains + losses) * difference - gains - losses;
        var c = -losses * difference * (1 - difference);
        var q = (Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c))) - b) / (2 * a);
        var variance = n * ((2 * q) + (difference * (1 - difference)));
        var distance = gains - losses - (n * difference);
        return variance > 0 ? distance / Math.Sqrt(variance) : distance == 0 ? 0 : distance > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

    private static double Solve(int gains, int losses, int n, double target, double low, double high)
    {
        for (var i = 0; i < Bisections; i++)
        {
            var middle = low + ((high - low) / 2);
            if (Statistic(gains, losses, n, middle) > target)
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
