namespace ValidationWorkbench.Plans;

/// <summary>A file that the plan fixes by its content.</summary>
public sealed record PinnedFile
{
    /// <summary>Path relative to the plan's folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the content, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }
}
