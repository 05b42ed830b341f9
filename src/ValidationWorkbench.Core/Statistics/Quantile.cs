namespace ValidationWorkbench.Statistics;

/// <summary>
/// Quantiles of the distributions in use. MathNet.Numerics supplies the normal one; its inverse functions of beta and t stop at about
/// 1e-8, so these are found here by bisection to the last bit.
/// </summary>
public static class Quantile
{
    private const int Bisections = 2_000;

    /// <summary>Quantile of the standard normal distribution; p in (0,1).</summary>
    public static double Normal(double p)
    {
        RequireInside(p);
        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);
    }

    /// <summary>Quantile of the beta distribution with positive shapes a and b; p in (0,1).</summary>
    public static double Beta(double p, double a, double b)
    {
        RequireInside(p);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        return Bisect(x => RegularizedBeta.Of(x, a, b), p, 0, 1);
    }

    /// <summary>Quantile of Student's t with positive degrees of freedom; p in (0,1).</summary>
    public static double StudentT(double p, double degreesOfFreedom)
    {
        RequireInside(p);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        if (p >= 0.5)
        {
            return p == 0.5 ? 0 : -StudentT(1 - p, degreesOfFreedom);
        }

        // Few degrees of freedom have far tails, so the side to search is widened until it holds the quantile.
        var low = -1.0;
        while (low > -1e150 && StudentDistribution.Cdf(low, degreesOfFreedom) > p)
        {
            low *= 2;
        }

        return Bisect(t => StudentDistribution.Cdf(t, degreesOfFreedom), p, low, 0);
    }

    /// <summary>Halves the interval until its ends are neighbours.</summary>
    private static double Bisect(Func<double, double> distribution, double p, double low, double high)
    {
        for (var i = 0; i < Bisections; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (distribution(middle) < p)
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

    private static void RequireInside(double p)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability strictly between 0 and 1 is needed.");
        }
    }
}
