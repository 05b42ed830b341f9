using System.Globalization;
using MediatR;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads records of the audit trail by who, what, when, why and what it was done to. Changes nothing.</summary>
public sealed record ShowAudit : IRequest<ShownRecords>
{
    /// <summary>Id of the one who acted; null for anybody.</summary>
    public string? Who { get; init; }

    /// <summary>Action; null for any.</summary>
    public string? What { get; init; }

    /// <summary>Recorded at this time or later, in microseconds since 1970-01-01 UTC; null for any.</summary>
    public long? FromMicros { get; init; }

    /// <summary>Recorded before this time; null for any.</summary>
    public long? ToMicros { get; init; }

    /// <summary>Text that the reason holds, in any case of its Latin letters; null for any reason and for none.</summary>
    public string? Why { get; init; }

    public string? EntityType { get; init; }

    /// <summary>Only with <see cref="EntityType"/>.</summary>
    public string? EntityId { get; init; }

    public string? RunId { get; init; }

    /// <summary>Only records before this sequence: the next page; null from the end.</summary>
    public long? Before { get; init; }

    /// <summary>Number of records, the latest ones.</summary>
    public required int Last { get; init; }
}

/// <summary>Records of the trail, oldest first.</summary>
/// <param name="Records">Each with its hash.</param>
/// <param name="HasEarlier">True where there are earlier ones that fit.</param>
/// <param name="Doubts">Indexes of the database that do not hold every record, so that some may be missing here; one line each.</param>
public sealed record ShownRecords(IReadOnlyList<(AuditRecord Record, string Hash)> Records, bool HasEarlier, IReadOnlyList<string> Doubts);

internal sealed class ShowAuditHandler(RecordsFolder records) : IRequestHandler<ShowAudit, ShownRecords>
{
    private const int MostWords = 40;

    public Task<ShownRecords> Handle(ShowAudit request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            using var connection = records.ConnectForReading();
            var found = new List<(AuditRecord, string)>();
            using var read = Query(connection, "select Bytes, Hash from AuditRecords where Sequence = $a", ("$a", 0L));
            foreach (var sequence in Matching(connection, request).Take(request.Last + 1))
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.Add(Read(read, sequence));
            }

            if (found.Count == 0)
            {
                RequireKnown(connection, request);
            }

