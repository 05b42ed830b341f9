namespace ValidationWorkbench.Verification;

/// <summary>What a record says of an issued package, or of documents rendered beside it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Sequence">Sequence of the record.</param>
/// <param name="Assessment">Assessment that was documented; null where the record does not say.</param>
/// <param name="Tool">Version and build that rendered.</param>
/// <param name="Files">The files, the manifest apart.</param>
internal sealed record IssuedFiles(string RunId, long Sequence, long? Assessment, string Tool, (string Name, long Length, string Sha256)[] Files);
