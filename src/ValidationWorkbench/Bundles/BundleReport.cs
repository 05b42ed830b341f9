namespace ValidationWorkbench.Bundles;

/// <summary>What the check of a bundle found.</summary>
public sealed record BundleReport
{
    /// <summary>Run of the manifest; empty where it could not be read.</summary>
    public string RunId { get; init; } = string.Empty;

    /// <summary>Origin of the log: product and log id.</summary>
    public string Origin { get; init; } = string.Empty;

    /// <summary>Id of the key, 8 hex digits.</summary>
    public string KeyId { get; init; } = string.Empty;

    /// <summary>True where the key came from outside of the bundle. Otherwise the bundle only agrees with itself.</summary>
    public bool IsKeyGiven { get; init; }

    /// <summary>Records of the log under the checkpoint.</summary>
    public long Size { get; init; }

    /// <summary>Root of the checkpoint, lower-case hex.</summary>
    public string Root { get; init; } = string.Empty;

    /// <summary>Records in the bundle.</summary>
    public int Records { get; init; }

    /// <summary>Pieces of evidence.</summary>
    public int Evidence { get; init; }

    /// <summary>Documents issued.</summary>
    public int Documents { get; init; }

    /// <summary>Trials planned; 0 where the run was never started.</summary>
    public int Planned { get; init; }

    /// <summary>Trials with an answer.</summary>
    public int Answered { get; init; }

    /// <summary>Trials finished without an answer.</summary>
    public int Unanswered { get; init; }

    /// <summary>Everything that does not hold; empty where all does.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>True where nothing was found.</summary>
    public bool Holds => Faults.Count == 0;
}
