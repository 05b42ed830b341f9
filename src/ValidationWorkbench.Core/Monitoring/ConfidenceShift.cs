using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Whether the mean stated confidence has moved by more than a margin: by Student's t on paired case means, where the interval lies wholly beyond
/// it. A confidence says nothing about right and wrong, so this is a trigger and never a verdict.
/// </summary>
/// <param name="N">Cases with a stated confidence in both runs.</param>
/// <param name="Difference">Mean difference, second run minus first; null without a case.</param>
/// <param name="Lower">Lower limit with one-sided 95 % confidence; null where there is no interval.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="IsMoved">True where a move beyond the margin was shown.</param>
public sealed record ConfidenceShift(int N, double? Difference, double? Lower, double? Upper, bool IsMoved)
{
    /// <summary>Fewer cases than this show nothing.</summary>
    public const int FewestCases = 20;

    private const double Confidence = 0.90;

    // Differences of decimals such as 0.90 - 0.80 miss their value by a hair.
    private const double Guard = 1e-9;

    /// <summary>The shift over differences of case means.</summary>
    public static ConfidenceShift Of(IReadOnlyList<double> differences, double margin)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        var test = PairedT.Of(differences, Confidence);

        // Where all differences are equal there is no interval, and their common value speaks for itself.
        double? low = test.Status == EstimateStatus.Degenerate ? test.Moments?.Mean : test.Lower, high = test.Status == EstimateStatus.Degenerate ? low : test.Upper;
        var moved = differences.Count >= FewestCases && (low >= margin - Guard || high <= -margin + Guard);
        return new ConfidenceShift(differences.Count, test.Moments?.Mean, test.Lower, test.Upper, moved);
    }
}
