namespace ValidationWorkbench.Statistics;

/// <summary>
/// How much the mean score of one and the same panel of cases moves from run to run: only the noise within cases does,
/// sigma = sqrt(sum s_i^2 / k) / m with s_i the standard deviation of the repeats of case i.
/// </summary>
/// <param name="OfMean">Standard deviation of the panel mean over k repeats; null where a case has fewer than two repeats.</param>
/// <param name="OfSingleRepeat">Standard deviation of the panel mean over a single repeat.</param>
/// <param name="Binomial">sqrt(p (1-p) / m), which suits new cases and would hide drift here; null where the mean is no share.</param>
/// <param name="Status">Degenerate where no case varies.</param>
public sealed record PanelSigma(double? OfMean, double? OfSingleRepeat, double? Binomial, EstimateStatus Status)
{
    /// <summary>Sigma from a reference run.</summary>
    public static PanelSigma Of(IReadOnlyList<IReadOnlyList<double>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        SampleMoments?[] moments = [.. cases.Select(SampleMoments.Of)];
        if (moments.Length == 0 || moments.Any(sample => sample is null))
        {
            return new PanelSigma(null, null, null, EstimateStatus.Undefined);
        }

        var m = moments.Length;
        var p = moments.Average(sample => sample!.Value.Mean);
        double? binomial = p is >= 0 and <= 1 ? Math.Sqrt(p * (1 - p) / m) : null;
        if (moments.Any(sample => sample!.Value.N < 2))
        {
            return new PanelSigma(null, null, binomial, EstimateStatus.Undefined);
        }

        double Sigma(Func<SampleMoments, double> variance) => Math.Sqrt(moments.Sum(sample => variance(sample!.Value))) / m;
        var single = Sigma(sample => sample.Deviation * sample.Deviation);
        return new PanelSigma(
            Sigma(sample => sample.Deviation * sample.Deviation / sample.N), single, binomial, single == 0 ? EstimateStatus.Degenerate : EstimateStatus.Ok);
    }
}
