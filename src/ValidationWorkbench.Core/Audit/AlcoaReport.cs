namespace ValidationWorkbench.Audit;

/// <summary>All attributes of the records of a run, or of all records.</summary>
/// <param name="RunId">The run; null for all records.</param>
/// <param name="Records">Records looked at: those of the run and of the log's setup, or all.</param>
/// <param name="Results">One for each attribute, in their order.</param>
public sealed record AlcoaReport(string? RunId, long Records, IReadOnlyList<AlcoaResult> Results)
{
    /// <summary>True where a check failed.</summary>
    public bool HasFailed => Results.Any(result => result.Outcome == AlcoaOutcome.Fail);
}
