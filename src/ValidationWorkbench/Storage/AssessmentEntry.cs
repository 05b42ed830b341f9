namespace ValidationWorkbench.Storage;

/// <summary>An assessment of a run on record. A later one stands beside it, never over it.</summary>
public sealed class AssessmentEntry
{
    public required string RunId { get; init; }

    /// <summary>Number of the assessment within the run, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the plan whose criteria were applied: the one frozen with the run, unless a re-scoring named another.</summary>
    public required string PlanSha256 { get; init; }

    public required long AtMicros { get; init; }

    /// <summary>GO, NO-GO, UNDECIDED or INVALID.</summary>
    public required string Outcome { get; init; }

    /// <summary>SHA-256 of the results' canonical JSON, which is kept as evidence.</summary>
    public required string ResultsSha256 { get; init; }

    /// <summary>Version and build of the workbench that assessed.</summary>
    public required string Tool { get; init; }

    /// <summary>Records in the audit trail when the results were known, and the hash of the last of them. Printed in every document.</summary>
    public required long HeadSequence { get; init; }

    public required string HeadHash { get; init; }

    /// <summary>Root of the Merkle tree over these records, lower-case hex.</summary>
    public required string HeadRoot { get; init; }
}
