namespace ValidationWorkbench.Statistics;

/// <summary>
/// The term G(n+1) / (G(x+1) G(n-x+1)) p^x q^(n-x), G being the gamma function, for real x and n. Taken apart into the error of Stirling's
/// formula and the deviance, no large numbers cancel (Loader 2000, "Fast and accurate computation of binomial probabilities").
/// </summary>
internal static class BinomialTerm
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // From here on six terms of Stirling's series are exact to the last bit.
    private const double StirlingFrom = 16;

    // Of these terms, the last one first.
    private static readonly double[] Coefficients = [691.0 / 360360, 1.0 / 1188, 1.0 / 1680, 1.0 / 1260, 1.0 / 360, 1.0 / 12];

    // The errors of 1 to 15 to the last digit: counts are whole numbers more often than not.
    private static readonly double[] SmallErrors =
    [
        0.0810614667953272582, 0.0413406959554092941, 0.0276779256849983391, 0.0207906721037650931,
        0.0166446911898211922, 0.013876128823070748, 0.0118967099458917701, 0.0104112652619720965,
        0.00925546218271273292, 0.00833056343336287126, 0.00757367548795184079, 0.00694284010720952987,
        0.00640899418800420707, 0.00595137011275884774, 0.00555473355196280137,
    ];

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
        if (n < StirlingFrom && n >= 1 && n == Math.Floor(n))
        {
            return SmallErrors[(int)n - 1];
        }

        // From one n to the next the error falls by (n + 1/2) ln((n+1)/n) - 1.
        var fallen = 0.0;
        for (; n < StirlingFrom; n++)
        {
            fallen += ((n + 0.5) * Math.Log((n + 1) / n)) - 1;
        }

        // 1/(12 n) - 1/(360 n^3) + 1/(1260 n^5) - 1/(1680 n^7) + 1/(1188 n^9) - 691/(360360 n^11)
        var series = 0.0;
        foreach (var coefficient in Coefficients)
        {
            series = coefficient - (series / (n * n));
        }

        return (series / n) + fallen;
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
