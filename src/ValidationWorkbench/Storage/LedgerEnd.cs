using System.Globalization;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>Where the log ends: what the next record is linked to.</summary>
/// <param name="Sequence">Sequence of the last record; 0 in an empty log.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="AtMicros">Its time.</param>
/// <param name="LogId">Identity of the log; null in an empty one.</param>
/// <param name="Clock">What the clocks showed when it was written, as far as it tells; null in an empty log.</param>
/// <param name="IsOwn">True where this process wrote it.</param>
internal sealed record LedgerEnd(long Sequence, byte[] Hash, long AtMicros, Guid? LogId, ClockReading? Clock, bool IsOwn)
{
    /// <summary>Reads the last record and checks it against its own hash, as far as one record tells.</summary>
    /// <exception cref="IntegrityException">It is not what was recorded.</exception>
    public static LedgerEnd Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select Sequence, Bytes, Hash from AuditRecords order by Sequence desc limit 1";
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return new LedgerEnd(0, AuditChain.Start, long.MinValue, null, null, IsOwn: false);
        }

        var sequence = reader.GetInt64(0);
        try
        {
            return Check(sequence, reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or InvalidOperationException or ArgumentException)
        {
            throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"record {sequence}, the last one, cannot be read: {exception.Message}"));
        }
    }

    /// <summary>True where both end at the same record.</summary>
    public bool IsSameAs(LedgerEnd other) => Sequence == other.Sequence && Hash.AsSpan().SequenceEqual(other.Hash);

    private static LedgerEnd Check(long sequence, byte[] bytes, byte[] hash)
    {
        var record = AuditRecordReader.Read(bytes);
        return record.Sequence == sequence && hash.AsSpan().SequenceEqual(AuditChain.Hash(bytes))
            ? new LedgerEnd(sequence, hash, record.AtMicros, record.LogId, new ClockReading(record.AtMicros, record.MonotonicMicros, record.BootId), IsOwn: false)
            : throw new FormatException("its bytes have another sequence or another hash than stands beside them.");
    }
}
