namespace ValidationWorkbench.Statistics;

/// <summary>
/// Control chart of an exponentially weighted moving average (Lucas and Saccucci 1990): z_t = lambda x_t + (1 - lambda) z_(t-1) from z_0 = mu0,
/// limits mu0 -+ L sigma sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2t))).
/// </summary>
/// <param name="Points">One point for each look.</param>
/// <param name="LowerAsymptote">Where the lower limit ends up after many looks.</param>
/// <param name="UpperAsymptote">Where the upper limit ends up.</param>
public sealed record Ewma(IReadOnlyList<EwmaPoint> Points, double LowerAsymptote, double UpperAsymptote)
{
    /// <summary>First look with a signal, counted from 1; null without any.</summary>
    public int? FirstSignal => Points.Select((point, i) => point.IsSignal ? i + 1 : (int?)null).FirstOrDefault(look => look is not null);

    /// <summary>The chart of looks at a process with frozen mean and standard deviation.</summary>
    /// <param name="values">What was seen at each look.</param>
    /// <param name="centre">mu0, the mean of reference runs.</param>
    /// <param name="deviation">sigma of a single look, at least 0.</param>
    /// <param name="weight">lambda in (0,1], the weight of the newest look.</param>
    /// <param name="width">L above 0, the limits in standard deviations of the average.</param>
    public static Ewma Of(IReadOnlyList<double> values, double centre, double deviation, double weight, double width)
    {
        StatisticsArguments.RequireFinite(values);
        StatisticsArguments.RequireFinite([centre, deviation, weight, width]);
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        var asymptote = width * deviation * Math.Sqrt(weight / (2 - weight));
        var points = new EwmaPoint[values.Count];
        var average = centre;
        for (var i = 0; i < points.Length; i++)
        {
            // This form leaves an average that equals the value exactly where it is.
            average += weight * (values[i] - average);
            var half = asymptote * Math.Sqrt(1 - Math.Pow(1 - weight, 2 * (i + 1)));
            points[i] = new EwmaPoint(average, centre - half, centre + half);
        }

        return new Ewma(points, centre - asymptote, centre + asymptote);
    }
}
