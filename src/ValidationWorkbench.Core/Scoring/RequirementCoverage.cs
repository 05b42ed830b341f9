namespace ValidationWorkbench.Scoring;

/// <summary>Which requirements of a baseline suite a candidate suite covers as well. A gate of its own: it is never averaged with similarity.</summary>
/// <param name="Covered">|baseline and candidate| / |baseline| in [0,1], to be 1; null where the baseline names none.</param>
/// <param name="Jaccard">|baseline and candidate| / |baseline or candidate|; null where neither names any.</param>
/// <param name="Missing">Requirements of the baseline that the candidate lacks, each once, in the baseline's order.</param>
/// <param name="Extra">Requirements that only the candidate names, each once, in its order.</param>
public sealed record RequirementCoverage(double? Covered, double? Jaccard, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra)
{
    /// <summary>Compares requirement ids, exactly as they are written; repetition does not count.</summary>
    public static RequirementCoverage Of(IReadOnlyCollection<string> baseline, IReadOnlyCollection<string> candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var all = baseline.Distinct(StringComparer.Ordinal).Count();
        List<string> missing = [.. baseline.Except(candidate, StringComparer.Ordinal)], extra = [.. candidate.Except(baseline, StringComparer.Ordinal)];
        return new RequirementCoverage(all == 0 ? null : (double)(all - missing.Count) / all, Texts.Jaccard.Similarity(baseline, candidate), missing, extra);
    }
}
