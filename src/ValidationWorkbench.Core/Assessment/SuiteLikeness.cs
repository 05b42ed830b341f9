namespace ValidationWorkbench.Assessment;

/// <summary>Mean similarities of the suites of one OQ case, each in [0,1]; null where there is no pair to compare.</summary>
/// <param name="BaselineToItself">Over pairs of the baseline's repeats: the ceiling for any candidate.</param>
/// <param name="CandidateToBaseline">Over all pairs of a candidate and a baseline suite.</param>
/// <param name="CandidateToItself">Over pairs of the candidate's repeats.</param>
public sealed record SuiteLikeness(double? BaselineToItself, double? CandidateToBaseline, double? CandidateToItself);
