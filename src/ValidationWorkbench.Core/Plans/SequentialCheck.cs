namespace ValidationWorkbench.Plans;

/// <summary>
/// A second look at reproducibility: after the last trial some categorization cases are asked of the candidate again, one call at a time, since a server
/// that batches calls may answer otherwise under load. It is shown in the report and decides nothing.
/// </summary>
public sealed record SequentialCheck
{
    /// <summary>Cases, 1-1000, drawn by the seed of the run; all of them where there are fewer.</summary>
    public required int Cases { get; init; }
}
