namespace ValidationWorkbench.Statistics;

/// <summary>
/// Two-sample test of whether numbers come from one distribution: D is the largest distance of both distribution functions. The exact p is the
/// share of orderings of the pooled sample with a D as large, counted along lattice paths (Hodges 1958); the asymptotic one is
/// 2 sum (-1)^(j-1) exp(-2 j^2 D^2 nm/(n+m)), conservative with ties.
/// </summary>
/// <param name="D">The distance in [0,1]; null where a sample is empty.</param>
/// <param name="PExact">Exact p; null with ties, or where n m is above 10,000.</param>
/// <param name="PAsymptotic">Asymptotic p.</param>
public sealed record KolmogorovSmirnov(double? D, double? PExact, double? PAsymptotic)
{
    private const long LargestLattice = 10_000;

    /// <summary>Undefined where a sample is empty.</summary>
    public EstimateStatus Status => D is null ? EstimateStatus.Undefined : EstimateStatus.Ok;

    /// <summary>Exact p where there is one, asymptotic p otherwise.</summary>
    public double? P => PExact ?? PAsymptotic;

    /// <summary>The test.</summary>
    public static KolmogorovSmirnov Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        StatisticsArguments.RequireFinite(first);
        StatisticsArguments.RequireFinite(second);
        long n = first.Count, m = second.Count;
        if (n == 0 || m == 0)
        {
            return new KolmogorovSmirnov(null, null, null);
        }

        var steps = Steps(first, second);
        var d = (double)steps / (n * m);
        var hasTies = first.Concat(second).Distinct().Count() < n + m;
        return new KolmogorovSmirnov(d, hasTies || n * m > LargestLattice ? null : Exact(steps, (int)n, (int)m), Asymptotic(d * Math.Sqrt((double)n * m / (n + m))));
    }

    /// <summary>D n m as a whole number, so that equal distances compare as equal.</summary>
    private static long Steps(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double[] x = [.. first.Order()], y = [.. second.Order()];
        long largest = 0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            var value = Math.Min(x[i], y[j]);
            while (i < x.Length && x[i] <= value)
            {
                i++;
            }

            while (j < y.Length && y[j] <= value)
            {
                j++;
            }

            largest = Math.Max(largest, Math.Abs(((long)i * y.Length) - ((long)j * x.Length)));
        }

        return largest;
    }

    /// <summary>
    /// Probability that a random path from (0,0) to (n,m) touches a point with |i/n - j/m| &gt;= D. Summing what touches, not what stays away,
    /// keeps the digits of a small p.
    /// </summary>
    private static double Exact(long steps, int n, int m)
    {
        var touched = new double[m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                touched[j] = Math.Abs(((long)i * m) - ((long)j * n)) >= steps ? 1
                    : ((i == 0 ? 0 : touched[j] * i) + (j == 0 ? 0 : touched[j - 1] * j)) / Math.Max(1, i + j);
            }
        }

        return Math.Min(1, touched[m]);
    }

    private static double Asymptotic(double z)
    {
        // Below 1 the alternating series converges slowly; its theta transform needs a few terms, and below 0.1 nothing is left of 1 - p.
        if (z < 0.1)
        {
            return 1;
        }

        var terms = Enumerable.Range(1, 20);
        var p = z < 1
            ? 1 - (Math.Sqrt(2 * Math.PI) / z * terms.Sum(j => Math.Exp(-Math.Pow(((2 * j) - 1) * Math.PI / z, 2) / 8)))
            : 2 * terms.Sum(j => (j % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * j * j * z * z));
        return Math.Clamp(p, 0, 1);
    }
}
