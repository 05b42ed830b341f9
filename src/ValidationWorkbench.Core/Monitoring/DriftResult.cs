namespace ValidationWorkbench.Monitoring;

/// <summary>A drift check as it is kept as evidence: the same records and the same file give the same bytes.</summary>
public sealed record DriftResult
{
    /// <summary>STABLE, ALERT or REVALIDATE.</summary>
    public required string Outcome { get; init; }

    /// <summary>True where a run that was used is a demonstration.</summary>
    public required bool Demonstration { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The same panel run again; null where production was looked at.</summary>
    public PanelDrift? Panel { get; init; }

    /// <summary>Production; null where a run was looked at.</summary>
    public ProductionDrift? Production { get; init; }

    /// <summary>SHA-256 of the production file; null where a run was looked at.</summary>
    public string? ProductionSha256 { get; init; }
}
