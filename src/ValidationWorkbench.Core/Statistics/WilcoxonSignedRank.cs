namespace ValidationWorkbench.Statistics;

/// <summary>
/// Signed rank test of symmetry about 0 (Wilcoxon 1945), not of equivalence. Zeros are dropped, equal distances share their mean rank, V is the
/// sum of the ranks of positive differences. Without zeros and ties p is exact; otherwise
/// z = (V - n(n+1)/4 -+ 1/2) / sqrt(n(n+1)(2n+1)/24 - sum(t^3 - t)/48) with t the sizes of the ties.
/// </summary>
/// <param name="V">Sum of the ranks of positive differences.</param>
/// <param name="NonZero">Number of differences that are not 0.</param>
/// <param name="PGreater">p against "shifted upwards".</param>
/// <param name="PLess">p against "shifted downwards".</param>
/// <param name="PTwoSided">p against "shifted", at most 1.</param>
/// <param name="IsExact">True where p was counted, false where it is approximate.</param>
public sealed record WilcoxonSignedRank(double V, int NonZero, double PGreater, double PLess, double PTwoSided, bool IsExact)
{
    /// <summary>Up to this number p is exact unless asked otherwise.</summary>
    public const int LargestExact = 50;

    /// <summary>Undefined, with p = 1, where no difference is left.</summary>
    public EstimateStatus Status => NonZero == 0 ? EstimateStatus.Undefined : EstimateStatus.Ok;

    /// <summary>The test.</summary>
    /// <param name="differences">Differences of case means.</param>
    /// <param name="exact">True or false to ask for exact or approximate p, null to decide by the number of cases. Zeros and ties are never exact.</param>
    /// <param name="isContinuous">Moves z by 1/2 towards 0 where p is approximate.</param>
    public static WilcoxonSignedRank Of(IReadOnlyList<double> differences, bool? exact = null, bool isContinuous = true)
    {
        StatisticsArguments.RequireFinite(differences);
        double[] rest = [.. differences.Where(value => value != 0)];
        var n = rest.Length;
        if (n == 0)
        {
            return new WilcoxonSignedRank(0, 0, 1, 1, 1, false);
        }

        var (v, ties) = Rank(rest);
        var isClean = n == differences.Count && ties.Count == 0 && n <= SignedRankDistribution.LargestN;
        return isClean && (exact ?? n <= LargestExact) ? Exact((int)v, n) : Approximate(v, n, ties, isContinuous);
    }

    private static WilcoxonSignedRank Exact(int v, int n)
    {
        var distribution = new SignedRankDistribution(n);
        double greater = distribution.UpperTail(v), less = distribution.LowerTail(v);
        return new WilcoxonSignedRank(v, n, greater, less, Math.Min(1, 2 * Math.Min(greater, less)), true);
    }

    private static WilcoxonSignedRank Approximate(double v, int n, IReadOnlyList<int> ties, bool isContinuous)
    {
        var distance = v - (n * (n + 1.0) / 4);
        var deviation = Math.Sqrt((n * (n + 1.0) * ((2 * n) + 1) / 24) - (ties.Sum(t => (Math.Pow(t, 3) - t) / 48)));
        var half = isContinuous ? 0.5 : 0;
        var twoSided = 2 * NormalDistribution.UpperTail(Math.Max(0, Math.Abs(distance) - half) / deviation);
        return new WilcoxonSignedRank(
            v,
            n,
            NormalDistribution.UpperTail((distance - half) / deviation),
            NormalDistribution.Cdf((distance + half) / deviation),
            Math.Min(1, twoSided),
            false);
    }

    /// <summary>V by mean ranks of the distances from 0, and the sizes of the ties.</summary>
    private static (double V, IReadOnlyList<int> Ties) Rank(double[] differences)
    {
        var v = 0.0;
        var before = 0;
        var ties = new List<int>();
        foreach (var group in differences.GroupBy(Math.Abs).OrderBy(group => group.Key))
        {
            var size = group.Count();
            v += group.Count(value => value > 0) * (before + ((size + 1) / 2.0));
            before += size;
            if (size > 1)
            {
                ties.Add(size);
            }
        }

        return (v, ties);
    }
}
