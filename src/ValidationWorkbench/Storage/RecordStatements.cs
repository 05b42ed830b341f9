using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>
/// All that is written, prepared once on the writing connection: EF Core sends one command per row and costs more than half of the rate, and its model
/// takes long to make before the first call. Columns are those of the model; a test compares them.
/// </summary>
internal sealed class RecordStatements : IDisposable
{
    private readonly StorageMode mode;
    private readonly PreparedStatement settings, record, attempt, trial, evidence, run, runMove, assessment;

    public RecordStatements(SqliteConnection connection, StorageMode mode)
    {
        this.mode = mode;
        var database = connection.Handle!;
        settings = new PreparedStatement(database, "select journal_mode, synchronous, foreign_keys, recursive_triggers, trusted_schema from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_recursive_triggers, pragma_trusted_schema");
        record = new PreparedStatement(database, Insert("AuditRecords", RecordColumns));
        attempt = new PreparedStatement(database, Insert("Attempts", AttemptColumns));
        trial = new PreparedStatement(database, Insert("Trials", TrialColumns));
        run = new PreparedStatement(database, Insert("Runs", RunColumns));
        runMove = new PreparedStatement(database, "update Runs set State = ?, Outcome = ? where Id = ?");
        assessment = new PreparedStatement(database, Insert("Assessments", AssessmentColumns));

        // The same bytes are one piece of evidence, however often they are handed in.
        evidence = new PreparedStatement(database, "insert into Evidence (Sha256, Segment, \"Offset\", Length) select ?1, ?2, ?3, ?4 where not exists (select 1 from Evidence where Sha256 = ?1)");
    }

    public static IReadOnlyList<string> RecordColumns { get; } = ["Sequence", "Bytes", "Hash", "PreviousHash", "AtMicros", "ActorId", "Action", "EntityType", "EntityId", "RunId", "Reason"];

    public static IReadOnlyList<string> AttemptColumns { get; } =
    [
        "RunId", "CaseId", "Role", "Repeat", "Number", "StartedMicros", "LatencyMicros", "FirstTokenMicros", "RequestSha256", "ReplySha256",
        "HttpStatus", "ServedModel", "SystemFingerprint", "ReplyId", "ServedBy", "FinishReason", "PromptTokens", "CompletionTokens", "CachedTokens",
        "Leaked", "Headers", "Fault", "TransportError", "Cancelled",
    ];

    public static IReadOnlyList<string> TrialColumns { get; } = ["RunId", "CaseId", "Role", "Repeat", "Position", "Attempts", "Answered", "FinishedMicros"];

    public static IReadOnlyList<string> RunColumns { get; } = ["Id", "PlannedMicros", "Candidate", "Baseline", "ConfigurationSha256", "Planned", "State", "Outcome"];

    public static IReadOnlyList<string> AssessmentColumns { get; } =
        ["RunId", "Number", "PlanSha256", "AtMicros", "Outcome", "ResultsSha256", "Tool", "HeadSequence", "HeadHash", "HeadRoot"];

    /// <summary>Refuses to write where the settings that durability and the guards rest on are not those that were set.</summary>
    /// <exception cref="InvalidOperationException">One of them differs.</exception>
    public void AssertSettings()
    {
        var found = settings.Run(row => (raw.sqlite3_column_text(row, 0).utf8_to_string(), raw.sqlite3_column_int(row, 1), raw.sqlite3_column_int(row, 2), raw.sqlite3_column_int(row, 3), raw.sqlite3_column_int(row, 4)));
        if (found != (mode.Journal, mode.Synchronous, 1, 1, 0))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"journal_mode, synchronous, foreign_keys, recursive_triggers, trusted_schema are {found}, not ({mode.Journal}, {mode.Synchronous}, 1, 1, 0). Nothing is written under other settings than these."));
        }
    }

    public void Insert(StoredAuditRecord row) => record.Add(row.Sequence).Add(row.Bytes).Add(row.Hash).Add(row.PreviousHash).Add(row.AtMicros)
        .Add(row.ActorId).Add(row.Action).Add(row.EntityType).Add(row.EntityId).Add(row.RunId).Add(row.Reason).Run();

    public void Insert(Attempt row) => attempt.Add(row.RunId).Add(row.CaseId).Add(row.Role.ToString()).Add(row.Repeat).Add(row.Number).Add(row.StartedMicros).Add(row.LatencyMicros)
        .Add(row.FirstTokenMicros).Add(row.RequestSha256).Add(row.ReplySha256).Add(row.HttpStatus).Add(row.ServedModel).Add(row.SystemFingerprint)
        .Add(row.ReplyId).Add(row.ServedBy)
        .Add(row.FinishReason).Add(row.PromptTokens).Add(row.CompletionTokens).Add(row.CachedTokens).Add(row.Leaked ? 1 : 0).Add(row.Headers)
        .Add(row.Fault).Add(row.TransportError).Add(row.Cancelled ? 1 : 0).Run();

    public void Insert(Trial row) => trial.Add(row.RunId).Add(row.CaseId).Add(row.Role.ToString()).Add(row.Repeat).Add(row.Position).Add(row.Attempts)
        .Add(row.Answered ? 1 : 0).Add(row.FinishedMicros).Run();

    public void Insert(EvidenceEntry row) => evidence.Add(row.Sha256).Add(row.Segment).Add(row.Offset).Add(row.Length).Run();

    public void Insert(Run row) => run.Add(row.Id).Add(row.PlannedMicros).Add(row.Candidate).Add(row.Baseline).Add(row.ConfigurationSha256)
        .Add(row.Planned).Add(row.State.ToString()).Add(row.Outcome).Run();

    /// <summary>Stores how far a run is; nothing else of it changes.</summary>
    public void Update(Run row) => runMove.Add(row.State.ToString()).Add(row.Outcome).Add(row.Id).Run();

    public void Insert(AssessmentEntry row) => assessment.Add(row.RunId).Add(row.Number).Add(row.PlanSha256).Add(row.AtMicros).Add(row.Outcome)
        .Add(row.ResultsSha256).Add(row.Tool).Add(row.HeadSequence).Add(row.HeadHash).Add(row.HeadRoot).Run();

    public void Dispose()
    {
        foreach (var statement in new[] { settings, record, attempt, trial, evidence, run, runMove, assessment })
        {
            statement.Dispose();
        }
    }

    private static string Insert(string table, IReadOnlyList<string> columns) =>
        $"insert into {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) values ({string.Join(", ", columns.Select(_ => "?"))})";
}
