namespace ValidationWorkbench.Audit;

/// <summary>One link of the audit trail. <see cref="AuditRecordBytes"/> gives the bytes that are hashed and stored.</summary>
public sealed record AuditRecord
{
    /// <summary>Identity of the log, so that records of two installations can never be taken for one another.</summary>
    public required Guid LogId { get; init; }

    /// <summary>Place in the log, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of the record before, 32 bytes; zeros for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>When it was recorded, in microseconds since 1970-01-01 UTC.</summary>
    public required long AtMicros { get; init; }

    /// <summary>When it happened, in the same unit; equal to <see cref="AtMicros"/> where it was recorded as it happened.</summary>
    public required long OccurredMicros { get; init; }

    /// <summary>Local time zone's distance from UTC at that time, in minutes.</summary>
    public required short OffsetMinutes { get; init; }

    /// <summary>Monotonic clock of the machine in microseconds; comparable only under the same boot.</summary>
    public required long MonotonicMicros { get; init; }

    /// <summary>Identity of the machine's boot; empty Guid where the system does not tell.</summary>
    public required Guid BootId { get; init; }

    /// <summary>Machine name.</summary>
    public required string Host { get; init; }

    /// <summary>Version and build of the workbench.</summary>
    public required string Tool { get; init; }

    /// <summary>Version of the SQLite library that stored it.</summary>
    public required string Sqlite { get; init; }

    public required AuditEntry Entry { get; init; }
}
