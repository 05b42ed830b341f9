using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Stated confidences of the reference and of production by the two-sample test of Kolmogorov and Smirnov. One answer per case is taken, that of
/// the first repeat: a mean over repeats scatters less than the single answers of production do.
/// </summary>
/// <param name="Reference">Cases with a stated confidence.</param>
/// <param name="Production">Answers with one.</param>
/// <param name="D">Largest distance of both distribution functions, in [0,1]; null where one has none.</param>
/// <param name="P">p; null where one has none.</param>
/// <param name="IsExact">True where p is exact; otherwise it is asymptotic, and conservative with ties.</param>
public sealed record ConfidenceSample(int Reference, int Production, double? D, double? P, bool IsExact)
{
    public static ConfidenceSample Of(IReadOnlyList<double> reference, IReadOnlyList<double> production)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(production);
        var test = KolmogorovSmirnov.Of(reference, production);
        return new ConfidenceSample(reference.Count, production.Count, test.D, test.P, test.PExact is not null);
    }
}
