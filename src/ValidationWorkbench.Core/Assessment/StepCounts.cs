namespace ValidationWorkbench.Assessment;

/// <summary>Steps of suites that were compared two by two, summed over the pairs of suites.</summary>
/// <param name="Matched">Pairs of steps.</param>
/// <param name="UnmatchedFirst">Steps of the first suite without a counterpart; the baseline's, where models are compared.</param>
/// <param name="UnmatchedSecond">Steps of the second suite without a counterpart.</param>
/// <param name="Differing">Pairs of steps that differ in a critical token.</param>
/// <param name="Order">Mean share of pairs in the same order, in (0,1]; null without pairs.</param>
public sealed record StepCounts(int Matched, int UnmatchedFirst, int UnmatchedSecond, int Differing, double? Order);
