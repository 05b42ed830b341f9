using System.Globalization;
using System.Security.Cryptography;

namespace ValidationWorkbench.Audit;

/// <summary>
/// Re-derives the trail from its stored bytes, record by record in ascending order, in constant memory. Faults are data: checking goes on
/// after the first, and each class reports its first sequence.
/// </summary>
public sealed class ChainVerifier
{
    private readonly List<ChainFault> faults = [];
    private readonly HashSet<ChainFaultKind> reported = [];
    private byte[] previous = new byte[32];
    private long previousAt = long.MinValue;
    private Guid? logId;

    /// <summary>Records seen.</summary>
    public long Count { get; private set; }

    /// <summary>First fault of each class, in the order found.</summary>
    public IReadOnlyList<ChainFault> Faults => faults;

    /// <summary>Hash of the last record, lower-case hex; 64 zeros for an empty log.</summary>
    public string Head => Convert.ToHexStringLower(previous);

    /// <summary>Checks the next record and returns it; null where its bytes cannot be read.</summary>
    public AuditRecord? Add(StoredAuditRecord stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        Count++;
        Check(ChainFaultKind.Gap, stored.Sequence, stored.Sequence == Count, () => $"expected sequence {Number(Count)}, found {Number(stored.Sequence)}");
        Count = Math.Max(Count, stored.Sequence);
        var hash = SHA256.HashData([0, .. stored.Bytes]);
        Check(ChainFaultKind.Hash, stored.Sequence, stored.Hash.AsSpan().SequenceEqual(hash), () => $"stored hash {Hex(stored.Hash)}, bytes give {Hex(hash)}");
        var record = CheckBytes(stored);
        previous = hash;
        return record;
    }

    private AuditRecord? CheckBytes(StoredAuditRecord stored)
    {
        AuditRecord record;
        try
        {
            record = AuditRecordReader.Read(stored.Bytes);
        }
        catch (FormatException exception)
        {
            Check(ChainFaultKind.Layout, stored.Sequence, false, () => exception.Message);
            return null;
        }

        Check(ChainFaultKind.Link, stored.Sequence, record.PreviousHash.AsSpan().SequenceEqual(previous),
            () => $"previous hash {Hex(record.PreviousHash)}, the record before has {Hex(previous)}");
        Check(ChainFaultKind.Time, stored.Sequence, record.AtMicros >= previousAt, () => $"{Number(record.AtMicros)} is before {Number(previousAt)} (microseconds)");
        logId ??= record.LogId;
        Check(ChainFaultKind.Log, stored.Sequence, record.LogId == logId, () => $"log {record.LogId}, the log began as {logId}");
        var column = DifferingColumn(stored, record);
        Check(ChainFaultKind.Column, stored.Sequence, column is null, () => $"column {column} differs from the record's bytes");
        previousAt = Math.Max(previousAt, record.AtMicros);
        return record;
    }

    private static string? DifferingColumn(StoredAuditRecord stored, AuditRecord record) =>
        stored.Sequence != record.Sequence ? nameof(stored.Sequence)
        : !stored.PreviousHash.AsSpan().SequenceEqual(record.PreviousHash) ? nameof(stored.PreviousHash)
        : stored.AtMicros != record.AtMicros ? nameof(stored.AtMicros)
        : stored.ActorId != record.Entry.Actor.Id ? nameof(stored.ActorId)
        : stored.Action != record.Entry.Action ? nameof(stored.Action)
        : stored.EntityType != record.Entry.EntityType ? nameof(stored.EntityType)
        : stored.EntityId != record.Entry.EntityId ? nameof(stored.EntityId)
        : stored.RunId != record.Entry.RunId ? nameof(stored.RunId)
        : stored.Reason != record.Entry.Reason ? nameof(stored.Reason)
        : null;

    private void Check(ChainFaultKind kind, long sequence, bool holds, Func<string> detail)
    {
        if (!holds && reported.Add(kind))
        {
            faults.Add(new ChainFault(kind, sequence, detail()));
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
