using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Benchmarks;

/// <summary>What anybody would write who only wants rows in the table: a prepared insert of encoded and hashed records, with no ledger around it.</summary>
internal sealed class RawInserts : IAsyncDisposable
{
    private static readonly byte[] Checkpoint = new byte[262];

    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private byte[] head = AuditChain.Start;
    private long sequence;

    private RawInserts(SqliteConnection connection)
    {
        this.connection = connection;
        insert = connection.CreateCommand();
        insert.CommandText = $"insert into AuditRecords ({string.Join(", ", RecordStatements.RecordColumns)}) values ({string.Join(", ", RecordStatements.RecordColumns.Select(column => $"${column}"))})";
        foreach (var column in RecordStatements.RecordColumns)
        {
            insert.Parameters.AddWithValue($"${column}", DBNull.Value);
        }

        insert.Prepare();
    }

    /// <summary>The same tables, triggers and settings as the ledger's.</summary>
    public static async Task<RawInserts> CreateAsync(string folder)
    {
        await Bench.Open(folder).DisposeAsync();
        var connection = DatabaseSchema.Open(Path.Combine(folder, "workbench.db"), readOnly: false);
        DatabaseSchema.EnsureCreated(connection, StorageMode.For(SqliteLibrary.Version), folder);
        return new RawInserts(connection);
    }

    /// <summary>Encodes and hashes the next records.</summary>
    public List<StoredAuditRecord> Encode(int count)
    {
        var list = new List<StoredAuditRecord>(count);
        for (var i = 0; i < count; i++)
        {
            list.Add(Encode());
        }

        return list;
    }

    /// <summary>
    /// Encodes, hashes and inserts the next records in one transaction; with an anchor it then appends as many bytes as a checkpoint has to another file and waits
    /// until they are on the disk. That is the least that the promise of the ledger costs.
    /// </summary>
    public void EncodeAndInsert(int count, FileStream? anchor = null)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        for (var i = 0; i < count; i++)
        {
            Insert(Encode());
        }

        transaction.Commit();
        anchor?.Write(Checkpoint);
        anchor?.Flush(flushToDisk: true);
    }

    /// <summary>Inserts encoded records in one transaction.</summary>
    public void Insert(IReadOnlyList<StoredAuditRecord> records)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        foreach (var record in records)
        {
            Insert(record);
        }

        transaction.Commit();
    }

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }

    private StoredAuditRecord Encode()
    {
        var now = TimeProvider.System.GetUtcNow();
        var micros = Microseconds.Of(now);
        var record = StoredAuditRecord.From(new AuditRecord
        {
            LogId = Guid.Empty,
            Sequence = ++sequence,
            PreviousHash = head,
            AtMicros = micros,
            OccurredMicros = micros,
            OffsetMinutes = 0,
            MonotonicMicros = micros,
            BootId = Guid.Empty,
            Host = Bench.Host.Host,
            Tool = Bench.Host.Tool,
            Sqlite = connection.ServerVersion,
            Entry = Bench.Entry(sequence),
        });
        head = record.Hash;
        return record;
    }

    private void Insert(StoredAuditRecord record)
    {
        var list = insert.Parameters;
        (list[0].Value, list[1].Value, list[2].Value, list[3].Value, list[4].Value) = (record.Sequence, record.Bytes, record.Hash, record.PreviousHash, record.AtMicros);
        (list[5].Value, list[6].Value, list[7].Value, list[8].Value, list[9].Value) = (record.ActorId, record.Action, record.EntityType, record.EntityId, record.RunId);
        list[10].Value = (object?)record.Reason ?? DBNull.Value;
        insert.ExecuteNonQuery();
    }
}
