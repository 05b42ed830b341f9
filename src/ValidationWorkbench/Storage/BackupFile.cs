namespace ValidationWorkbench.Storage;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Path within the backup, with forward slashes.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">SHA-256, lower-case hex.</param>
public sealed record BackupFile(string Path, long Length, string Sha256);
