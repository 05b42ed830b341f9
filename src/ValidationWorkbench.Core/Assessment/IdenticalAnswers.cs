using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>In how many cases all repeats are alike.</summary>
/// <param name="Subject">In what they are alike.</param>
/// <param name="OneByOne">True for calls one at a time, false for the trials of the run.</param>
/// <param name="Cases">Cases with an answer in every repeat of both kinds.</param>
/// <param name="Same">Those among them whose repeats are all alike.</param>
/// <param name="Share">Their share with exact bounds (Clopper and Pearson), each with one-sided 95 % confidence.</param>
public sealed record IdenticalAnswers(string Subject, bool OneByOne, int Cases, int Same, IntervalEstimate Share);
