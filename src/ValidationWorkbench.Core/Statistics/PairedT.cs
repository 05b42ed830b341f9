namespace ValidationWorkbench.Statistics;

/// <summary>Student's t for paired differences of case means (Student 1908): t = mean / (s / sqrt(m)) with m - 1 degrees of freedom.</summary>
/// <param name="Moments">Number, mean and standard deviation of the differences; null where there is none.</param>
/// <param name="T">The statistic; null without variance.</param>
/// <param name="P">Two-sided p against a mean of 0.</param>
/// <param name="Lower">Lower limit of the mean.</param>
/// <param name="Upper">Upper limit of the mean.</param>
public sealed record PairedT(SampleMoments? Moments, double? T, double? P, double? Lower, double? Upper)
{
    /// <summary>Undefined with fewer than two cases, degenerate where all differences are equal.</summary>
    public EstimateStatus Status => Moments?.Status ?? EstimateStatus.Undefined;

    /// <summary>Test and two-sided interval with the confidence given.</summary>
    public static PairedT Of(IReadOnlyList<double> differences, double confidence)
    {
        StatisticsArguments.RequireConfidence(confidence);
        if (SampleMoments.Of(differences) is not { Status: EstimateStatus.Ok } moments)
        {
            return new PairedT(SampleMoments.Of(differences), null, null, null, null);
        }

        var degrees = moments.N - 1;
        var t = moments.Mean / moments.StandardError;
        var half = Quantile.StudentT((1 + confidence) / 2, degrees) * moments.StandardError;
        return new PairedT(moments, t, Math.Min(1, 2 * StudentDistribution.UpperTail(Math.Abs(t), degrees)), moments.Mean - half, moments.Mean + half);
    }
}
