namespace ValidationWorkbench.Statistics;

/// <summary>
/// Centre of symmetric differences (Hodges and Lehmann 1963): the median of the N = m(m+1)/2 averages of two differences (Walsh averages, each
/// difference with itself included). The limits are the c-th smallest and the c-th largest average, c = max(1, quantile of the signed rank
/// distribution at alpha/2).
/// </summary>
/// <param name="Estimate">The median; null where there is no difference.</param>
/// <param name="Lower">Lower limit; null with fewer than two differences or where all are equal.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="AchievedConfidence">Confidence that the limits have; below the one asked for where there are too few differences.</param>
/// <param name="Status">Degenerate where all differences are equal.</param>
public sealed record HodgesLehmann(double? Estimate, double? Lower, double? Upper, double? AchievedConfidence, EstimateStatus Status)
{
    /// <summary>Estimate and two-sided limits. Above 500 differences c and the achieved confidence come from the normal approximation.</summary>
    public static HodgesLehmann Of(IReadOnlyList<double> differences, double confidence)
    {
        StatisticsArguments.RequireConfidence(confidence);
        if (SampleMoments.Of(differences) is not { } moments)
        {
            return new HodgesLehmann(null, null, null, null, EstimateStatus.Undefined);
        }

        var averages = WalshAverages(differences);
        var estimate = (averages[(averages.Length - 1) / 2] + averages[averages.Length / 2]) / 2;
        if (moments.Status != EstimateStatus.Ok)
        {
            return new HodgesLehmann(estimate, null, null, null, moments.Status);
        }

        var (c, tail) = Rank((1 - confidence) / 2, moments.N);
        return new HodgesLehmann(estimate, averages[c - 1], averages[^c], 1 - (2 * tail), EstimateStatus.Ok);
    }

    private static double[] WalshAverages(IReadOnlyList<double> differences)
    {
        var averages = new double[differences.Count * (differences.Count + 1) / 2];
        var next = 0;
        for (var i = 0; i < differences.Count; i++)
        {
            for (var j = i; j < differences.Count; j++)
            {
                averages[next++] = (differences[i] + differences[j]) / 2;
            }
        }

        Array.Sort(averages);
        return averages;
    }

    /// <summary>c, and the probability that the centre lies beyond the limit on one side.</summary>
    private static (int C, double Tail) Rank(double p, int n)
    {
        if (n <= SignedRankDistribution.LargestN)
        {
            var distribution = new SignedRankDistribution(n);
            var c = Math.Max(1, distribution.Quantile(p));
            return (c, distribution.LowerTail(c - 1));
        }

        double mean = n * (n + 1.0) / 4, deviation = Math.Sqrt(n * (n + 1.0) * ((2.0 * n) + 1) / 24);
        var approximate = Math.Max(1, (int)Math.Ceiling(mean + (Quantile.Normal(p) * deviation) - 0.5));
        return (approximate, NormalDistribution.Cdf((approximate - 0.5 - mean) / deviation));
    }
}
