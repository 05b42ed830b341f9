using System.Text;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Whoever can write the files can take the triggers away; the verification must still find what was done.</summary>
public sealed class VerifyAuditTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public async Task InitializeAsync()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(Records.RunBatch(records));
        await records.AppendAsync(Records.TrialBatch(records, "C-1"));
        await records.AppendAsync(Records.TrialBatch(records, "C-2"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Untouched_records_hold()
    {
        var report = await VerifyAsync();

        Assert.Empty(report.Faults);
        Assert.True(report.Holds);
        await using var records = RecordsFolder.OpenForReading(folder.Root);
        Assert.Equal((4L, records.ReadHead().Hash, 3), (report.Records, report.Head, report.Evidence));
    }

    [Fact]
    public async Task Empty_records_hold()
    {
        using var empty = new TemporaryFolder();
        await Records.Open(empty.Root).DisposeAsync();

        var report = await VerifyAsync(empty.Root);

        Assert.Equal((0L, new string('0', 64), 0, true), (report.Records, report.Head, report.Evidence, report.Holds));
    }

    [Fact]
    public async Task An_altered_byte_of_evidence_is_found()
    {
        var path = folder.PathOf("evidence/000001.evidence");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.AsSpan().IndexOf("reply to C-2"u8)] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        Assert.Equal([$"evidence {Sha256Hex.Of("reply to C-2")} in {path} was altered: its bytes have SHA-256 {Sha256Hex.Of("seply to C-2")}."], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_missing_evidence_file_is_found_for_every_piece_in_it()
    {
        File.Delete(folder.PathOf("evidence/000001.evidence"));

        Assert.Equal(3, (await VerifyAsync()).Faults.Count);
    }

    [Theory]
    [InlineData("AtMicros = AtMicros + 1", "AtMicros")]
    [InlineData("ActorId = 'somebody'", "ActorId")]
    [InlineData("Action = 'refused'", "Action")]
    [InlineData("EntityType = 'case'", "EntityType")]
    [InlineData("EntityId = 'C-9/Candidate/1'", "EntityId")]
    [InlineData("RunId = 'R-2'", "RunId")]
    [InlineData("Reason = 'because'", "Reason")]
    [InlineData("PreviousHash = randomblob(32)", "PreviousHash")]
    public async Task An_altered_column_of_a_record_is_found(string change, string column)
    {
        Forge($"update AuditRecords set {change} where Sequence = 3");

        Assert.Equal([$"record 3: Column: column {column} differs from the record's bytes"], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Altered_bytes_of_a_record_break_its_hash_and_the_link_of_the_next()
    {
        Forge("update AuditRecords set Bytes = cast(replace(cast(Bytes as text), 'trial', 'trail') as blob) where Sequence = 3");

        Assert.Contains((await VerifyAsync()).Faults, fault => fault.StartsWith("record 3: Hash: stored hash ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_that_was_rewritten_with_its_hash_breaks_the_link_of_the_next()
    {
        using (var context = await ReaderAsync())
        {
            var stored = context.AuditRecords.Single(record => record.Sequence == 3);
            var forged = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(stored.Bytes).Replace("ValidationWorkbench 0.0.0", "ValidationWorkbench 9.9.9", StringComparison.Ordinal));
            var hash = Convert.ToHexString(ValidationWorkbench.Audit.AuditChain.Hash(forged));
            Forge($"update AuditRecords set Bytes = x'{Convert.ToHexString(forged)}', Hash = x'{hash}' where Sequence = 3");
        }

        Assert.StartsWith("record 4: Link: previous hash ", Assert.Single((await VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_record_leaves_a_gap()
    {
        Forge("delete from AuditRecords where Sequence = 3");

        Assert.Contains("record 4: Gap: expected sequence 3, found 4", (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_deleted_trial_is_found()
    {
        Forge("delete from Trials where CaseId = 'C-1'");

        Assert.Equal(["trial R-1 C-1/Candidate/1 True: the audit trail says so, but no such row is stored"], (await VerifyAsync()).Faults);
    }

    [Theory]
    [InlineData("update Attempts set LatencyMicros = 7 where CaseId = 'C-1'", "attempt R-1 C-1/Candidate/1 ")]
    [InlineData("update Attempts set ServedModel = 'other' where CaseId = 'C-2'", "attempt R-1 C-2/Candidate/1 ")]
    [InlineData("delete from Attempts where CaseId = 'C-2'", "attempt R-1 C-2/Candidate/1 ")]
    [InlineData("update Trials set Answered = 0 where CaseId = 'C-1'", "trial R-1 C-1/Candidate/1 ")]
    [InlineData("update Runs set ConfigurationSha256 = 'x'", "run R-1 ")]
    public async Task A_row_that_differs_from_its_record_is_found(string change, string row)
    {
        Forge(change);

        Assert.Contains((await VerifyAsync()).Faults, fault => fault.StartsWith(row, StringComparison.Ordinal) && fault.EndsWith("no such row is stored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_added_trial_is_found()
    {
        Records.Execute(folder.Root, "insert into Trials select RunId, CaseId, Role, 2, Position, Attempts, Answered, FinishedMicros from (select RunId, CaseId, Role, Position, Attempts, Answered, FinishedMicros from Trials where CaseId = 'C-1')");

        Assert.Equal(["trial R-1 C-1/Candidate/2 True: this row has no audit record that says the same"], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Evidence_that_was_taken_out_of_the_records_is_found()
    {
        var sha256 = Sha256Hex.Of("reply to C-1");
        Forge($"delete from Evidence where Sha256 = '{sha256}'");

        Assert.Equal([$"evidence {sha256} is named in the audit trail, but not in the records"], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Every_fault_is_reported_and_not_only_the_first()
    {
        Forge("update AuditRecords set Reason = 'x' where Sequence = 2");
        Forge("delete from Trials");
        File.Delete(folder.PathOf("evidence/000001.evidence"));

        Assert.Equal(6, (await VerifyAsync()).Faults.Count);
    }

    private void Forge(string sql)
    {
        Records.DropTriggers(folder.Root);
        Records.Execute(folder.Root, sql);
    }

    private async Task<WorkbenchDbContext> ReaderAsync()
    {
        await using var records = RecordsFolder.OpenForReading(folder.Root);
        return records.CreateReader();
    }

    private Task<AuditReport> VerifyAsync() => VerifyAsync(folder.Root);

    private static async Task<AuditReport> VerifyAsync(string folder)
    {
        await using var records = RecordsFolder.OpenForReading(folder);
        return await new VerifyAuditHandler(records).Handle(new VerifyAudit(), CancellationToken.None);
    }
}
