namespace ValidationWorkbench.Statistics;

/// <summary>What two models say about one case.</summary>
/// <param name="BaselineCategory">Category of the baseline; null where it gave none, or where its repeats have no mode.</param>
/// <param name="CandidateCategory">Category of the candidate, likewise.</param>
/// <param name="BaselineConfidence">Mean confidence of the baseline in [0,1]; null where it gave none.</param>
/// <param name="CandidateConfidence">Mean confidence of the candidate, likewise.</param>
public sealed record ConcordancePair(string? BaselineCategory, string? CandidateCategory, double? BaselineConfidence, double? CandidateConfidence);
