namespace ValidationWorkbench.Statistics;

/// <summary>Cases in which candidate and baseline name the same category with nearly the same confidence.</summary>
/// <param name="Conforming">For each case whether it conforms.</param>
public sealed record CaseConcordance(IReadOnlyList<bool> Conforming)
{
    /// <summary>Room for binary fractions: 0.90 - 0.80 is 0.0999... in doubles, and yet not less than 0.1.</summary>
    public const double DefaultGuard = 1e-9;

    /// <summary>Number of conforming cases.</summary>
    public int Count => Conforming.Count(conforms => conforms);

    /// <summary>One-sided exact bounds of the share of conforming cases; 0 and 1 where there is no case.</summary>
    public (double Lower, double Upper) Bounds(double confidence) =>
        (BinomialBound.Lower(Count, Conforming.Count, confidence), BinomialBound.Upper(Count, Conforming.Count, confidence));

    /// <summary>
    /// Counts the cases with the same category and confidences whose distance is below the tolerance, or at most the tolerance where the
    /// comparison is not strict. A missing category or confidence does not conform.
    /// </summary>
    public static CaseConcordance Of(IReadOnlyList<ConcordancePair> cases, double tolerance, bool isStrict = true, double guard = DefaultGuard)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        ArgumentOutOfRangeException.ThrowIfNegative(guard);
        bool IsNear(double distance) => isStrict ? distance < tolerance - guard : distance <= tolerance + guard;
        return new CaseConcordance([.. cases.Select(pair =>
            pair.BaselineCategory is not null
            && pair.BaselineCategory == pair.CandidateCategory
            && Math.Abs(pair.BaselineConfidence - pair.CandidateConfidence ?? double.MaxValue) is var distance
            && IsNear(distance))]);
    }
}
