using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>
/// Real records of ten, anchored after every commit, with one issued package; and somebody who can write every file: who knows the formats, takes the
/// guards away for a moment, and hashes again what was changed.
/// </summary>
internal sealed class AttackedRecords : IAsyncDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly SettableClock clock = new();

    public string Folder => temporary.PathOf("records");

    public string Anchor => temporary.PathOf("records.anchor");

    /// <summary>Where no verification looks unless it is told to.</summary>
    public string Packages => temporary.PathOf("issued");

    /// <summary>Puts the packages where a verification looks by itself.</summary>
    public void MovePackagesBeside() => Directory.Move(Packages, temporary.PathOf("packages"));

    public string PathOf(string name) => temporary.PathOf(name);

    public static async Task<AttackedRecords> CreateAsync()
    {
        var records = new AttackedRecords();
        await records.FillAsync(records.Folder);
        return records;
    }

    /// <summary>Writes the ten records: creation, plan, two trials, assessment, documents, and four more.</summary>
    public async Task FillAsync(string folder, string lastEntity = "E-10")
    {
        await using var records = Records.Open(folder, clock);
        await records.AppendAsync(Records.RunBatch(records));
        await records.AppendAsync(Records.TrialBatch(records, "C-1"));
        await records.AppendAsync(Records.TrialBatch(records, "C-2", position: 1));
        await records.AppendAsync(Records.AssessmentBatch(records));
        var head = await records.AppendAsync(new RecordBatch(Records.Entry("R-1") with
        {
            Action = AuditAction.DocumentsIssued,
            EntityType = "run",
            RunId = "R-1",
            Attachments = [new AuditAttachment("report.txt", 6, Sha256Hex.Of("report"))],
        }));
        Directory.CreateDirectory(Path.Combine(Packages, "R-1"));
        await File.WriteAllTextAsync(Path.Combine(Packages, "R-1", "report.txt"), "report");
        await File.WriteAllTextAsync(Path.Combine(Packages, "R-1", "manifest.json"), JsonSerializer.Serialize(new
        {
            files = new[] { new { path = "report.txt", length = 6, sha256 = Sha256Hex.Of("report") } },
            audit = new { records = head.Records, head = head.Hash, root = head.Root },
        }));
        foreach (var id in new[] { "E-7", "E-8", "E-9", lastEntity })
        {
            clock.Now += TimeSpan.FromSeconds(1);
            await records.AppendAsync(new RecordBatch(Records.Entry(id)));
        }
    }

    /// <summary>The verification with the anchor beside the records.</summary>
    public Task<AuditReport> VerifyAsync(string? publicKey = null, bool packages = false) =>
        Verify.FolderAsync(Folder, Anchor, publicKey, packages ? Packages : null);

    /// <summary>The verification by somebody who has the records alone.</summary>
    public async Task<AuditReport> VerifyWithoutAnchorAsync()
    {
        File.Move(Anchor, Anchor + ".away");
        var report = await Verify.FolderAsync(Folder);
        File.Move(Anchor + ".away", Anchor);
        return report;
    }

    /// <inheritdoc cref="Records.Forge"/>
    public void Forge(params string[] statements) => Records.Forge(Folder, statements);

    /// <summary>All records as they are stored.</summary>
    public List<AuditRecord> Read()
    {
        using var context = Context();
        return [.. context.AuditRecords.OrderBy(record => record.Sequence).AsEnumerable().Select(record => AuditRecordReader.Read(record.Bytes))];
    }

    public List<byte[]> Leaves()
    {
        using var context = Context();
        return [.. context.AuditRecords.OrderBy(record => record.Sequence).Select(record => record.Hash)];
    }

    /// <summary>Stores other records in place of all: numbered, linked and hashed again, so that nothing within them contradicts anything.</summary>
    public void Replace(IEnumerable<AuditRecord> records, bool renumber = true)
    {
        var previous = AuditChain.Start;
        var statements = new List<string> { "delete from AuditRecords" };
        var sequence = 0L;
        foreach (var record in records)
        {
            sequence++;
            var stored = StoredAuditRecord.From(record with { Sequence = renumber ? sequence : record.Sequence, PreviousHash = previous });
            previous = stored.Hash;
            statements.Add(
                "insert into AuditRecords (Sequence, Bytes, Hash, PreviousHash, AtMicros, ActorId, Action, EntityType, EntityId, RunId, Reason) values (" +
                FormattableString.Invariant($"{stored.Sequence}, {Blob(stored.Bytes)}, {Blob(stored.Hash)}, {Blob(stored.PreviousHash)}, {stored.AtMicros}, ") +
                $"{Text(stored.ActorId)}, {Text(stored.Action)}, {Text(stored.EntityType)}, {Text(stored.EntityId)}, {Text(stored.RunId)}, {Text(stored.Reason)})");
        }

        Forge([.. statements]);
    }

    /// <summary>A signer with the key that lies beside the anchor.</summary>
    public TestAnchor StealKey() => new(Records.LogId, File.ReadAllText(Anchor + ".key"));

    /// <summary>Notes of the anchor, each with its empty line.</summary>
    public List<string> Notes() => [.. File.ReadAllText(Anchor).Split("\n\nvalidation-workbench/").Select((note, i) => (i == 0 ? note : $"validation-workbench/{note}").TrimEnd('\n') + "\n\n")];

    public async ValueTask DisposeAsync()
    {
        await Task.CompletedTask;
        temporary.Dispose();
    }

    private WorkbenchDbContext Context() => RecordsFolder.OpenForReading(Folder).CreateReader();

    private static string Blob(byte[] bytes) => $"x'{Convert.ToHexString(bytes)}'";

    private static string Text(string? text) => text is null ? "null" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
