using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>Business rows and their audit record: both are stored in one transaction, or neither.</summary>
public sealed record RecordBatch(AuditEntry Entry)
{
    public IReadOnlyList<EvidenceEntry> Evidence { get; init; } = [];

    public Run? NewRun { get; init; }

    public Attempt? Attempt { get; init; }

    public Trial? Trial { get; init; }

    /// <summary>Moves a run to a later state.</summary>
    public (string RunId, RunState State)? RunMoves { get; init; }

    /// <summary>True where the record introduces the next key of the checkpoints, which takes over behind it.</summary>
    public bool TakesNextKey { get; init; }

    /// <summary>An assessment; head and sequence are filled in when it is stored.</summary>
    public AssessmentEntry? Assessment { get; init; }
}
