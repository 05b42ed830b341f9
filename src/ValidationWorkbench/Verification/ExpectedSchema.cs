using System.Text.RegularExpressions;

namespace ValidationWorkbench.Verification;

/// <summary>What the schema of the database must be, object by object, in a text of its own and not that of the writer.</summary>
internal static partial class ExpectedSchema
{
    /// <summary>Version of the tables (<c>user_version</c>).</summary>
    public const int Version = 4;

    private const string TablesAndIndexes = """
        CREATE TABLE "Assessments" (
            "RunId" TEXT NOT NULL,
            "Number" INTEGER NOT NULL,
            "PlanSha256" TEXT NOT NULL,
            "AtMicros" INTEGER NOT NULL,
            "Outcome" TEXT NOT NULL,
            "ResultsSha256" TEXT NOT NULL,
            "Tool" TEXT NOT NULL,
            "HeadSequence" INTEGER NOT NULL,
            "HeadHash" TEXT NOT NULL,
            "HeadRoot" TEXT NOT NULL,
            CONSTRAINT "PK_Assessments" PRIMARY KEY ("RunId", "Number")
        );
        CREATE TABLE "Attempts" (
            "RunId" TEXT NOT NULL,
            "CaseId" TEXT NOT NULL,
            "Role" TEXT NOT NULL,
            "Repeat" INTEGER NOT NULL,
            "Number" INTEGER NOT NULL,
            "StartedMicros" INTEGER NOT NULL,
            "LatencyMicros" INTEGER NOT NULL,
            "FirstTokenMicros" INTEGER NULL,
            "RequestSha256" TEXT NOT NULL,
            "ReplySha256" TEXT NULL,
            "HttpStatus" INTEGER NULL,
            "ServedModel" TEXT NULL,
            "SystemFingerprint" TEXT NULL,
            "ReplyId" TEXT NULL,
            "ServedBy" TEXT NULL,
            "FinishReason" TEXT NULL,
            "PromptTokens" INTEGER NOT NULL,
            "CompletionTokens" INTEGER NOT NULL,
            "CachedTokens" INTEGER NOT NULL,
            "Leaked" INTEGER NOT NULL,
            "Headers" TEXT NULL,
            "Fault" TEXT NULL,
            "TransportError" TEXT NULL,
            "Cancelled" INTEGER NOT NULL,
            CONSTRAINT "PK_Attempts" PRIMARY KEY ("RunId", "CaseId", "Role", "Repeat", "Number")
        );
        CREATE TABLE "AuditRecords" (
            "Sequence" INTEGER NOT NULL CONSTRAINT "PK_AuditRecords" PRIMARY KEY,
            "Bytes" BLOB NOT NULL,
            "Hash" BLOB NOT NULL,
            "PreviousHash" BLOB NOT NULL,
            "AtMicros" INTEGER NOT NULL,
            "ActorId" TEXT NOT NULL,
            "Action" TEXT NOT NULL,
            "EntityType" TEXT NOT NULL,
            "EntityId" TEXT NOT NULL,
            "RunId" TEXT NOT NULL,
            "Reason" TEXT NULL,
            CONSTRAINT "AuditRecords_Hash" CHECK (typeof(Hash) = 'blob' and length(Hash) = 32),
            CONSTRAINT "AuditRecords_PreviousHash" CHECK (typeof(PreviousHash) = 'blob' and length(PreviousHash) = 32)
        );
        CREATE TABLE "Evidence" (
            "Sha256" TEXT NOT NULL CONSTRAINT "PK_Evidence" PRIMARY KEY,
            "Segment" INTEGER NOT NULL,
            "Offset" INTEGER NOT NULL,
            "Length" INTEGER NOT NULL
        );
        CREATE TABLE "Runs" (
            "Id" TEXT NOT NULL CONSTRAINT "PK_Runs" PRIMARY KEY,
            "PlannedMicros" INTEGER NOT NULL,
            "Candidate" TEXT NOT NULL,
            "Baseline" TEXT NOT NULL,
            "ConfigurationSha256" TEXT NOT NULL,
            "Planned" INTEGER NOT NULL,
            "State" TEXT NOT NULL,
            "Outcome" TEXT NULL
        );
        CREATE TABLE "Trials" (
            "RunId" TEXT NOT NULL,
            "CaseId" TEXT NOT NULL,
            "Role" TEXT NOT NULL,
            "Repeat" INTEGER NOT NULL,
            "Position" INTEGER NOT NULL,
            "Attempts" INTEGER NOT NULL,
            "Answered" INTEGER NOT NULL,
            "FinishedMicros" INTEGER NOT NULL,
            CONSTRAINT "PK_Trials" PRIMARY KEY ("RunId", "CaseId", "Role", "Repeat")
        );
        CREATE INDEX "IX_AuditRecords_Action" ON "AuditRecords" ("Action");
        CREATE INDEX "IX_AuditRecords_ActorId" ON "AuditRecords" ("ActorId");
        CREATE INDEX "IX_AuditRecords_AtMicros" ON "AuditRecords" ("AtMicros");
        CREATE INDEX "IX_AuditRecords_EntityType_EntityId" ON "AuditRecords" ("EntityType", "EntityId");
        CREATE UNIQUE INDEX "IX_AuditRecords_Hash" ON "AuditRecords" ("Hash");
        CREATE UNIQUE INDEX "IX_AuditRecords_PreviousHash" ON "AuditRecords" ("PreviousHash");
        CREATE INDEX "IX_AuditRecords_RunId" ON "AuditRecords" ("RunId")
        """;

