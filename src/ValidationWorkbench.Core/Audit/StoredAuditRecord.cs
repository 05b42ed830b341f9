namespace ValidationWorkbench.Audit;

/// <summary>
/// A record as it is stored: the bytes that were hashed, and columns beside them that make it searchable. The columns prove nothing;
/// a verification compares every one of them with the bytes.
/// </summary>
public sealed class StoredAuditRecord
{
    public required long Sequence { get; init; }

    public required byte[] Bytes { get; init; }

    public required byte[] Hash { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required long AtMicros { get; init; }

    public required string ActorId { get; init; }

    public required string Action { get; init; }

    public required string EntityType { get; init; }

    public required string EntityId { get; init; }

    public required string RunId { get; init; }

    public string? Reason { get; init; }

    /// <summary>The stored form of a record, hash included.</summary>
    public static StoredAuditRecord From(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var bytes = AuditRecordBytes.Encode(record);
        return new StoredAuditRecord
        {
            Sequence = record.Sequence,
            Bytes = bytes,
            Hash = AuditChain.Hash(bytes),
            PreviousHash = record.PreviousHash,
            AtMicros = record.AtMicros,
            ActorId = record.Entry.Actor.Id,
            Action = record.Entry.Action,
            EntityType = record.Entry.EntityType,
            EntityId = record.Entry.EntityId,
            RunId = record.Entry.RunId,
            Reason = record.Entry.Reason,
        };
    }
}
