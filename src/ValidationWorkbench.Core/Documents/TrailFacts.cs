using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Documents;

/// <summary>
/// The audit trail of a run as of the head of its assessment: the records of the run, and those of no run since it was planned, such as refused requests or
/// steps of the clock. Records of single calls, of which there may be thousands, are counted.
/// </summary>
public sealed record TrailFacts
{
    /// <summary>Actions of single calls.</summary>
    public static IReadOnlyList<string> CallActions { get; } =
        [AuditAction.TrialFinished, AuditAction.AttemptFailed, AuditAction.EmbeddingsReceived, AuditAction.EmbeddingsFailed,
            AuditAction.SequentialAsked];

    /// <summary>All records but those of single calls, in their order; the first is that of the planned run.</summary>
    public required IReadOnlyList<TrailEntry> Entries { get; init; }

    /// <summary>Records of single calls, by action, in the order of their first.</summary>
    public required IReadOnlyList<TrailTally> Calls { get; init; }

    /// <summary>Record of the assessment itself, the first behind the head that belongs to it; null where it is not found.</summary>
    public TrailEntry? Assessment { get; init; }

    /// <summary>Public key that signs a checkpoint over the records up to the head, in vkey form.</summary>
    public required string CheckpointKey { get; init; }

    /// <summary>Every record, by action, in the order of the first of each.</summary>
    public IReadOnlyList<TrailTally> ByAction =>
    [
        .. Entries.GroupBy(entry => entry.Record.Entry.Action).Select(group =>
                new TrailTally(group.Key, group.Count(), group.Min(entry => entry.Record.Sequence), group.Max(entry => entry.Record.Sequence)))
            .Concat(Calls).OrderBy(tally => tally.First),
    ];

    /// <summary>Records of these actions, in their order.</summary>
    public IEnumerable<TrailEntry> Of(params string[] actions) => Entries.Where(entry => actions.Contains(entry.Record.Entry.Action));
}
