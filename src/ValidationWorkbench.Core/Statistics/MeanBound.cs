namespace ValidationWorkbench.Statistics;

/// <summary>One-sided bounds of a mean by Student's t: mean -+ t(C; m-1) s / sqrt(m). Approximate for skewed values.</summary>
/// <param name="Mean">Mean of the values.</param>
/// <param name="Lower">One-sided lower bound; equal to the mean where the values do not vary.</param>
/// <param name="Upper">One-sided upper bound.</param>
/// <param name="Deviation">Standard deviation of the values (n - 1).</param>
/// <param name="IsDegenerate">True where all values are equal within 1e-12, so that no interval exists.</param>
public sealed record MeanBound(double Mean, double Lower, double Upper, double Deviation, bool IsDegenerate)
{
    private const double NoSpread = 1e-12;

    /// <summary>Bounds of at least two values; null for fewer.</summary>
    public static MeanBound? Of(IReadOnlyList<double> values, double oneSidedConfidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
        {
            return null;
        }

        var mean = values.Sum() / values.Count;
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        if (deviation < NoSpread)
        {
            return new MeanBound(mean, mean, mean, 0, true);
        }

        var half = Quantile.StudentT(oneSidedConfidence, values.Count - 1) * deviation / Math.Sqrt(values.Count);
        return new MeanBound(mean, mean - half, mean + half, deviation, false);
    }
}
