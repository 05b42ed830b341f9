using MathNet.Numerics;

namespace ValidationWorkbench.Statistics;

/// <summary>The chi-square distribution, by the incomplete gamma function.</summary>
public static class ChiSquareDistribution
{
    private const int Bisections = 200;

    /// <summary>P(X &gt; x) with positive degrees of freedom; 1 where x is not positive.</summary>
    public static double UpperTail(double x, double degreesOfFreedom)
    {
        if (!double.IsFinite(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "A finite value is needed.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        return x <= 0 ? 1 : Math.Clamp(SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2), 0, 1);
    }

    /// <summary>The x with P(X &lt;= x) = p, p in (0,1), by bisection to the last bit.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability strictly between 0 and 1 is needed.");
        }

        double low = 0, high = degreesOfFreedom + 1;
        while (UpperTail(high, degreesOfFreedom) > 1 - p)
        {
            (low, high) = (high, 2 * high);
        }

        for (var i = 0; i < Bisections; i++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = UpperTail(middle, degreesOfFreedom) > 1 - p ? (middle, high) : (low, middle);
        }

        return low + ((high - low) / 2);
    }
}
