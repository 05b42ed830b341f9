using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>Mean difference of a score over the shared cases, second run minus first, by Student's t on paired case means.</summary>
/// <param name="Score">What is compared, such as <c>confidence</c>.</param>
/// <param name="N">Cases with the score in both runs.</param>
/// <param name="Without">Cases without it in one of them.</param>
/// <param name="First">Mean in the first run; null without a case.</param>
/// <param name="Second">Mean in the second run.</param>
/// <param name="Difference">Mean difference; null without a case.</param>
/// <param name="Lower">Lower limit with one-sided 97.5 % confidence; null where there is no interval.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Status">Undefined with fewer than two cases, degenerate where all differences are equal.</param>
public sealed record ScoreDifference(string Score, int N, int Without, double? First, double? Second, double? Difference, double? Lower, double? Upper, EstimateStatus Status)
{
    /// <summary>Two-sided confidence of the limits.</summary>
    public const double Confidence = 0.95;

    /// <summary>The difference over pairs of case means; null marks a case without the score.</summary>
    public static ScoreDifference Of(string score, IReadOnlyList<(double? First, double? Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var whole = pairs.Where(pair => pair is { First: not null, Second: not null }).Select(pair => (First: pair.First!.Value, Second: pair.Second!.Value)).ToList();
        var test = PairedT.Of(whole.ConvertAll(pair => pair.Second - pair.First), Confidence);
        return new ScoreDifference(
            score, whole.Count, pairs.Count - whole.Count,
            whole.Count == 0 ? null : whole.Average(pair => pair.First), whole.Count == 0 ? null : whole.Average(pair => pair.Second),
            test.Moments?.Mean, test.Lower, test.Upper, test.Status);
    }
}
