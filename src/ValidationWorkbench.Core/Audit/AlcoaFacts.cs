using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Audit;

/// <summary>What the records alone do not tell: the state of what is stored beside them, looked at by whoever can read it.</summary>
public sealed record AlcoaFacts
{
    /// <summary>Faults of the stored trail as a whole: gaps, links, hashes, columns, times; the first of each class.</summary>
    public required IReadOnlyList<Fault> TrailFaults { get; init; }

    /// <summary>Records under the latest checkpoint outside of the records whose signature and root hold; null where there is none.</summary>
    public long? AnchoredRecords { get; init; }

    /// <summary>Why the checkpoint does not hold; null where it holds or there is none.</summary>
    public string? AnchorFault { get; init; }

    /// <summary>Pieces of evidence that were read and hashed again.</summary>
    public required int EvidenceChecked { get; init; }

    /// <summary>SHA-256 of evidence that is missing or was altered.</summary>
    public required IReadOnlySet<string> EvidenceLost { get; init; }

    /// <summary>Evidence that no record names.</summary>
    public IReadOnlyList<string> EvidenceUnnamed { get; init; } = [];

    /// <summary>Assessments, by the sequence of their record: true where scoring the stored replies again gives the results on record.</summary>
    public required IReadOnlyDictionary<long, bool> Rescored { get; init; }
}
