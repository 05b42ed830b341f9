namespace ValidationWorkbench.Statistics;

/// <summary>
/// Distribution of Wilcoxon's signed rank statistic W for n differences without ties: the sum of those of the ranks 1..n that a fair coin
/// picks. Counted exactly, one rank after the other.
/// </summary>
public sealed class SignedRankDistribution
{
    /// <summary>Above this number the distribution is not counted; it is normal to more digits than anybody prints.</summary>
    public const int LargestN = 500;

    // A quantile that is hit exactly, such as 1/32, must not be missed by the last bit of p.
    private const double Fuzz = 1e-14;

    private readonly double[] lowerTails;

    /// <summary>The distribution for n in [0, <see cref="LargestN"/>].</summary>
    public SignedRankDistribution(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, LargestN);
        Largest = n * (n + 1) / 2;
        lowerTails = new double[Largest + 1];
        lowerTails[0] = 1;
        for (int rank = 1, reached = 0; rank <= n; rank++)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--)
            {
                lowerTails[sum] = (lowerTails[sum] + (sum >= rank ? lowerTails[sum - rank] : 0)) / 2;
            }
        }

        for (var sum = 1; sum <= Largest; sum++)
        {
            lowerTails[sum] += lowerTails[sum - 1];
        }
    }

    /// <summary>Largest possible value, n(n+1)/2.</summary>
    public int Largest { get; }

    /// <summary>P(W &lt;= w).</summary>
    public double LowerTail(int w) => w < 0 ? 0 : Math.Min(1, lowerTails[Math.Min(w, Largest)]);

    /// <summary>P(W &gt;= w), by the symmetry of the distribution.</summary>
    public double UpperTail(int w) => LowerTail(Largest - w);

    /// <summary>Smallest w with P(W &lt;= w) &gt;= p, p in (0, 1/2].</summary>
    public int Quantile(double p)
    {
        if (!(p > 0 && p <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability above 0 and up to 1/2 is needed.");
        }

        var w = 0;
        while (LowerTail(w) < p - Fuzz)
        {
            w++;
        }

        return w;
    }
}