            var hasEarlier = found.Count > request.Last;
            found = found[..Math.Min(found.Count, request.Last)];
            found.Reverse();
            return Task.FromResult(new ShownRecords(found, hasEarlier, [.. Doubts(connection, request)]));
        }
        catch (SqliteException exception)
        {
            throw new IntegrityException($"the audit trail cannot be read: {exception.Message}");
        }
    }

    /// <summary>Where nothing fits, a word that no record has is more likely mistyped than meant.</summary>
    /// <exception cref="InputException">A filter has such a word.</exception>
    private static void RequireKnown(SqliteConnection connection, ShowAudit request)
    {
        foreach (var (option, value, column) in new[]
        {
            ("--what", request.What, "Action"), ("--who", request.Who, "ActorId"), ("--entity", request.EntityType, "EntityType"), ("--run", request.RunId, "RunId"),
        })
        {
            if (value is null || Sequences(connection, $"select Sequence from AuditRecords where {column} = $a limit 1", [("$a", value)]).Any())
            {
                continue;
            }

            var known = Words(connection, column);
            if (column == "Action")
            {
                known = [.. known.Union(AuditAction.Texts.Keys).Order(StringComparer.Ordinal)];
            }

            if (!known.Contains(value))
            {
                throw new InputException(option, $"found \"{value}\", which no record has; known are: {(known.Count == 0 ? "none" : string.Join(", ", known))}.");
            }
        }
    }

    /// <summary>The words of a column, the first ones, found through its index word by word.</summary>
    private static List<string> Words(SqliteConnection connection, string column)
    {
        var words = new List<string>();
        using var next = Query(connection, $"select min({column}) from AuditRecords where {column} > $a", ("$a", string.Empty));
        while (words.Count < MostWords && next.ExecuteScalar() is string word)
        {
            words.Add(word);
            next.Parameters[0].Value = word;
        }

        return words;
    }

    /// <summary>
    /// An index from which entries were taken hides records. Their numbers have no gaps, so that the first and the last tell how many entries each index
    /// must have. Whether the entries are right is for `audit verify --deep` to say.
    /// </summary>
    private static IEnumerable<string> Doubts(SqliteConnection connection, ShowAudit request)
    {
        var records = Number(connection, "select coalesce(max(Sequence) - min(Sequence) + 1, 0) from AuditRecords not indexed");
        foreach (var (index, isUsed) in new[]
        {
            ("RunId", request.RunId is not null), ("EntityType_EntityId", request.EntityType is not null), ("Action", request.What is not null),
            ("ActorId", request.Who is not null), ("AtMicros", request.FromMicros is not null || request.ToMicros is not null),
        })
        {
            // Not count(*), for which SQLite takes whichever index is smallest, also where one is named.
            if (isUsed && Number(connection, $"select count({index.Split('_')[0]}) from AuditRecords indexed by IX_AuditRecords_{index}") is var entries && entries != records)
            {
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"the index IX_AuditRecords_{index} has {entries} entries for {records} records, so that records may be missing here; `validate audit verify --deep` shows more.");
            }
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = Query(connection, sql);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>
    /// Sequences that fit, latest first: one pass through one index for every filter, in step. So no combination of filters reads more than its
    /// indexes, and most stop after a few entries.
    /// </summary>
    private static IEnumerable<long> Matching(SqliteConnection connection, ShowAudit request)
    {
        var (first, last) = (FirstAt(connection, request.FromMicros) ?? 1, (FirstAt(connection, request.ToMicros) ?? long.MaxValue) - 1);
        last = Math.Min(last, (request.Before ?? long.MaxValue) - 1);
        var streams = new List<IEnumerator<long>>();
        void Add(string condition, params (string, object?)[] values) =>
            streams.Add(Sequences(connection, $"select Sequence from AuditRecords where {condition} and Sequence between $first and $last order by Sequence desc", [.. values, ("$first", first), ("$last", last)]).GetEnumerator());
        if (request.RunId is { } runId)
        {
            Add("RunId = $a", ("$a", runId));
        }

        if (request.EntityType is { } type)
        {
            Add(request.EntityId is null ? "EntityType = $a" : "EntityType = $a and EntityId = $b", ("$a", type), ("$b", request.EntityId ?? string.Empty));
        }

        if (request.What is { } action)
        {
            Add("Action = $a", ("$a", action));
        }

        if (request.Who is { } actor)
        {
            Add("ActorId = $a", ("$a", actor));
        }

        if (request.Why is { } why)
        {
            Add("Reason is not null and Reason like $a escape '\\'", ("$a", $"%{why.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%"));
        }

        if (streams.Count == 0)
        {
            Add("true");
        }

        return Intersect(streams);
    }

    private static IEnumerable<long> Intersect(List<IEnumerator<long>> streams)
    {
        try
        {
            while (streams.TrueForAll(stream => stream.MoveNext()))
            {
                for (var lowest = streams.Min(stream => stream.Current); !streams.TrueForAll(stream => stream.Current == lowest); lowest = streams.Min(stream => stream.Current))
                {
                    foreach (var stream in streams)
                    {
                        while (stream.Current > lowest)
                        {
                            if (!stream.MoveNext())
                            {
                                yield break;
                            }
                        }
                    }
                }

                yield return streams[0].Current;
            }
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    /// <summary>Sequence of the first record at a time or later, since time never runs backwards in the trail; null where there is none or no time is asked for.</summary>
    private static long? FirstAt(SqliteConnection connection, long? micros)
    {
        if (micros is null)
        {
            return null;
        }

        using var command = Query(connection, "select Sequence from AuditRecords where AtMicros >= $a order by AtMicros, Sequence limit 1", ("$a", micros));
        return command.ExecuteScalar() as long? ?? long.MaxValue;
    }

    private static IEnumerable<long> Sequences(SqliteConnection connection, string sql, (string, object?)[] values)
    {
        using var command = Query(connection, sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetInt64(0);
        }
    }

    /// <summary>What is shown comes from the bytes, and these must give the hash.</summary>
    private static (AuditRecord Record, string Hash) Read(SqliteCommand command, long sequence)
    {
        command.Parameters[0].Value = sequence;
        using var reader = command.ExecuteReader();
        var place = string.Create(CultureInfo.InvariantCulture, $"record {sequence}");
        if (!reader.Read() || reader.GetValue(0) is not byte[] bytes || reader.GetValue(1) is not byte[] hash || !hash.AsSpan().SequenceEqual(AuditChain.Hash(bytes)))
        {
            throw new IntegrityException($"{place} was altered: its bytes do not give its hash.");
        }

        try
        {
            return (AuditRecordReader.Read(bytes), Convert.ToHexStringLower(hash));
        }
        catch (FormatException exception)
        {
            throw new IntegrityException($"{place} cannot be read: {exception.Message}");
        }
    }

    private static SqliteCommand Query(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            if (sql.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        return command;
    }
}
