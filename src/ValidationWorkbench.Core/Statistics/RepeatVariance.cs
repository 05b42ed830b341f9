namespace ValidationWorkbench.Statistics;

/// <summary>
/// Analysis of variance of m cases with k repeats: MSB = k sum (mean_i - mean)^2 / (m-1), MSW = sum (x_ir - mean_i)^2 / (m (k-1)).
/// Mean squares that are rounding only are 0.
/// </summary>
/// <param name="Cases">m.</param>
/// <param name="Repeats">k.</param>
/// <param name="Between">MSB; null with fewer than two cases.</param>
/// <param name="Within">MSW; null without cases or with fewer than two repeats.</param>
public sealed record RepeatVariance(int Cases, int Repeats, double? Between, double? Within)
{
    /// <summary>ICC(1) = (MSB - MSW) / (MSB + (k-1) MSW) (Shrout and Fleiss 1979); it can be negative. Null where it is 0/0.</summary>
    public double? Icc => Between + ((Repeats - 1) * Within) > 0 ? (Between - Within) / (Between + ((Repeats - 1) * Within)) : null;

    /// <summary>Mean squares of scores.</summary>
    /// <exception cref="ArgumentException">The cases do not all have the same number of repeats, or a score is not finite.</exception>
    public static RepeatVariance Of(IReadOnlyList<IReadOnlyList<double>> cases)
    {
        var repeats = StatisticsArguments.RequireSameRepeats(cases);
        SampleMoments[] moments = [.. cases.Select(scores => SampleMoments.Of(scores)!.Value)];
        var between = SampleMoments.Of([.. moments.Select(sample => sample.Mean)]);
        return new RepeatVariance(
            cases.Count,
            repeats,
            between is { N: >= 2 } ? repeats * Math.Pow(between.Value.Deviation, 2) : null,
            repeats < 2 ? null : moments.Average(sample => Math.Pow(sample.Deviation, 2)));
    }
}
