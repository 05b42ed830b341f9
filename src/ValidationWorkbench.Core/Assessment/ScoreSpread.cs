using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>How much a score in [0,1] varies between repeats of the same case.</summary>
/// <param name="Score">Its name.</param>
/// <param name="Without">Cases left out because a repeat has no such score.</param>
/// <param name="WithinDeviation">Standard deviation of repeats of the same case, in units of the score; null with fewer than two repeats.</param>
/// <param name="RepeatabilityLimit">Two repeats of a case differ by more than this in one pair of twenty; null with fewer than two repeats.</param>
/// <param name="Spread">Mean squares and intraclass correlation; its interval is two-sided with 95 %.</param>
public sealed record ScoreSpread(string Score, int Without, double? WithinDeviation, double? RepeatabilityLimit, IntraclassCorrelation Spread)
{
    private const double DisplayConfidence = 0.95;

    /// <summary>The spread over cases with the score in every repeat.</summary>
    /// <param name="score">Name of the score.</param>
    /// <param name="cases">For each case its score in every repeat; null where there is none.</param>
    public static ScoreSpread Of(string score, IEnumerable<IEnumerable<double?>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        double?[][] all = [.. cases.Select(repeats => repeats.ToArray())];
        double[][] whole = [.. all.Where(repeats => repeats.All(value => value is not null)).Select(repeats =>
            repeats.Select(value => value!.Value).ToArray())];
        var spread = IntraclassCorrelation.Of(whole, DisplayConfidence);
        return new ScoreSpread(score, all.Length - whole.Length, spread.WithinDeviation,
            IntraclassCorrelation.RepeatabilityFactor * spread.WithinDeviation, spread);
    }
}
