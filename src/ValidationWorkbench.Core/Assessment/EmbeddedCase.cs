using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Assessment;

/// <summary>Mean cosine similarities of the suites of one OQ case, each in [-1,1]; null where there is no pair, or where one pair has no cosine.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="BaselineSuites">Suites of the baseline that have a vector.</param>
/// <param name="CandidateSuites">Suites of the candidate that have a vector.</param>
/// <param name="BaselineToItself">Over pairs of the baseline's repeats.</param>
/// <param name="CandidateToBaseline">Over all pairs of a candidate and a baseline suite.</param>
/// <param name="CandidateToItself">Over pairs of the candidate's repeats.</param>
/// <param name="NotAvailable">Why there are no vectors; null where there are.</param>
public sealed record EmbeddedCase(
    string CaseId, int BaselineSuites, int CandidateSuites, double? BaselineToItself, double? CandidateToBaseline, double? CandidateToItself, string? NotAvailable)
{
    /// <summary>A case with vectors. Suites without a readable answer have none and are left out, which the counts show.</summary>
    public static EmbeddedCase Of(string caseId, IReadOnlyList<double[]> baseline, IReadOnlyList<double[]> candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var across = candidate.SelectMany(_ => baseline, (left, right) => CosineSimilarity.Of(left, right));
        return new EmbeddedCase(caseId, baseline.Count, candidate.Count, Mean(Within(baseline)), Mean(across), Mean(Within(candidate)), null);
    }

    /// <summary>A case without vectors.</summary>
    public static EmbeddedCase Without(string caseId, string reason) => new(caseId, 0, 0, null, null, null, reason);

    private static IEnumerable<double?> Within(IReadOnlyList<double[]> vectors) =>
        vectors.SelectMany((vector, i) => vectors.Skip(i + 1).Select(other => CosineSimilarity.Of(vector, other)));

    /// <summary>A pair without a cosine leaves the mean undefined: to leave it out would show a mean of other pairs than it says.</summary>
    private static double? Mean(IEnumerable<double?> values)
    {
        var list = values.ToList();
        return list.Contains(null) ? null : list.Average();
    }
}
