namespace ValidationWorkbench.Statistics;

/// <summary>
/// Bootstrap of a mean over cases: cases are drawn with replacement, each with all its repeats, so its values are case means. Draws come from
/// <see cref="SplitMix64"/> row by row and are the same for the same seed on every machine.
/// </summary>
public static class CaseBootstrap
{
    /// <summary>Number of resamples where nothing else is agreed; (B + 1) times a usual level is a whole number.</summary>
    public const int DefaultResamples = 9999;

    private const double Tie = 1e-12;

    /// <summary>Percentile interval with the two-sided confidence given.</summary>
    public static BootstrapInterval Percentile(IReadOnlyList<double> caseMeans, double confidence, ulong seed, int resamples = DefaultResamples)
    {
        StatisticsArguments.RequireConfidence(confidence);
        if (SampleMoments.Of(caseMeans) is not { Status: EstimateStatus.Ok } moments)
        {
            return None(caseMeans);
        }

        var means = Means(caseMeans, seed, resamples);
        var tail = (1 - confidence) / 2;
        return new BootstrapInterval(moments.Mean, OrderStatistic(means, tail), OrderStatistic(means, 1 - tail), Spread(means), null, null, EstimateStatus.Ok);
    }

    /// <summary>
    /// Bias-corrected and accelerated interval (Efron and Tibshirani 1993, 14.9 to 14.15): the level p of the percentile interval becomes
    /// Phi(z0 + (z0 + z_p) / (1 - a (z0 + z_p))). Undefined where the resampled means all lie on one side of the mean.
    /// </summary>
    public static BootstrapInterval Bca(IReadOnlyList<double> caseMeans, double confidence, ulong seed, int resamples = DefaultResamples)
    {
        StatisticsArguments.RequireConfidence(confidence);
        if (SampleMoments.Of(caseMeans) is not { Status: EstimateStatus.Ok } moments)
        {
            return None(caseMeans);
        }

        var means = Means(caseMeans, seed, resamples);
        var below = (means.Count(mean => mean < moments.Mean - Tie) + (means.Count(mean => Math.Abs(mean - moments.Mean) <= Tie) / 2.0)) / resamples;
        var acceleration = Acceleration(caseMeans);
        if (below is <= 0 or >= 1)
        {
            return new BootstrapInterval(moments.Mean, null, null, Spread(means), null, acceleration, EstimateStatus.Undefined);
        }

        var bias = Quantile.Normal(below);
        var tail = (1 - confidence) / 2;
        double? lower = Limit(tail), upper = Limit(1 - tail);
        return new BootstrapInterval(moments.Mean, lower, upper, Spread(means), bias, acceleration, lower is null || upper is null ? EstimateStatus.Undefined : EstimateStatus.Ok);

        double? Limit(double p)
        {
            var z = bias + Quantile.Normal(p);
            return 1 - (acceleration * z) is > 0 and var scale ? OrderStatistic(means, NormalDistribution.Cdf(bias + (z / scale))) : null;
        }
    }

    private static BootstrapInterval None(IReadOnlyList<double> caseMeans)
    {
        var moments = SampleMoments.Of(caseMeans);
        return new BootstrapInterval(moments?.Mean, null, null, null, null, null, moments?.Status ?? EstimateStatus.Undefined);
    }

    /// <summary>Means of the resamples, ascending.</summary>
    private static double[] Means(IReadOnlyList<double> values, ulong seed, int resamples)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        var source = new SplitMix64(seed);
        var means = new double[resamples];
        for (var row = 0; row < resamples; row++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Count; i++)
            {
                sum += values[source.NextIndex(values.Count)];
            }

            means[row] = sum / values.Count;
        }

        Array.Sort(means);
        return means;
    }

    private static double? Spread(double[] means) => means.Length < 2 ? null : SampleMoments.Of(means)!.Value.Deviation;

    /// <summary>Quantile of sorted values at h = (B + 1) p, linear between neighbours (type 6 of Hyndman and Fan 1996).</summary>
    private static double OrderStatistic(double[] sorted, double p)
    {
        var h = Math.Clamp((sorted.Length + 1) * p, 1, sorted.Length);
        var below = (int)Math.Floor(h);
        return sorted[below - 1] + ((h - below) * (sorted[Math.Min(below, sorted.Length - 1)] - sorted[below - 1]));
    }

    /// <summary>a = sum u^3 / (6 (sum u^2)^1.5) with u_i = mean of the jackknife - jackknife_i, here (x_i - mean) / (m - 1).</summary>
    private static double Acceleration(IReadOnlyList<double> values)
    {
        var sum = values.Sum();
        double[] jackknife = [.. values.Select(value => (sum - value) / (values.Count - 1))];
        var centre = jackknife.Average();
        return jackknife.Sum(value => Math.Pow(centre - value, 3)) / (6 * Math.Pow(jackknife.Sum(value => Math.Pow(centre - value, 2)), 1.5));
    }
}
