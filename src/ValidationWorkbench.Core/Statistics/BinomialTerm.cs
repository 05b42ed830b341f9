using MathNet.Numerics;

namespace ValidationWorkbench.Statistics;

/// <summary>
/// The term G(n+1) / (G(x+1) G(n-x+1)) p^x q^(n-x), G being the gamma function, for real x and n. Taken apart into the error of Stirling's
/// formula and the deviance, no large numbers cancel (Loader 2000, "Fast and accurate computation of binomial probabilities").
/// </summary>
internal static class BinomialTerm
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // From here on five terms of Stirling's series are exact to the last bit.
    private const double StirlingFrom = 16;

    /// <summary>The term; 0 &lt;= x &lt;= n. p and q = 1-p are both given, because the smaller one must not be a difference.</summary>
    public static double Of(double x, double n, double p, double q)
    {
        if (p <= 0 || q <= 0)
        {
            return x == (p <= 0 ? 0 : n) ? 1 : 0;
        }

        if (x <= 0 || x >= n)
        {
            // The logarithm of 1 - s keeps its digits for small s.
            double rare = x <= 0 ? p : q, often = x <= 0 ? q : p;
            return Math.Exp(n * (rare < 0.1 ? -LogOfComplement(rare) : Math.Log(often)));
        }

        var exponent = StirlingError(n) - StirlingError(x) - StirlingError(n - x) - Deviance(x, n * p) - Deviance(n - x, n * q);
        return Math.Exp(exponent - HalfLogTwoPi - (0.5 * (Math.Log(x) + Math.Log((n - x) / n))));
    }

    /// <summary>-ln(1-s) for small s, which 1-s would have lost.</summary>
    private static double LogOfComplement(double s)
    {
        var complement = 1 - s;
        return complement == 1 ? s : -Math.Log(complement) * s / (1 - complement);
    }

    /// <summary>ln G(n+1) - ((n + 1/2) ln n - n + ln sqrt(2 pi)).</summary>
    private static double StirlingError(double n)
    {
        if (n < StirlingFrom)
        {
            return SpecialFunctions.GammaLn(n + 1) - ((n + 0.5) * Math.Log(n)) + n - HalfLogTwoPi;
        }

        var square = n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (((1.0 / 1188) - (691.0 / 360360 / square)) / square)) / square)) / square)) / square)) / n;
    }

    /// <summary>x ln(x/m) + m - x, by a series where x is near m.</summary>
    private static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) + m - x;
        }

        var v = (x - m) / (x + m);
        double sum = (x - m) * v, term = 2 * x * v, square = v * v;
        for (var j = 1; ; j++)
        {
            term *= square;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }
}
