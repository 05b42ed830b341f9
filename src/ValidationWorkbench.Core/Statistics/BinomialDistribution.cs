namespace ValidationWorkbench.Statistics;

/// <summary>
/// Number of successes among n independent trials that each succeed with probability p. Single probabilities follow Loader 2000, "Fast and
/// accurate computation of binomial probabilities", which loses no digits where n is large.
/// </summary>
public static class BinomialDistribution
{
    // A sum of probabilities may miss the level by its last bits; without this room a quantile would then be one too large (as in R's qbinom).
    private const double Fuzz = 64 * 2.220446049250313e-16;

    private const double Guard = 1e-12;

    // Terms below this share of the sum change no bit of it.
    private const double Negligible = 1e-18;

    /// <summary>P(X = x), in [0,1]; 0 where x lies outside of 0 to n.</summary>
    public static double Mass(int x, int n, double p)
    {
        Require(n, p);
        return x < 0 || x > n ? 0 : Math.Min(1, BinomialTerm.Of(x, n, p, 1 - p));
    }

    /// <summary>P(X &lt;= x) = I(1-p; n-x, x+1), in [0,1].</summary>
    public static double Cdf(int x, int n, double p)
    {
        Require(n, p);
        return x < 0 ? 0 : x >= n ? 1 : RegularizedBeta.Of(1 - p, p, n - x, x + 1);
    }

    /// <summary>P(X &gt;= x) = I(p; x, n-x+1), in [0,1]; small values keep their digits.</summary>
    public static double UpperTail(int x, int n, double p)
    {
        Require(n, p);
        return x <= 0 ? 1 : x > n ? 0 : RegularizedBeta.Of(p, 1 - p, x, n - x + 1);
    }

    /// <summary>Smallest x with P(X &lt;= x) of at least <paramref name="level"/>, in 0 to n; the level lies in [0,1].</summary>
    public static int Quantile(double level, int n, double p)
    {
        Require(n, p);
        RequireProbability(level, nameof(level));
        if (level == 0 || level == 1)
        {
            return level == 0 || p == 0 ? 0 : n;
        }

        int low = -1, high = n;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Cdf(middle, n, p) >= level * (1 - Fuzz))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    /// <summary>
    /// True where P(X &lt;= x) does not exceed the level. It stops summing as soon as the answer is known, so it is much faster than
    /// <see cref="Cdf"/>. Equal means equal but for the last digits, since a level is often a difference such as 1 - 0.9.
    /// </summary>
    public static bool IsCdfAtMost(int x, int n, double p, double level)
    {
        level *= 1 + Guard;
        if (x < 0 || x >= n * p)
        {
            return Cdf(x, n, p) <= level;
        }

        // Below the mean the terms fall from x downwards.
        double term = Mass(x, n, p), sum = term;
        for (var k = x; k > 0 && sum <= level && term > sum * Negligible; k--)
        {
            term *= k * (1 - p) / ((n - k + 1) * p);
            sum += term;
        }

        return sum <= level;
    }

    private static void Require(int n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        RequireProbability(p, nameof(p));
    }

    private static void RequireProbability(double value, string name)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "A probability from 0 to 1 is needed.");
        }
    }
}
