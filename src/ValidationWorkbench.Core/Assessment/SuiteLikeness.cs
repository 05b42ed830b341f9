namespace ValidationWorkbench.Assessment;

/// <summary>How like each other the suites of one OQ case are. Similarities are means in [0,1]; null where there is no pair to compare.</summary>
/// <param name="BaselineToItself">Over pairs of the baseline's repeats: the ceiling for any candidate.</param>
/// <param name="CandidateToBaseline">Over all pairs of a candidate and a baseline suite.</param>
/// <param name="CandidateToItself">Over pairs of the candidate's repeats.</param>
public sealed record SuiteLikeness(double? BaselineToItself, double? CandidateToBaseline, double? CandidateToItself)
{
    /// <summary>Paired steps of candidate and baseline suites, over all pairs of suites.</summary>
    public StepCounts CandidateSteps { get; init; } = new(0, 0, 0, 0, null);

    /// <summary>The same among the baseline's repeats.</summary>
    public StepCounts BaselineSteps { get; init; } = new(0, 0, 0, 0, null);

    /// <summary>Paired baseline and candidate steps that differ in a critical token, each pair of texts once.</summary>
    public IReadOnlyList<StepDifference> Differences { get; init; } = [];

    /// <summary>The same with what experts found about the differences, by their ids.</summary>
    public SuiteLikeness With(IReadOnlyDictionary<string, Disposition> dispositions)
    {
        ArgumentNullException.ThrowIfNull(dispositions);
        return this with { Differences = [.. Differences.Select(difference => difference with { Disposition = dispositions.GetValueOrDefault(difference.Id) })] };
    }

    /// <summary>True where every suite of both models could be read.</summary>
    public bool AllReadable { get; init; } = true;
}
