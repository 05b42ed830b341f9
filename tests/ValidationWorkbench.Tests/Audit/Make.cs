using ValidationWorkbench.Audit;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Audit records with and without their optional parts, and a small chain of them.</summary>
internal static class Make
{
    public static readonly Guid LogId = new("01234567-89ab-cdef-0123-456789abcdef");

    /// <summary>Nothing optional.</summary>
    public static AuditRecord Bare { get; } = new()
    {
        LogId = LogId,
        Sequence = 1,
        PreviousHash = AuditChain.Start,
        AtMicros = 1,
        OccurredMicros = 1,
        OffsetMinutes = 0,
        MonotonicMicros = 2,
        BootId = Guid.Empty,
        Host = "h",
        Tool = "t",
        Sqlite = "s",
        Entry = new() { Actor = new("a", "A", "R", "E"), Action = "run-planned", EntityType = "run", EntityId = "R-1" },
    };

    /// <summary>Every optional part, and values that a wrong byte order or width would change.</summary>
    public static AuditRecord Full { get; } = Bare with
    {
        Sequence = 0x0102030405060708,
        PreviousHash = [.. Enumerable.Range(1, 32).Select(i => (byte)i)],
        AtMicros = 1_795_247_412_123_456,
        OccurredMicros = 1_795_247_412_000_001,
        OffsetMinutes = -210,
        MonotonicMicros = long.MaxValue,
        BootId = new("fedcba98-7654-3210-fedc-ba9876543210"),
        Host = "größe",
        Tool = "",
        Sqlite = "3.35.5",
        Entry = Bare.Entry with
        {
            OccurredMicros = 1_795_247_412_000_001,
            RunId = "R-1",
            ConfigurationSha256 = new string('c', 64),
            Reason = "",
            Before = """{"state":"planned"}""",
            After = "漢字 😀",
            Attachments = [new("reply", long.MaxValue, new string('a', 64)), new("", 0, Sha256Hex.Of(""))],
        },
    };

    /// <summary>Records that follow on each other, ten microseconds apart.</summary>
    public static List<StoredAuditRecord> Chain(int count)
    {
        var chain = new List<StoredAuditRecord>();
        var previous = AuditChain.Start;
        for (var sequence = 1; sequence <= count; sequence++)
        {
            var entry = sequence == 1 ? Bare.Entry with { Action = AuditAction.LogCreated } : Bare.Entry;
            chain.Add(Stored(Bare with { Sequence = sequence, PreviousHash = previous, AtMicros = 1000 + (10 * sequence), OccurredMicros = 1000 + (10 * sequence), Entry = entry }));
            previous = chain[^1].Hash;
        }

        return chain;
    }

    public static StoredAuditRecord Stored(AuditRecord record) => StoredAuditRecord.From(record);

    /// <summary>The same row with some columns changed, as an attacker with a database tool would do it.</summary>
    public static StoredAuditRecord Edited(
        this StoredAuditRecord row, long? sequence = null, byte[]? bytes = null, byte[]? hash = null, byte[]? previousHash = null, long? atMicros = null, string? actorId = null,
        string? action = null, string? entityType = null, string? entityId = null, string? runId = null, string? reason = null) => new()
        {
            Sequence = sequence ?? row.Sequence,
            Bytes = bytes ?? row.Bytes,
            Hash = hash ?? row.Hash,
            PreviousHash = previousHash ?? row.PreviousHash,
            AtMicros = atMicros ?? row.AtMicros,
            ActorId = actorId ?? row.ActorId,
            Action = action ?? row.Action,
            EntityType = entityType ?? row.EntityType,
            EntityId = entityId ?? row.EntityId,
            RunId = runId ?? row.RunId,
            Reason = reason ?? row.Reason,
        };

    /// <summary>The row as a verification reads it.</summary>
    public static StoredRow Row(StoredAuditRecord stored)
    {
        var row = new StoredRow(TrailColumns.Names.Count);
        row.Set(TrailColumns.Sequence, stored.Sequence);
        row.Set(TrailColumns.Bytes, CellKind.Blob, stored.Bytes);
        row.Set(TrailColumns.Hash, CellKind.Blob, stored.Hash);
        row.Set(TrailColumns.PreviousHash, CellKind.Blob, stored.PreviousHash);
        row.Set(TrailColumns.AtMicros, stored.AtMicros);
        foreach (var (column, text) in new[]
        {
            (TrailColumns.ActorId, stored.ActorId), (TrailColumns.Action, stored.Action), (TrailColumns.EntityType, stored.EntityType),
            (TrailColumns.EntityId, stored.EntityId), (TrailColumns.RunId, stored.RunId), (TrailColumns.Reason, stored.Reason),
        })
        {
            if (text is not null)
            {
                row.Set(column, CellKind.Text, System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return row;
    }

    /// <summary>What a verification finds in these rows.</summary>
    public static FaultLog Verify(IEnumerable<StoredAuditRecord> rows)
    {
        var faults = new FaultLog();
        var trail = new TrailVerifier(faults);
        foreach (var row in rows)
        {
            trail.Add(Row(row), out _);
        }

        return faults;
    }
}
