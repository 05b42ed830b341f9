namespace ValidationWorkbench.Statistics;

/// <summary>
/// Divergence of two distributions over the same categories (Lin 1991), 1/2 KL(p||m) + 1/2 KL(q||m) with m = (p + q) / 2. Symmetric, finite with
/// empty categories, in bits between 0 (equal) and 1 (nothing in common). Its square root is a distance.
/// </summary>
public static class JensenShannon
{
    /// <summary>The divergence in bits of shares or counts, which are divided by their sum; null where a sum is 0.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths, or a value is negative or not finite.</exception>
    public static double? Bits(IReadOnlyList<double> p, IReadOnlyList<double> q)
    {
        StatisticsArguments.RequireFinite(p);
        StatisticsArguments.RequireFinite(q);
        if (p.Count != q.Count || p.Concat(q).Any(value => value < 0))
        {
            throw new ArgumentException("Two rows over the same categories are needed, no value negative.", nameof(q));
        }

        double sumP = p.Sum(), sumQ = q.Sum();
        if (sumP == 0 || sumQ == 0)
        {
            return null;
        }

        var bits = p.Zip(q, (x, y) =>
        {
            double shareP = x / sumP, shareQ = y / sumQ;
            var middle = (shareP + shareQ) / 2;
            return Part(shareP, middle) + Part(shareQ, middle);
        }).Sum() / 2;
        return Math.Clamp(bits, 0, 1);
    }

    private static double Part(double share, double middle) => share == 0 ? 0 : share * Math.Log2(share / middle);
}
