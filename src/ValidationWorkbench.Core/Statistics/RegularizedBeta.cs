namespace ValidationWorkbench.Statistics;

/// <summary>
/// The regularized incomplete beta function I(x; a, b), the distribution function of the beta distribution, by its continued fraction
/// (Abramowitz and Stegun 26.5.8, evaluated by Lentz's method). MathNet.Numerics has it too, but loses digits where a + b is large.
/// </summary>
public static class RegularizedBeta
{
    private const double Tiny = 1e-300;
    private const double Precision = 1e-16;

    // The fraction needs some multiple of sqrt(max(a, b)) terms.
    private const int MostTerms = 1_000_000;

    /// <summary>I(x; a, b) in [0,1] for x in [0,1] and positive shapes.</summary>
    public static double Of(double x, double a, double b)
    {
        if (!(x >= 0 && x <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "A value from 0 to 1 is needed.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        return Of(x, 1 - x, a, b);
    }

    /// <summary>The same with y = 1-x given, where x is near 1 and y known better than by subtraction.</summary>
    internal static double Of(double x, double y, double a, double b) =>
        x <= 0 ? 0 : y <= 0 ? 1
        : x < (a + 1) / (a + b + 2) ? Math.Min(1, Fraction(x, y, a, b))
        : Math.Max(0, 1 - Fraction(y, x, b, a));

    private static double Fraction(double x, double y, double a, double b)
    {
        // x^a y^b / (a B(a, b)), written as a binomial term.
        var factor = BinomialTerm.Of(a, a + b, x, y) * b / (a + b);
        if (factor == 0)
        {
            return 0;
        }

        double c = 1, d = NotZero(1 - ((a + b) * x / (a + 1)));
        d = 1 / d;
        var fraction = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var change = d * c;
            fraction *= change;
            if (Math.Abs(change - 1) <= Precision)
            {
                break;
            }
        }

        return factor * fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
