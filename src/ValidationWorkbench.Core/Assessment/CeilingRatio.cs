using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Similarity of candidate suites to the baseline's, measured against what the baseline reaches against itself, which is the ceiling for any candidate.
/// Per case u = S(candidate, baseline) - limit × S(baseline, baseline); the mean of u above 0 says that the candidate keeps more than that share.
/// </summary>
/// <param name="N">Cases with both similarities.</param>
/// <param name="MeanSelf">Mean similarity of the baseline to itself, in [0,1].</param>
/// <param name="MeanCross">Mean similarity of the candidate to the baseline, in [0,1].</param>
/// <param name="Ratio">MeanCross / MeanSelf; null where the baseline is not like itself at all.</param>
/// <param name="Surplus">Mean of u with its one-sided bounds; null with fewer than two cases.</param>
/// <param name="Bound">One-sided bounds of the ratio: the lower one is above the limit exactly where that of the surplus is above 0. Null where none exist.</param>
/// <param name="Difference">Mean of S(candidate, baseline) - S(baseline, baseline) with its bounds; null with fewer than two cases.</param>
public sealed record CeilingRatio(int N, double MeanSelf, double MeanCross, double? Ratio, MeanBound? Surplus, RatioBound? Bound, MeanBound? Difference)
{
    /// <summary>The ratio over cases; null where there are none.</summary>
    /// <param name="cases">Per case the similarity of the baseline to itself and of the candidate to the baseline.</param>
    /// <param name="limit">Share of the ceiling that the candidate must keep, such as 0.85.</param>
    /// <param name="oneSidedConfidence">Confidence of the bounds, in (0,1).</param>
    public static CeilingRatio? Of(IReadOnlyList<(double Self, double Cross)> cases, double limit, double oneSidedConfidence)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0)
        {
            return null;
        }

        double self = cases.Average(pair => pair.Self), cross = cases.Average(pair => pair.Cross);
        return new CeilingRatio(
            cases.Count,
            self,
            cross,
            self > 0 ? cross / self : null,
            MeanBound.Of([.. cases.Select(pair => pair.Cross - (limit * pair.Self))], oneSidedConfidence),
            RatioBound.Of([.. cases.Select(pair => (pair.Cross, pair.Self))], oneSidedConfidence),
            MeanBound.Of([.. cases.Select(pair => pair.Cross - pair.Self)], oneSidedConfidence));
    }
}
