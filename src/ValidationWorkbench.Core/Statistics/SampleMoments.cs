namespace ValidationWorkbench.Statistics;

/// <summary>Number, mean and standard deviation of a sample.</summary>
/// <param name="N">Number of values, at least 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Standard deviation with divisor n - 1; 0 for a single value, and where the values differ by rounding only.</param>
public readonly record struct SampleMoments(int N, double Mean, double Deviation)
{
    /// <summary>Standard error of the mean.</summary>
    public double StandardError => Deviation / Math.Sqrt(N);

    /// <summary>Whether mean and interval exist: fewer than two values have no variance, equal values have none to speak of.</summary>
    public EstimateStatus Status => N < 2 ? EstimateStatus.Undefined : Deviation == 0 ? EstimateStatus.Degenerate : EstimateStatus.Ok;

    /// <summary>Moments of finite values; null where there are none.</summary>
    public static SampleMoments? Of(IReadOnlyList<double> values)
    {
        StatisticsArguments.RequireFinite(values);
        if (values.Count == 0)
        {
            return null;
        }

        var mean = values.Sum() / values.Count;
        var deviation = values.Count < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return new SampleMoments(values.Count, mean, deviation < StatisticsArguments.NoSpread ? 0 : deviation);
    }
}
