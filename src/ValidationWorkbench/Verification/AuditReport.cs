namespace ValidationWorkbench.Verification;

/// <summary>What was checked, with what, and what was found.</summary>
public sealed record AuditReport
{
    /// <summary>Nothing is wrong and an anchor outside the records vouches for them.</summary>
    public const string Pass = "PASS";

    /// <summary>Something does not hold.</summary>
    public const string Fail = "FAIL";

    /// <summary>Nothing is wrong, but without an anchor all records could have been replaced as a whole.</summary>
    public const string Internal = "INTERNALLY CONSISTENT ONLY";

    public string Verdict => FaultCount > 0 ? Fail : Expected is null ? Internal : Pass;

    /// <summary>True where nothing is wrong.</summary>
    public bool Holds => FaultCount == 0;

    /// <summary>Product, version and build that checked.</summary>
    public required string Tool { get; init; }

    /// <summary>Version of the SQLite library that read.</summary>
    public required string Sqlite { get; init; }

    /// <summary>Version of the runtime and of the libraries in between.</summary>
    public required IReadOnlyList<string> Libraries { get; init; }

    public required string Folder { get; init; }

    /// <summary>Identity of the log; null for an empty one.</summary>
    public required Guid? LogId { get; init; }

    /// <summary>Verifier keys of the log, with the sequence of the record that brought each in.</summary>
    public required IReadOnlyList<(long Since, string Key)> Keys { get; init; }

    /// <summary>True where the first key was compared with one given from outside.</summary>
    public required bool IsKeyPinned { get; init; }

    public required long First { get; init; }

    public required long Last { get; init; }

    /// <summary>Records checked.</summary>
    public required long Records { get; init; }

    /// <summary>Hash of the last record, computed from its bytes.</summary>
    public required string Head { get; init; }

    /// <summary>Hash of the last record as stored.</summary>
    public required string StoredHead { get; init; }

    /// <summary>Root of the tree over all records, computed.</summary>
    public required string Root { get; init; }

    /// <summary>Root and size of the last checkpoint; null where there is none.</summary>
    public required (string Root, long Size)? Expected { get; init; }

    /// <summary>Anchor file; null where none was found.</summary>
    public required string? Anchor { get; init; }

    /// <summary>Checkpoints whose root was compared with the records.</summary>
    public required long CheckpointsChecked { get; init; }

    /// <summary>Checkpoints that vouch for records which are not there.</summary>
    public required long CheckpointsMissing { get; init; }

    /// <summary>Rows of other tables that agree with a record.</summary>
    public required long Rows { get; init; }

    /// <summary>Pieces of evidence re-hashed.</summary>
    public required long Evidence { get; init; }

    public required long EvidenceBytes { get; init; }

    /// <summary>Time stamps on checkpoints, whose tokens hold.</summary>
    public required IReadOnlyList<StampedCheckpoint> Timestamps { get; init; }

    /// <summary>Issued documents compared with their hashes on record.</summary>
    public required int Documents { get; init; }

    /// <summary>What SQLite says of its file; null where it was not asked.</summary>
    public required string? Integrity { get; init; }

    /// <summary>Assessments computed again and documents rendered again; null where that was not asked for.</summary>
    public required (int Assessments, int Documents)? Recomputed { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Number of all faults.</summary>
    public required long FaultCount { get; init; }

    /// <summary>Each class of faults with its number and its lowest sequence.</summary>
    public required IReadOnlyList<(FaultClass Class, long Count, long? FirstSequence)> Classes { get; init; }

    /// <summary>The first faults of each class.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>What is no fault, but worth knowing.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }
}
