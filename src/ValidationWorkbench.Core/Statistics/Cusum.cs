namespace ValidationWorkbench.Statistics;

/// <summary>
/// Lower cumulative sum chart (Page 1954): C_t = max(0, C_(t-1) - (x_t - mu0) / sigma - k) from C_0 = 0, signal where C_t exceeds h. It gathers
/// small losses that no single look shows.
/// </summary>
/// <param name="Sums">C at each look, in standard deviations; at least 0.</param>
/// <param name="FirstSignal">First look with a signal, counted from 1; null without any.</param>
public sealed record Cusum(IReadOnlyList<double> Sums, int? FirstSignal)
{
    /// <summary>The chart of looks at a process with frozen mean and standard deviation.</summary>
    /// <param name="values">What was seen at each look.</param>
    /// <param name="centre">mu0, the mean of reference runs.</param>
    /// <param name="deviation">sigma of a single look, above 0.</param>
    /// <param name="slack">k, at least 0: half the shift that is to be found, in standard deviations.</param>
    /// <param name="limit">h above 0, in standard deviations.</param>
    public static Cusum Lower(IReadOnlyList<double> values, double centre, double deviation, double slack, double limit)
    {
        StatisticsArguments.RequireFinite(values);
        StatisticsArguments.RequireFinite([centre, deviation, slack, limit]);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        ArgumentOutOfRangeException.ThrowIfNegative(slack);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var sums = new double[values.Count];
        int? signal = null;
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            sum = Math.Max(0, sum - ((values[i] - centre) / deviation) - slack);
            sums[i] = sum;
            signal ??= sum > limit ? i + 1 : null;
        }

        return new Cusum(sums, signal);
    }
}
