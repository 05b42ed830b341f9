using System.Globalization;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>Records as tests make them, and raw access to their database behind the workbench's back.</summary>
internal static class Records
{
    public static readonly Guid LogId = new("11111111-2222-3333-4444-555555555555");

    public static readonly HostFacts Host = new("test-host", "ValidationWorkbench 0.0.0 (test)", Guid.Empty);

    public static RecordsFolder Open(string folder, TimeProvider? clock = null) =>
        RecordsFolder.OpenForWriting(folder, clock ?? new SettableClock(), Host, () => LogId);

    public static AuditEntry Entry(string id = "E-1") => new() { Actor = Actor.Workbench, Action = AuditAction.Refused, EntityType = "request", EntityId = id };

    public static Run Run(string id = "R-1") =>
        new() { Id = id, PlannedMicros = 1, Candidate = "new", Baseline = "old", ConfigurationSha256 = Sha256Hex.Of($"\"{id}\""), Planned = 2 };

    public static Trial Trial(string caseId, string runId = "R-1", int position = 0) =>
        new() { RunId = runId, CaseId = caseId, Role = ModelRole.Candidate, Repeat = 1, Position = position, Attempts = 1, Answered = true, FinishedMicros = 5 };

    public static Attempt Attempt(string caseId, string runId = "R-1") => new()
    {
        RunId = runId,
        CaseId = caseId,
        Role = ModelRole.Candidate,
        Repeat = 1,
        Number = 1,
        StartedMicros = 4,
        LatencyMicros = 1,
        RequestSha256 = Sha256Hex.Of(caseId),
    };

    /// <summary>A batch as a planned run makes it.</summary>
    public static RecordBatch RunBatch(RecordsFolder records, string id = "R-1")
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"\"{id}\"");
        var configuration = records.Keep(bytes);
        var run = Run(id);
        return new RecordBatch(Entry() with
        {
            Action = AuditAction.RunPlanned,
            EntityType = "run",
            EntityId = id,
            RunId = id,
            After = RunFacts.Write(run, bytes),
            Attachments = [new AuditAttachment("configuration", configuration.Length, configuration.Sha256)],
        })
        { NewRun = run, Evidence = [configuration] };
    }

    /// <summary>A batch as a finished trial makes it: record, attempt, trial and evidence together.</summary>
    public static RecordBatch TrialBatch(RecordsFolder records, string caseId, int position = 0)
    {
        var evidence = records.Keep(System.Text.Encoding.UTF8.GetBytes($"reply to {caseId}"));
        var trial = Trial(caseId, position: position);
        var attempt = Attempt(caseId) with { RequestSha256 = evidence.Sha256 };
        return new RecordBatch(Entry() with
        {
            Action = AuditAction.TrialFinished,
            EntityType = "trial",
            EntityId = trial.Key.ToString(),
            RunId = trial.RunId,
            After = AttemptFacts.Write(attempt, "new", trial),
            Attachments = [new AuditAttachment("request", evidence.Length, evidence.Sha256)],
        })
        { Trial = trial, Attempt = attempt, Evidence = [evidence] };
    }

    /// <summary>A batch as an assessment of the run R-1 makes it.</summary>
    public static RecordBatch AssessmentBatch(RecordsFolder records, int passed = 2)
    {
        var results = records.Keep("results"u8);
        var head = records.ReadHead();
        var assessment = new AssessmentEntry
        {
            RunId = "R-1",
            Number = 1,
            PlanSha256 = Sha256Hex.Of("plan"),
            AtMicros = 9,
            Outcome = "NO-GO",
            ResultsSha256 = results.Sha256,
            Tool = Host.Tool,
            HeadSequence = head.Records,
            HeadHash = head.Hash,
            HeadRoot = head.Root,
        };
        return new RecordBatch(Entry() with
        {
            Action = AuditAction.RunAssessed,
            EntityType = "run",
            EntityId = "R-1",
            RunId = "R-1",
            After = AssessmentFacts.Write(
                assessment, isDemonstration: false, new { planned = 2, passed, failed = 0, undecided = 0, error = 0, aborted = 0, unscored = 0 }, new SelfTestSummary(2, 2, Sha256Hex.Of("oracles"))),
            Attachments = [new AuditAttachment("results", results.Length, results.Sha256)],
        })
        { Assessment = assessment, Evidence = [results] };
    }

    /// <summary>Raw SQL on the database, as somebody with another tool would send it.</summary>
    public static void Execute(string folder, string sql)
    {
        using var connection = Connect(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Count(string folder, string table) => long.Parse(Text(folder, $"select count(*) from {table}"), CultureInfo.InvariantCulture);

    /// <summary>First value of a query, as text.</summary>
    public static string Text(string folder, string sql)
    {
        using var connection = Connect(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    /// <summary>Puts a private key in place, readable by its owner alone.</summary>
    public static void WriteKey(string path, string pem)
    {
        File.Delete(path);
        File.WriteAllText(path, pem);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>SQL with the guards taken away before and put back afterwards, as somebody would who wants that nothing shows of it.</summary>
    public static void Forge(string folder, params string[] statements)
    {
        using var connection = Connect(folder);
        var guards = new List<(string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "select name, sql from sqlite_master where type = 'trigger'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                guards.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        foreach (var sql in guards.Select(guard => $"drop trigger {guard.Name}").Concat(statements).Concat(guards.Select(guard => guard.Sql)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static SqliteConnection Connect(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "workbench.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
