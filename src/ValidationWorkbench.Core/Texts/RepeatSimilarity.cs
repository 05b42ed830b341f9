namespace ValidationWorkbench.Texts;

/// <summary>Mean similarities among repeats: how like its own repeats a model is, and how like another's.</summary>
/// <param name="SelfBaseline">Mean over unordered pairs of the baseline's repeats; null with fewer than two, or where no pair has a similarity.</param>
/// <param name="SelfCandidate">The same of the candidate's repeats.</param>
/// <param name="Cross">Mean over all pairs of a baseline and a candidate repeat; null where there is none with a similarity.</param>
/// <param name="Undefined">Pairs without a similarity, left out of the means.</param>
public sealed record RepeatSimilarity(double? SelfBaseline, double? SelfCandidate, double? Cross, int Undefined)
{
    /// <summary>The means under a symmetric similarity of two repeats, which is null where it is undefined.</summary>
    public static RepeatSimilarity Of<T>(IReadOnlyList<T> baseline, IReadOnlyList<T> candidate, Func<T, T, double?> similarity)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(similarity);
        List<double?> Within(IReadOnlyList<T> repeats) => [.. repeats.SelectMany((one, i) => repeats.Skip(i + 1).Select(other => similarity(one, other)))];
        List<double?> own = Within(baseline), its = Within(candidate), cross = [.. baseline.SelectMany(_ => candidate, similarity)];
        return new RepeatSimilarity(own.Average(), its.Average(), cross.Average(), own.Concat(its).Concat(cross).Count(value => value is null));
    }
}
