namespace ValidationWorkbench.Documents;

/// <summary>A run on record, whatever became of it.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="PlannedMicros">When it was planned.</param>
/// <param name="LastAction">What was last recorded of it.</param>
/// <param name="Reason">Reason recorded with that; empty for none.</param>
/// <param name="Outcome">Outcome of its latest assessment at that time; null where it was not assessed.</param>
public sealed record RunHistoryEntry(string RunId, long PlannedMicros, string LastAction, string Reason, string? Outcome);
