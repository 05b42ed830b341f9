using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// How far the mean case score of one panel moved, in standard deviations of what the noise within the cases explains. The questions are the same
/// in both runs, so the differences between cases do not count: the binomial standard deviation would be far too wide and hide drift.
/// </summary>
/// <param name="First">Mean case score of the first run, in [0,1].</param>
/// <param name="Second">Mean case score of the second run.</param>
/// <param name="Sigma">Standard deviation of their difference by the noise within cases; null with fewer than two repeats.</param>
/// <param name="Z">Difference divided by sigma; null where there is no noise within cases to compare with.</param>
public sealed record MeanShift(double First, double Second, double? Sigma, double? Z)
{
    /// <summary>Second minus first.</summary>
    public double Shift => Second - First;

    /// <summary>True where the mean fell by so many standard deviations or more.</summary>
    public bool IsFallOf(double deviations) => Z <= -deviations;

    /// <summary>Compares the repeats of all cases, 1 for right and 0 for wrong. At least one case is needed.</summary>
    public static MeanShift Of(IReadOnlyList<IReadOnlyList<double>> first, IReadOnlyList<IReadOnlyList<double>> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        double one = first.Average(repeats => repeats.Average()), other = second.Average(repeats => repeats.Average());
        double? sigma = PanelSigma.Of(first).OfMean is { } before && PanelSigma.Of(second).OfMean is { } after ? Math.Sqrt((before * before) + (after * after)) : null;
        return new MeanShift(one, other, sigma, sigma > 0 ? (other - one) / sigma : null);
    }
}
