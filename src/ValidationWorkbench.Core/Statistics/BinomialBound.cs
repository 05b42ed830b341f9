namespace ValidationWorkbench.Statistics;

/// <summary>
/// One-sided exact bounds of a proportion, x successes in n independent cases (Clopper and Pearson 1934, Biometrika 26:404).
/// With confidence C, lower = B^-1(1-C; x, n-x+1) and upper = B^-1(C; x+1, n-x), B^-1 being the beta quantile.
/// </summary>
public static class BinomialBound
{
    /// <summary>Lower bound in [0,1]; 0 where x = 0 or n = 0.</summary>
    public static double Lower(int successes, int n, double confidence)
    {
        Require(successes, n, confidence);
        return successes == 0 ? 0
            : successes == n ? Math.Pow(1 - confidence, 1.0 / n)
            : Quantile.Beta(1 - confidence, successes, n - successes + 1);
    }

    /// <summary>Upper bound in [0,1]; 1 where x = n or n = 0.</summary>
    public static double Upper(int successes, int n, double confidence)
    {
        Require(successes, n, confidence);
        return n == 0 ? 1 : 1 - Lower(n - successes, n, confidence);
    }

    /// <summary>
    /// Smallest number of cases, from <paramref name="n"/> on, at which the observed rate would bring the lower bound to the limit; null where it
    /// never would (the rate is not above the limit) or not within 100,000 cases.
    /// </summary>
    public static int? CasesNeeded(int successes, int n, double limit, double confidence)
    {
        Require(successes, n, confidence);
        if (n == 0 || (double)successes / n <= limit)
        {
            return null;
        }

        const int most = 100_000;
        bool Reaches(int size) => Lower((int)((long)successes * size / n), size, confidence) >= limit;
        var size = n;
        while (size < most && !Reaches(size))
        {
            size += Math.Max(1, size / 100);
        }

        return size < most ? size : null;
    }

    private static void Require(int successes, int n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence strictly between 0 and 1 is needed.");
        }
    }
}
