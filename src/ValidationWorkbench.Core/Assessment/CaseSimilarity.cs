namespace ValidationWorkbench.Assessment;

/// <summary>Similarities among the suites of one OQ case: means over pairs, in [0,1]; null where there is no pair.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="BaselineToItself">Over pairs of the baseline's repeats.</param>
/// <param name="CandidateToBaseline">Over all pairs of a candidate and a baseline suite.</param>
/// <param name="CandidateToItself">Over pairs of the candidate's repeats.</param>
public sealed record CaseSimilarity(string CaseId, double? BaselineToItself, double? CandidateToBaseline, double? CandidateToItself);
