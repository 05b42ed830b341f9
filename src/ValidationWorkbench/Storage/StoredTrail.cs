using System.Globalization;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>The audit trail as it stands in the database: its tree from the stored hashes, and what its records say of its keys.</summary>
internal sealed class StoredTrail
{
    private readonly SqliteConnection connection;
    private byte[] last = AuditChain.Start;

    private StoredTrail(SqliteConnection connection) => this.connection = connection;

    /// <summary>Records.</summary>
    public long Size => Tree.Size;

    /// <summary>Tree over all of them.</summary>
    public CompactRange Tree { get; private set; } = new();

    /// <summary>End of it.</summary>
    public LedgerHead Head => new(last, Tree);

    /// <summary>Identity of the log; empty where there is no record.</summary>
    public Guid LogId { get; private set; }

    /// <summary>Reads the hashes of all records, in sequence.</summary>
    /// <exception cref="IntegrityException">One is missing or no hash, or the first record cannot be read.</exception>
    public static StoredTrail Read(SqliteConnection connection)
    {
        var trail = new StoredTrail(connection);
        trail.Tree = trail.TreeOf(long.MaxValue);
        if (trail.Size > 0)
        {
            trail.LogId = trail.ReadRecord(1).LogId;
        }

        return trail;
    }

    /// <summary>Root over the first records, lower-case hex.</summary>
    public string RootAt(long size) => Convert.ToHexStringLower((size == Size ? Tree : TreeOf(size)).Root());

    /// <summary>The keys of the log, in the order in which its records introduce them.</summary>
    /// <exception cref="IntegrityException">The first record names no key, one that is named is none, or the key before did not sign it.</exception>
    public IReadOnlyList<LogKey> ReadKeys()
    {
        var sequences = new List<long> { 1 };
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "select Sequence from AuditRecords where Action = $action order by Sequence";
            command.Parameters.AddWithValue("$action", AuditAction.KeyRotated);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                sequences.Add(reader.GetInt64(0));
            }
        }

        var keys = new List<LogKey>();
        foreach (var sequence in sequences)
        {
            keys.Add(KeyIn(sequence, ReadRecord(sequence).Entry, keys.LastOrDefault()?.Key));
        }

        return keys;
    }

    /// <summary>Checks the records behind the last checkpoint, which nothing but this covers: each must be linked to the one before and have the hash of its bytes.</summary>
    /// <exception cref="IntegrityException">One is not.</exception>
    public void CheckTail(long anchored)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select Sequence, Bytes, Hash from AuditRecords where Sequence >= $from order by Sequence";
        command.Parameters.AddWithValue("$from", anchored);
        using var reader = command.ExecuteReader();
        var previous = AuditChain.Start;
        while (reader.Read())
        {
            var (sequence, bytes, hash) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
            if (sequence > anchored)
            {
                var record = Decode(sequence, bytes);
                if (!record.PreviousHash.AsSpan().SequenceEqual(previous) || !AuditChain.Hash(bytes).AsSpan().SequenceEqual(hash) || record.Sequence != sequence || record.LogId != LogId)
                {
                    throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"record {sequence}, which no checkpoint covers yet, is not the one that follows the record before."));
                }
            }

            previous = hash;
        }
    }

    private CompactRange TreeOf(long size)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select Sequence, Hash from AuditRecords where Sequence <= $size order by Sequence";
        command.Parameters.AddWithValue("$size", size);
        using var reader = command.ExecuteReader();
        var tree = new CompactRange();
        while (reader.Read())
        {
            if (reader.GetInt64(0) != tree.Size + 1 || reader.GetValue(1) is not byte[] { Length: 32 } hash)
            {
                throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"record {tree.Size + 1} is missing from the audit trail, or its hash is none."));
            }

            tree.Append(hash);
            last = size == long.MaxValue ? hash : last;
        }

        return tree;
    }

    private AuditRecord ReadRecord(long sequence)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select Bytes from AuditRecords where Sequence = $sequence";
        command.Parameters.AddWithValue("$sequence", sequence);
        return Decode(sequence, command.ExecuteScalar() as byte[] ?? []);
    }

    private static AuditRecord Decode(long sequence, byte[] bytes)
    {
        try
        {
            return AuditRecordReader.Read(bytes);
        }
        catch (FormatException exception)
        {
            throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"record {sequence} cannot be read: {exception.Message}"));
        }
    }

    private LogKey KeyIn(long sequence, AuditEntry entry, NoteKey? before)
    {
        try
        {
            var introduced = LogKey.IntroducedIn(sequence, entry, before);
            return introduced.Key.Name == Checkpoint.OriginOf(LogId) ? introduced : throw new FormatException($"it is of {introduced.Key.Name}.");
        }
        catch (FormatException exception)
        {
            throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"record {sequence} names no key of the log's checkpoints: {exception.Message}"));
        }
    }
}
