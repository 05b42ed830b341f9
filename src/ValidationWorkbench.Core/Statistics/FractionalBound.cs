namespace ValidationWorkbench.Statistics;

/// <summary>Clopper and Pearson's bounds where successes and cases need not be whole numbers, as after a correction for repeats.</summary>
public static class FractionalBound
{
    /// <summary>Lower bound in [0,1], B^-1(1-C; x, n-x+1); 0 where x = 0.</summary>
    public static double Lower(double successes, double n, double oneSidedConfidence)
    {
        Require(successes, n, oneSidedConfidence);
        return successes == 0 ? 0
            : successes == n ? Math.Pow(1 - oneSidedConfidence, 1 / n)
            : Quantile.Beta(1 - oneSidedConfidence, successes, n - successes + 1);
    }

    /// <summary>Upper bound in [0,1], B^-1(C; x+1, n-x); 1 where x = n.</summary>
    public static double Upper(double successes, double n, double oneSidedConfidence)
    {
        Require(successes, n, oneSidedConfidence);
        return 1 - Lower(n - successes, n, oneSidedConfidence);
    }

    private static void Require(double successes, double n, double oneSidedConfidence)
    {
        StatisticsArguments.RequireConfidence(oneSidedConfidence);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
    }
}
