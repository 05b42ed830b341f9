namespace ValidationWorkbench.Printing;

/// <summary>
/// What the record of an issue says of the signatures in its PDF files: enough to make the signed bytes again from the records, without key or
/// certificate.
/// </summary>
public sealed record PackageSignature
{
    /// <summary>Who signed, by the subject of the certificate.</summary>
    public required string Name { get; init; }

    /// <summary>What the signatures mean.</summary>
    public required string Reason { get; init; }

    /// <summary>When, in microseconds since 1970-01-01 UTC.</summary>
    public required long AtMicros { get; init; }

    /// <summary>Bytes that were kept free in each file for its signature.</summary>
    public required int Capacity { get; init; }

    /// <summary>The signatures, by name of the file.</summary>
    public required IReadOnlyList<FileSignature> Files { get; init; }
}
