namespace ValidationWorkbench.Statistics;

/// <summary>
/// One-sided exact bounds of a proportion, x successes in n independent cases (Clopper and Pearson 1934, Biometrika 26:404).
/// With confidence C, lower = B^-1(1-C; x, n-x+1) and upper = B^-1(C; x+1, n-x), B^-1 being the beta quantile.
/// </summary>
public static class BinomialBound
{
    private const int Most = 100_000;

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

    /// <summary>Both bounds, each with the one-sided confidence given; undefined, with bounds 0 and 1, where n = 0.</summary>
    public static IntervalEstimate Interval(int successes, int n, double oneSidedConfidence)
    {
        Require(successes, n, oneSidedConfidence);
        return new IntervalEstimate(
            n == 0 ? EstimateStatus.Undefined : EstimateStatus.Ok,
            n == 0 ? null : (double)successes / n,
            Lower(successes, n, oneSidedConfidence),
            Upper(successes, n, oneSidedConfidence));
    }

    /// <summary>
    /// Smallest number of cases, from <paramref name="n"/> on, at which the observed rate (its successes rounded down) brings the lower bound to the
    /// limit; null where it never does (the rate is not above the limit) or not within 100,000 cases.
    /// </summary>
    public static int? CasesNeeded(int successes, int n, double limit, double confidence)
    {
        Require(successes, n, confidence);
        if (n == 0 || (double)successes / n <= limit)
        {
            return null;
        }

        if (limit <= 0)
        {
            return n;
        }

        var most = Math.Max(n, Most);
        bool Reaches(int failures, int size) => BinomialDistribution.IsCdfAtMost(failures, size, 1 - limit, 1 - confidence);

        // Rounded down, the successes of the sizes that share a number of failures differ by the size alone, so that the bound rises from one of
        // them to the next: the last one tells whether any of them will do.
        for (var failures = n - successes; ; failures++)
        {
            var last = successes == n ? most : (int)Math.Min(most, (long)failures * n / (n - successes));
            if (Reaches(failures, last))
            {
                var first = failures == n - successes ? n : (int)((long)(failures - 1) * n / (n - successes)) + 1;
                return Search.FirstTrue(first, last, size => Reaches(failures, size));
            }

            if (last == most)
            {
                return null;
            }
        }
    }

    internal static void Require(int successes, int n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
        RequireInside(confidence, nameof(confidence));
    }

    internal static void RequireInside(double confidence, string name)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(name, confidence, "A value strictly between 0 and 1 is needed.");
        }
    }
}
