namespace ValidationWorkbench.Verification;

/// <summary>
/// Re-derives the trail from stored rows in ascending order, in constant memory: sequence, layout, hash, link, log, time, and every column
/// against the bytes. Checking goes on after a fault.
/// </summary>
/// <param name="faults">Takes the faults.</param>
public sealed class TrailVerifier(FaultLog faults)
{
    /// <summary>How far the time of day may fall behind the monotonic clock before it is remarked upon, in microseconds: two minutes.</summary>
    public const long ClockTolerance = 120_000_000;

    private readonly byte[] previous = new byte[32];
    private readonly byte[] hash = new byte[32];
    private byte[] storedHead = new byte[32];
    private long previousSequence;
    private long previousAt = long.MinValue;
    private (Guid Boot, long Monotonic, long At) clock;

    /// <summary>Identity of the log, as its first readable record says; null before that.</summary>
    public Guid? LogId { get; private set; }

    /// <summary>Rows seen.</summary>
    public long Count => Tree.Size;

    /// <summary>Sequences of the first and the last row; 0 where there is none.</summary>
    public (long First, long Last) Range { get; private set; }

    /// <summary>Tree over the records seen.</summary>
    public HashTree Tree { get; } = new();

    /// <summary>Hash computed from the last record's bytes, lower-case hex; 64 zeros for an empty log.</summary>
    public string Head => Convert.ToHexStringLower(previous);

    /// <summary>Hash stored with the last record, lower-case hex.</summary>
    public string StoredHead => Convert.ToHexStringLower(storedHead);

    /// <summary>Checks the next row.</summary>
    /// <param name="row">Columns in the order of <see cref="TrailColumns"/>.</param>
    /// <param name="record">The record; void where the result is false.</param>
    /// <returns>True where the bytes are a record.</returns>
    public bool Add(StoredRow row, out RecordView record)
    {
        ArgumentNullException.ThrowIfNull(row);
        var expected = previousSequence + 1;
        var found = row.Number(TrailColumns.Sequence);
        if (found != expected)
        {
            faults.Add(FaultClass.Gap, Math.Min(expected, found ?? expected), $"expected sequence {Number(expected)}, found {row.Describe(TrailColumns.Sequence)}");
        }

        var sequence = found ?? expected;
        Range = (Count == 0 ? sequence : Range.First, sequence);
        var bytes = row.Kind(TrailColumns.Bytes) == CellKind.Blob ? row.Bytes(TrailColumns.Bytes) : [];
        HashTree.HashLeaf(bytes, hash);
        var isHashed = row.Is(TrailColumns.Hash, CellKind.Blob, hash);
        if (!isHashed)
        {
            faults.Add(FaultClass.Hash, sequence, $"stored hash {row.Describe(TrailColumns.Hash)}, the bytes give {Convert.ToHexStringLower(hash)}");
        }

        var trouble = RecordView.TryRead(bytes, out record);
        if (trouble is null)
        {
            Check(row, record, sequence, isHashed);
        }
        else
        {
            faults.Add(FaultClass.Layout, sequence, trouble);
        }

        Tree.Append(hash);
        hash.CopyTo(previous, 0);
        previousSequence = sequence;
        var stored = row.Bytes(TrailColumns.Hash);
        if (stored.Length != storedHead.Length)
        {
            storedHead = new byte[stored.Length];
        }

        stored.CopyTo(storedHead);
        return trouble is null;
    }

    private void Check(StoredRow row, RecordView record, long sequence, bool isHashed)
    {
        if (!record.PreviousHash.SequenceEqual(previous))
        {
            faults.Add(FaultClass.Link, sequence, $"previous hash {Convert.ToHexStringLower(record.PreviousHash)}, the record before has {Convert.ToHexStringLower(previous)}");
        }

        CheckLog(record, sequence);
        CheckTime(record, sequence);
        if (DifferingColumn(row, record) is var column and >= 0)
        {
            // A row that was moved is named by what its bytes say, where these are whole.
            faults.Add(FaultClass.Column, column == TrailColumns.Sequence && isHashed ? record.Sequence : sequence, $"column {TrailColumns.Names[column]} is {row.Describe(column)}, which differs from the record's bytes");
        }
    }

    private void CheckLog(RecordView record, long sequence)
    {
        LogId ??= record.LogId;
        if (record.LogId != LogId)
        {
            faults.Add(FaultClass.Log, sequence, $"the record belongs to log {record.LogId}, this log began as {LogId}");
        }

        if (record.Is(RecordField.Action, "log-created"u8) != (Count == 0))
        {
            faults.Add(FaultClass.Log, sequence, Count == 0 ? "the log does not begin with its own creation" : "the log was created a second time");
        }
    }

    private void CheckTime(RecordView record, long sequence)
    {
        var at = record.AtMicros;
        if (at < previousAt)
        {
            faults.Add(FaultClass.Time, sequence, $"recorded at {Number(at)}, before the record before it at {Number(previousAt)} (microseconds since 1970)");
        }

        // The monotonic clock counts under one boot; it can stand still while the machine sleeps, but never run ahead of the time of day.
        if (record.BootId == clock.Boot && record.BootId != Guid.Empty)
        {
            if (record.MonotonicMicros < clock.Monotonic)
            {
                faults.Add(FaultClass.Time, sequence, $"the monotonic clock ran back from {Number(clock.Monotonic)} to {Number(record.MonotonicMicros)} under one boot");
            }
            else if (record.MonotonicMicros - clock.Monotonic - (at - clock.At) is var behind && behind > ClockTolerance)
            {
                faults.Remark($"record {Number(sequence)}: since the record before, the time of day fell {Number(behind / 1_000_000)} s behind the monotonic clock: the clock was set back.");
            }
        }

        clock = (record.BootId, record.MonotonicMicros, at);
        previousAt = Math.Max(previousAt, at);
    }

    private static int DifferingColumn(StoredRow row, RecordView record) =>
        !row.Is(TrailColumns.Sequence, record.Sequence) ? TrailColumns.Sequence
        : !row.Is(TrailColumns.PreviousHash, CellKind.Blob, record.PreviousHash) ? TrailColumns.PreviousHash
        : !row.Is(TrailColumns.AtMicros, record.AtMicros) ? TrailColumns.AtMicros
        : !row.Is(TrailColumns.ActorId, CellKind.Text, record.Bytes(RecordField.ActorId)) ? TrailColumns.ActorId
        : !row.Is(TrailColumns.Action, CellKind.Text, record.Bytes(RecordField.Action)) ? TrailColumns.Action
        : !row.Is(TrailColumns.EntityType, CellKind.Text, record.Bytes(RecordField.EntityType)) ? TrailColumns.EntityType
        : !row.Is(TrailColumns.EntityId, CellKind.Text, record.Bytes(RecordField.EntityId)) ? TrailColumns.EntityId
        : !row.Is(TrailColumns.RunId, CellKind.Text, record.Bytes(RecordField.RunId)) ? TrailColumns.RunId
        : record.Has(RecordField.Reason) ? (row.Is(TrailColumns.Reason, CellKind.Text, record.Bytes(RecordField.Reason)) ? -1 : TrailColumns.Reason)
        : row.Kind(TrailColumns.Reason) == CellKind.Null ? -1 : TrailColumns.Reason;

    private static string Number(long value) => FormattableString.Invariant($"{value}");
}