    private const string NextRecord = """
        CREATE TRIGGER AuditRecords_next before insert on AuditRecords begin
          select raise(abort, 'AuditRecords: not the next record') where new.Sequence is not (select coalesce(max(Sequence), 0) + 1 from AuditRecords)
            or new.PreviousHash is not coalesce((select Hash from AuditRecords order by Sequence desc limit 1), zeroblob(32));
        end
        """;

    /// <summary>Tables with a key of texts, for which SQLite keeps an index without a text.</summary>
    private static readonly string[] WithOwnIndex = ["Assessments", "Attempts", "Evidence", "Runs", "Trials"];

    private static readonly (string Table, string[] Key)[] Guarded =
    [
        ("AuditRecords", []),
        ("Trials", ["RunId", "CaseId", "Role", "Repeat"]),
        ("Attempts", ["RunId", "CaseId", "Role", "Repeat", "Number"]),
        ("Assessments", ["RunId", "Number"]),
        ("Evidence", ["Sha256"]),
    ];

    /// <summary>Texts as SQLite keeps them, by kind and name such as <c>table Runs</c>; empty where SQLite keeps none.</summary>
    public static IReadOnlyDictionary<string, string> Objects { get; } = Make();

    /// <summary>The same text, whatever the line ends of the system that created it.</summary>
    public static string Normalize(string sql) => sql.ReplaceLineEndings("\n");

    private static Dictionary<string, string> Make()
    {
        var objects = WithOwnIndex.ToDictionary(table => $"index sqlite_autoindex_{table}_1", _ => string.Empty, StringComparer.Ordinal);
        foreach (var sql in Normalize(TablesAndIndexes).Split(";\n").Append(Normalize(NextRecord)).Concat(Guarded.SelectMany(guarded => Guards(guarded.Table, guarded.Key))))
        {
            var head = Head().Match(sql);
            objects[$"{head.Groups[1].Value.ToLowerInvariant()} {head.Groups[2].Value}"] = sql;
        }

        return objects;
    }

    private static IEnumerable<string> Guards(string table, string[] key)
    {
        var refuse = $"select raise(abort, '{table} is append-only'); end";
        yield return $"CREATE TRIGGER {table}_no_update before update on {table} begin {refuse}";
        yield return $"CREATE TRIGGER {table}_no_delete before delete on {table} begin {refuse}";
        if (key.Length > 0)
        {
            var same = string.Join(" and ", key.Select(column => $"{column} = new.{column}"));
            yield return $"CREATE TRIGGER {table}_no_replace before insert on {table} when exists (select 1 from {table} where {same}) begin {refuse}";
        }
    }

    [GeneratedRegex("^CREATE (?:UNIQUE )?(TABLE|INDEX|TRIGGER) \"?(\\w+)\"?")]
    private static partial Regex Head();
}
