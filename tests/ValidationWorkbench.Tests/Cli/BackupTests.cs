using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restored_store_has_the_head_of_the_backup_and_verifies()
    {
        await FillAsync();

        var backup = await RunAsync("backup", In("backup"), "--records", In("records"));
        var head = HeadOf("records");
        var restored = await RunAsync("restore", In("backup"), "--reason", "loss", "--records", In("elsewhere"), "--verify");

        Assert.Equal((0, string.Empty), (backup.ExitCode, backup.Error));
        Assert.Contains($"head     {head.Hash}", backup.Output, StringComparison.Ordinal);
        Assert.Contains($"head     {head.Hash}, the same as in the backup", restored.Error, StringComparison.Ordinal);
        Assert.Contains("restored.json says by whom and why", restored.Output, StringComparison.Ordinal);
        Assert.Equal(0, restored.ExitCode);
        Assert.Equal(head, HeadOf("elsewhere"));
        Assert.Equal(AuditAction.BackedUp, Records.Text(In("elsewhere"), "select Action from AuditRecords order by Sequence desc limit 1"));
        Assert.Equal("reply to C-1", Encoding.UTF8.GetString(await EvidenceAsync("elsewhere", Sha256Hex.Of("reply to C-1"))));
        Assert.Equal(File.ReadAllBytes(In("records.anchor")), File.ReadAllBytes(In("elsewhere.anchor")));
        Assert.DoesNotContain(Directory.EnumerateFiles(In("backup"), "*", SearchOption.AllDirectories), file => file.EndsWith(".key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_loss_the_records_come_back_to_their_place_and_go_on()
    {
        await FillAsync();
        await RunAsync("backup", In("backup"), "--records", In("records"));
        var head = HeadOf("records");
        Directory.Delete(In("records"), recursive: true);

        Assert.Equal(0, (await RunAsync("restore", In("backup"), "--reason", "loss", "--records", In("records"))).ExitCode);

        await using (var records = Records.Open(In("records")))
        {
            // The restore goes on record with what is written next.
            Assert.Equal(head.Records + 2, (await records.AppendAsync(new RecordBatch(Records.Entry()))).Records);
        }

        await using (var records = Records.Open(In("records")))
        {
            Assert.Equal(head.Records + 3, (await records.AppendAsync(new RecordBatch(Records.Entry()))).Records);
        }

        Assert.Equal("restored loss tester", Records.Text(In("records"), $"select Action || ' ' || Reason || ' ' || ActorId from AuditRecords where Sequence = {head.Records + 1}"));
    }

    [Fact]
    public async Task A_restore_never_overwrites()
    {
        await FillAsync();
        await RunAsync("backup", In("backup"), "--records", In("records"));
        var before = HeadOf("records");

        var refused = await RunAsync("restore", In("backup"), "--reason", "loss", "--records", In("records"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("a restore never overwrites anything", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, HeadOf("records"));
    }

    [Theory]
    [InlineData("workbench.db")]
    [InlineData("evidence/000001.evidence")]
    [InlineData("anchor")]
    public async Task An_altered_backup_is_refused_and_restores_nothing(string file)
    {
        await FillAsync();
        await RunAsync("backup", In("backup"), "--records", In("records"));
        var bytes = File.ReadAllBytes(In($"backup/{file}"));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(In($"backup/{file}"), bytes);

        var refused = await RunAsync("restore", In("backup"), "--reason", "loss", "--records", In("elsewhere"));

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains($"{file} of the backup was altered", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("elsewhere")));
        Assert.False(Directory.Exists(In("elsewhere.restoring")));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("evidence/000009.evidence")]
    public async Task A_backup_with_a_file_that_its_manifest_does_not_name_is_refused(string file)
    {
        await FillAsync();
        await RunAsync("backup", In("backup"), "--records", In("records"));
        folder.Write($"backup/{file}", "x");

        var refused = await RunAsync("restore", In("backup"), "--reason", "loss", "--records", In("elsewhere"));

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains($"the backup holds {file}, which its manifest does not name", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("elsewhere")));
    }

    [Fact]
    public async Task A_backup_into_a_folder_in_use_or_within_the_records_is_refused_on_record()
    {
        await FillAsync();
        folder.Write("used/file", "x");

        var used = await RunAsync("backup", In("used"), "--records", In("records"));
        var within = await RunAsync("backup", In("records/backup"), "--records", In("records"));

        Assert.Equal((2, 2), (used.ExitCode, within.ExitCode));
        Assert.Contains("a backup is made into an empty folder", used.Error, StringComparison.Ordinal);
        Assert.Contains("lie within one another", within.Error, StringComparison.Ordinal);
        Assert.Equal("2", Records.Text(In("records"), "select count(*) from AuditRecords where Action = 'refused' and Reason like 'back up the records to%'"));
    }

    [Fact]
    public async Task A_manifest_cannot_write_outside_of_the_records()
    {
        await FillAsync();
        await RunAsync("backup", In("backup"), "--records", In("records"));
        var manifest = File.ReadAllText(In("backup/backup.json"));
        File.WriteAllText(In("backup/backup.json"), manifest.Replace("evidence/000001.evidence", "evidence/../../../x", StringComparison.Ordinal));

        Assert.Equal(3, (await RunAsync("restore", In("backup"), "--reason", "loss", "--records", In("elsewhere"))).ExitCode);
        Assert.Equal(2, (await RunAsync("restore", In("nothing"), "--reason", "loss", "--records", In("elsewhere"))).ExitCode);
    }

    private string In(string name) => folder.PathOf(name);

    private async Task FillAsync()
    {
        await using var records = Records.Open(In("records"));
        await records.AppendAsync(Records.RunBatch(records));
        await records.AppendAsync(Records.TrialBatch(records, "C-1"));
    }

    private LedgerHead HeadOf(string name)
    {
        using var records = new Reader(In(name));
        return records.Folder.ReadHead();
    }

    private async Task<byte[]> EvidenceAsync(string name, string sha256)
    {
        await using var records = RecordsFolder.OpenForReading(In(name));
        return records.ReadEvidence(sha256);
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        new CommandRun { NewId = Guid.NewGuid, Clock = new SettableClock(), Facts = Records.Host }.RunAsync(arguments);

    private sealed class Reader(string path) : IDisposable
    {
        public RecordsFolder Folder { get; } = RecordsFolder.OpenForReading(path);

        public void Dispose() => Folder.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
