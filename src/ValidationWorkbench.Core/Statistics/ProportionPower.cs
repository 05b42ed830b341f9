namespace ValidationWorkbench.Statistics;

/// <summary>What it takes to show "at least the target" by the lower bound of <see cref="BinomialBound"/>, and how often a true rate gets there.</summary>
public static class ProportionPower
{
    /// <summary>
    /// Smallest number of successes among n cases whose lower bound reaches the target, that is with P(Bin(n, target) &gt;= x) &lt;= 1-C; null where
    /// not even n successes do. The target lies in [0,1], the confidence C in (0,1).
    /// </summary>
    public static int? SmallestCount(int n, double target, double confidence)
    {
        Require(n, target, nameof(target));
        BinomialBound.RequireInside(confidence, nameof(confidence));

        // Nothing shows anything; and "at least 0" holds without a success.
        if (n == 0 || target == 0)
        {
            return n == 0 ? null : 0;
        }

        // Too many successes to be by chance are too few failures.
        bool Shows(int successes) => BinomialDistribution.IsCdfAtMost(n - successes, n, 1 - target, 1 - confidence);
        return Shows(n) ? Search.FirstTrue(1, n, Shows) : null;
    }

    /// <summary>Probability that n cases show the target where the true rate is given, in [0,1]; 0 where n cases cannot.</summary>
    public static double Power(int n, double target, double confidence, double trueRate)
    {
        Require(n, trueRate, nameof(trueRate));
        return SmallestCount(n, target, confidence) is { } count ? BinomialDistribution.UpperTail(count, n, trueRate) : 0;
    }

    private static void Require(int n, double rate, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (!(rate >= 0 && rate <= 1))
        {
            throw new ArgumentOutOfRangeException(name, rate, "A rate from 0 to 1 is needed.");
        }
    }
}
