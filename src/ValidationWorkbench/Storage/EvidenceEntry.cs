namespace ValidationWorkbench.Storage;

/// <summary>Where a piece of evidence lies. Its name is its content: SHA-256 of its bytes.</summary>
public sealed class EvidenceEntry
{
    public required string Sha256 { get; init; }

    /// <summary>Number of the evidence file, from 1.</summary>
    public required int Segment { get; init; }

    /// <summary>Offset of the first byte within that file.</summary>
    public required long Offset { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }
}
