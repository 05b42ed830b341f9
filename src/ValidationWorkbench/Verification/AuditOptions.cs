namespace ValidationWorkbench.Verification;

/// <summary>What to verify, and against what.</summary>
/// <param name="Folder">Folder of the records.</param>
public sealed record AuditOptions(string Folder)
{
    /// <summary>Anchor that the user named; null to look at the default place beside the folder.</summary>
    public string? AnchorPath { get; init; }

    /// <summary>Verifier key that the log must have begun with, as text; null to take it from the log itself.</summary>
    public string? Vkey { get; init; }

    /// <summary>File with the certificate of the time-stamping authority, PEM; null to take the one that each token brings along.</summary>
    public string? TsaCertificate { get; init; }

    /// <summary>Folder with issued packages, one folder for each run; null to look at the default place beside the folder of the records.</summary>
    public string? PackagesFolder { get; init; }

    /// <summary>True to have SQLite check its file, to score every run again and to render issued documents again.</summary>
    public bool Deep { get; init; }

    /// <summary>
    /// How long to wait for the checkpoint of records at the end: whoever has just stored them writes it next, and only where it does not come is it missing.
    /// </summary>
    public TimeSpan CheckpointWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Default place of packages: where commands put them that run beside the folder of the records.</summary>
    public string DefaultPackagesFolder => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder))) ?? Path.GetFullPath(Folder), "packages");

    /// <summary>Default place of an anchor: beside the folder, not within it.</summary>
    public string DefaultAnchorPath => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)) + ".anchor";
}
