namespace ValidationWorkbench.Audit;

/// <summary>What is to be put on record. The ledger adds sequence, time, place and hashes.</summary>
public sealed record AuditEntry
{
    public required Actor Actor { get; init; }

    /// <summary>What was done, a word from <see cref="AuditAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing it was done to, such as <c>run</c> or <c>trial</c>.</summary>
    public required string EntityType { get; init; }

    public required string EntityId { get; init; }

    /// <summary>Run it belongs to; empty where it belongs to none.</summary>
    public string RunId { get; init; } = string.Empty;

    /// <summary>When it happened, in microseconds since 1970-01-01 UTC; null where that is now.</summary>
    public long? OccurredMicros { get; init; }

    /// <summary>SHA-256 of the configuration it happened under, the run's fingerprint; null where there is none.</summary>
    public string? ConfigurationSha256 { get; init; }

    /// <summary>Why, where a human changed something or an action was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>State before, as JSON; null where there was none.</summary>
    public string? Before { get; init; }

    /// <summary>State after, as JSON.</summary>
    public string? After { get; init; }

    /// <summary>Evidence that belongs to it.</summary>
    public IReadOnlyList<AuditAttachment> Attachments { get; init; } = [];
}
