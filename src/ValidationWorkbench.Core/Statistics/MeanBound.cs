namespace ValidationWorkbench.Statistics;

/// <summary>One-sided bounds of a mean by Student's t: mean -+ t(C; m-1) s / sqrt(m). Approximate for skewed values.</summary>
/// <param name="Mean">Mean of the values.</param>
/// <param name="Lower">One-sided lower bound; equal to the mean where the values do not vary.</param>
/// <param name="Upper">One-sided upper bound.</param>
/// <param name="Deviation">Standard deviation of the values (n - 1).</param>
/// <param name="IsDegenerate">True where all values are equal within 1e-12, so that no interval exists.</param>
public sealed record MeanBound(double Mean, double Lower, double Upper, double Deviation, bool IsDegenerate)
{
    /// <summary>Bounds of at least two values; null for fewer.</summary>
    public static MeanBound? Of(IReadOnlyList<double> values, double oneSidedConfidence)
    {
        if (SampleMoments.Of(values) is not { Status: not EstimateStatus.Undefined } moments)
        {
            return null;
        }

        if (moments.Status == EstimateStatus.Degenerate)
        {
            return new MeanBound(moments.Mean, moments.Mean, moments.Mean, 0, true);
        }

        var half = Quantile.StudentT(oneSidedConfidence, moments.N - 1) * moments.Deviation / Math.Sqrt(moments.N);
        return new MeanBound(moments.Mean, moments.Mean - half, moments.Mean + half, moments.Deviation, false);
    }
}
