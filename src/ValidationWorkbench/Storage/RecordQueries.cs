using Microsoft.Data.Sqlite;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>What is read before the first call of a run, in SQL: EF Core takes longer to make its model and a query of it than all of them together.</summary>
internal static class RecordQueries
{
    /// <summary>A run; null where there is none of that id.</summary>
    /// <exception cref="IntegrityException">Its state is none.</exception>
    public static Run? FindRun(SqliteConnection connection, string runId)
    {
        using var command = On(connection, $"select {string.Join(", ", RecordStatements.RunColumns)} from Runs where Id = $key", runId);
        using var reader = command.ExecuteReader();
        return !reader.Read() ? null : new Run
        {
            Id = reader.GetString(0),
            PlannedMicros = reader.GetInt64(1),
            Candidate = reader.GetString(2),
            Baseline = reader.GetString(3),
            ConfigurationSha256 = reader.GetString(4),
            Planned = reader.GetInt32(5),
            State = Enum.TryParse(reader.GetString(6), out RunState state) ? state
                : throw new IntegrityException($"run {runId} is in the state \"{reader.GetString(6)}\", which is none."),
            Outcome = reader.IsDBNull(7) ? null : reader.GetString(7),
        };
    }

    /// <summary>Where evidence lies; null where there is none of that SHA-256.</summary>
    public static EvidenceEntry? FindEvidence(SqliteConnection connection, string sha256)
    {
        using var command = On(connection, "select Segment, \"Offset\", Length from Evidence where Sha256 = $key", sha256);
        using var reader = command.ExecuteReader();
        return !reader.Read() ? null
            : new EvidenceEntry { Sha256 = sha256, Segment = reader.GetInt32(0), Offset = reader.GetInt64(1), Length = reader.GetInt64(2) };
    }

    /// <summary>Finished trials of a run: those with an answer, and those without.</summary>
    public static (int Answered, int Error) CountTrials(SqliteConnection connection, string runId)
    {
        using var command = On(connection, "select count(*), coalesce(sum(Answered), 0) from Trials where RunId = $key", runId);
        using var reader = command.ExecuteReader();
        reader.Read();
        var (all, answered) = (reader.GetInt32(0), reader.GetInt32(1));
        return (answered, all - answered);
    }

    private static SqliteCommand On(SqliteConnection connection, string sql, string key)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$key", key);
        return command;
    }
}
