namespace ValidationWorkbench.Storage;

/// <summary>What a backup holds: <c>backup.json</c>. Whether it is what was recorded shows in its records and their anchor, not here.</summary>
public sealed record BackupManifest
{
    /// <summary>What stands in <see cref="Format"/>.</summary>
    public const string CurrentFormat = "validation-workbench/backup/1";

    public required string Format { get; init; }

    /// <summary>Product, version and build that made it.</summary>
    public required string Tool { get; init; }

    /// <summary>Records in it.</summary>
    public required long Records { get; init; }

    /// <summary>Hash of the last of them, lower-case hex.</summary>
    public required string Head { get; init; }

    /// <summary>Every other file, by path.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }
}
