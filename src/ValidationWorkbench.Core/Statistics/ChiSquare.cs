using MathNet.Numerics;

namespace ValidationWorkbench.Statistics;

/// <summary>The chi-square distribution.</summary>
public static class ChiSquare
{
    /// <summary>
    /// P(X &gt; x) in [0,1] for positive degrees of freedom v: Q(v/2; x/2), the upper regularized gamma function; small values keep their digits.
    /// </summary>
    public static double UpperTail(double x, double degreesOfFreedom)
    {
        if (!double.IsFinite(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "A finite value is needed.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        return x <= 0 ? 1 : Math.Clamp(SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2), 0, 1);
    }
}
