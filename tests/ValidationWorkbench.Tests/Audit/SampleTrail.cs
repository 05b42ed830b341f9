using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>The records of a run of one case and two models, from the log's setup to its documents, with nothing to find fault with.</summary>
internal static class SampleTrail
{
    public const string Run = "R-1";

    public static readonly string Configuration = Sha256Hex.Of("configuration");
    private static readonly Actor Alice = new("alice", "Alice", "Operator", "OS login, unverified");

    /// <summary>Sequences by name, for those that want to damage one.</summary>
    public const int Created = 1, Planned = 2, Started = 3, Failed = 4, First = 5, Second = 6, Completed = 7, Assessed = 8, Issued = 9, Exported = 10;

    /// <summary>The records in order.</summary>
    public static List<AuditRecord> Records() =>
    [
        Record(Created, new AuditEntry { Actor = Actor.Workbench, Action = AuditAction.LogCreated, EntityType = "log", EntityId = "L", After = """{"vkey":"k"}""" }),
        Record(Planned, Of(AuditAction.RunPlanned, Alice) with
        {
            After = """{"planned":2,"plannedAt":"2026-11-21T07:50:12.123456Z","configuration":{"repeats":1,"baseline":{"name":"old","model":"m-old"},"candidate":{"name":"new","model":"m-new"}}}""",
            Attachments = [Evidence("configuration")],
        }),
        Record(Started, Of(AuditAction.RunStarted, Alice) with { After = Counts(0, 0, 2) }),
        Record(Failed, Trial(AuditAction.AttemptFailed, "C-1/Baseline/1", 1) with { Reason = "HTTP 500" }),
        Record(First, Trial(AuditAction.TrialFinished, "C-1/Baseline/1", 2)),
        Record(Second, Trial(AuditAction.TrialFinished, "C-1/Candidate/1", 1) with { Reason = "HTTP 404", Attachments = [Evidence("request")] }),
        Record(Completed, Of(AuditAction.RunCompleted, Alice) with { After = Counts(1, 1, 0) }),
        Record(Assessed, Of(AuditAction.RunAssessed, Alice) with
        {
            After = """{"assessment":1,"counts":{"planned":2,"passed":1,"failed":0,"undecided":0,"error":1,"aborted":0,"unscored":0}}""",
            Attachments = [Evidence("results")],
        }),
        Record(Issued, Of(AuditAction.DocumentsIssued, Alice) with { Attachments = [Evidence("run.json")] }),
        Record(Exported, Of(AuditAction.Exported, Alice) with { EntityType = "bundle", Attachments = [Evidence("manifest.json")] }),
    ];

    /// <summary>The state that goes with them.</summary>
    public static AlcoaFacts Facts { get; } = new()
    {
        TrailFaults = [],
        AnchoredRecords = Exported,
        EvidenceChecked = 5,
        EvidenceLost = new HashSet<string>(),
        Rescored = new Dictionary<long, bool> { [Assessed] = true },
    };

    public static AuditAttachment Evidence(string name) => new(name, 1, Sha256Hex.Of(name));

    public static string Counts(int answered, int error, int open) =>
        CanonicalJson.WriteText(new { counts = new { planned = answered + error + open, answered, error, aborted = open } });

    /// <summary>A record with its entry changed.</summary>
    public static AuditRecord With(this AuditRecord record, Func<AuditEntry, AuditEntry> change) => record with { Entry = change(record.Entry) };

    private static AuditEntry Of(string action, Actor actor) =>
        new() { Actor = actor, Action = action, EntityType = "run", EntityId = Run, RunId = Run, ConfigurationSha256 = Configuration };

    private static AuditEntry Trial(string action, string trial, int attempt) => Of(action, Actor.Workbench) with
    {
        EntityType = "trial",
        EntityId = trial,
        After = CanonicalJson.WriteText(new { attempt, startedAt = "2026-11-21T07:50:12.123456Z" }),
        Attachments = [Evidence("request"), Evidence("reply")],
    };

    private static AuditRecord Record(int sequence, AuditEntry entry) => Make.Bare with
    {
        Sequence = sequence,
        AtMicros = 1_795_247_412_000_000 + (sequence * 1000),
        OccurredMicros = 1_795_247_412_000_000 + (sequence * 1000),
        MonotonicMicros = 5_000_000 + (sequence * 1000),
        BootId = Make.LogId,
        Entry = entry,
    };
}
