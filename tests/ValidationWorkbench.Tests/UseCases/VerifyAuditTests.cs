using System.Text;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Tests.Verification;
using ValidationWorkbench.Verification;
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
        await records.AppendAsync(Records.TrialBatch(records, "C-2", position: 1));
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
        Assert.Equal((4L, records.ReadHead().Hash, 3L, AuditReport.Pass), (report.Records, report.Head, report.Evidence, report.Verdict));
        Assert.Equal((1L, 4L, report.Head), (report.First, report.Last, report.StoredHead));
        Assert.Equal(8, report.Rows);
    }

    [Fact]
    public async Task Empty_records_hold()
    {
        using var empty = new TemporaryFolder();
        await Records.Open(empty.Root).DisposeAsync();

        var report = await VerifyAsync(empty.Root);

        Assert.Equal((0L, new string('0', 64), 0L, true), (report.Records, report.Head, report.Evidence, report.Holds));
    }

    [Fact]
    public async Task An_altered_byte_of_evidence_is_found()
    {
        var path = folder.PathOf("evidence/000001.evidence");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.AsSpan().IndexOf("reply to C-2"u8)] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        Assert.Equal([$"Evidence: evidence {Sha256Hex.Of("reply to C-2")} in 000001.evidence: its bytes were altered, they have SHA-256 {Sha256Hex.Of("seply to C-2")}"], await FaultsAsync());
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

        var fault = Assert.Single((await VerifyAsync()).Faults);
        Assert.Equal((FaultClass.Column, 3L), (fault.Class, fault.Sequence));
        Assert.StartsWith($"column {column} is ", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Altered_bytes_of_a_record_break_its_hash_and_the_link_of_the_next()
    {
        Forge("update AuditRecords set Bytes = cast(replace(cast(Bytes as text), 'trial', 'trail') as blob) where Sequence = 3");

        Assert.Contains(await FaultsAsync(), fault => fault.StartsWith("record 3: Hash: stored hash ", StringComparison.Ordinal));
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

        Assert.StartsWith("record 4: Link: previous hash ", (await FaultsAsync()).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_record_leaves_a_gap()
    {
        Forge("delete from AuditRecords where Sequence = 3");

        Assert.Contains("record 3: Gap: expected sequence 3, found 4", await FaultsAsync());
    }

    [Fact]
    public async Task A_deleted_trial_is_found()
    {
        Forge("delete from Trials where CaseId = 'C-1'");

        Assert.Equal(["record 3: Missing: Trials: the record says that there is a row R-1/C-1/Candidate/1, but none is stored"], await FaultsAsync());
    }

    public static TheoryData<string, string> Columns()
    {
        var data = new TheoryData<string, string>();
        foreach (var (table, columns) in ColumnsOfTheModel())
        {
            foreach (var column in columns)
            {
                data.Add(table, column);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task An_altered_column_of_any_table_is_found(string table, string column)
    {
        await AssessAsync();
        Forge($"update {table} set {column} = case typeof({column}) when 'integer' then {column} + 100 when 'text' then {column} || 'x' when 'blob' then randomblob(length({column})) else 1 end where rowid = 1");

        Assert.NotEmpty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task An_assessment_that_was_altered_is_found()
    {
        await AssessAsync();
        Assert.Empty((await VerifyAsync()).Faults);
        Forge("update Assessments set Outcome = 'GO'");

        Assert.Equal(["record 5: Row: Assessments R-1/1: column Outcome is GO, the record says NO-GO"], await FaultsAsync());
    }

    [Fact]
    public async Task Counts_that_do_not_add_up_are_found()
    {
        await AssessAsync(passed: 1);

        Assert.Equal(["record 5: Arithmetic: run R-1: the outcomes add up to 1 and 2 are said to be planned, of 2 planned"], await FaultsAsync());
    }

    [Fact]
    public async Task A_run_that_is_completed_without_all_its_trials_is_found()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(Records.RunBatch(records, "R-2"));
            await records.AppendAsync(new RecordBatch(Records.Entry() with { Action = AuditAction.RunCompleted, EntityType = "run", EntityId = "R-2", RunId = "R-2" }) { RunMoves = ("R-2", RunState.Completed) });
        }

        Assert.Equal(["record 6: Arithmetic: run R-2: is completed with 0 finished trials of 2 planned"], await FaultsAsync());
    }

    [Fact]
    public async Task An_added_trial_is_found()
    {
        Records.Execute(folder.Root, "insert into Trials select RunId, CaseId, Role, 2, Position, Attempts, Answered, FinishedMicros from (select RunId, CaseId, Role, Position, Attempts, Answered, FinishedMicros from Trials where CaseId = 'C-1')");

        Assert.Equal(["Orphan: Trials R-1/C-1/Candidate/2: no record says that this row is there"], await FaultsAsync());
    }

    [Fact]
    public async Task Evidence_that_was_taken_out_of_the_records_is_found()
    {
        var sha256 = Sha256Hex.Of("reply to C-1");
        Forge($"delete from Evidence where Sha256 = '{sha256}'");

        Assert.Equal([$"record 3: Missing: Evidence: the record says that there is a row {sha256}, but none is stored"], await FaultsAsync());
    }

    [Fact]
    public async Task Evidence_that_no_record_names_is_found()
    {
        Records.Execute(folder.Root, $"insert into Evidence select '{Sha256Hex.Of("x")}', 1, 0, 0");

        Assert.Contains((await VerifyAsync()).Faults, fault => fault.Class == FaultClass.Orphan);
    }

    [Fact]
    public async Task What_no_record_names_within_an_evidence_file_is_said_and_no_fault()
    {
        await File.AppendAllTextAsync(folder.PathOf("evidence/000001.evidence"), "torn");

        var report = await VerifyAsync();

        Assert.Empty(report.Faults);
        Assert.StartsWith("evidence/000001.evidence: 4 bytes belong to no piece on record", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_later_process_stored_once_more_is_no_remark_but_bytes_beside_it_are()
    {
        await using (var records = Records.Open(folder.Root))
        {
            var again = records.Keep("reply to C-1"u8);
            await records.AppendAsync(new RecordBatch(Records.Entry() with { Attachments = [new AuditAttachment("again", again.Length, again.Sha256)] }) { Evidence = [again] });
            Assert.Equal(2, again.Segment);
        }

        // Of a piece that a record names nothing is left in the second file; the one put there once more counts as known.
        await using (var records = Records.Open(folder.Root))
        {
            var further = records.Keep("further"u8);
            records.Keep("reply to C-1"u8);
            await records.AppendAsync(new RecordBatch(Records.Entry() with { Attachments = [new AuditAttachment("further", further.Length, further.Sha256)] }) { Evidence = [further] });
        }

        Assert.DoesNotContain((await VerifyAsync()).Remarks, remark => remark.Contains("000003.evidence", StringComparison.Ordinal));

        await File.AppendAllTextAsync(folder.PathOf("evidence/000003.evidence"), "torn");
        Assert.Contains((await VerifyAsync()).Remarks, remark => remark.StartsWith("evidence/000003.evidence: 4 bytes belong to no piece", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("evidence/000001.evidence", FaultClass.Evidence)]
    [InlineData("../root.anchor", FaultClass.Anchor)]
    public async Task A_pipe_in_place_of_a_file_is_a_finding_and_is_not_waited_for(string name, FaultClass kind)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var path = folder.PathOf(name);
        File.Delete(path);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [path]))
        {
            await mkfifo.WaitForExitAsync();
        }

        var report = await VerifyAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Contains(report.Faults, fault => fault.Class == kind && fault.Detail.EndsWith("is a pipe, a socket or a device, and no file.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_class_of_faults_is_reported_with_its_first_sequence()
    {
        Forge("update AuditRecords set Reason = 'x' where Sequence >= 2");
        Forge("delete from Trials");
        File.Delete(folder.PathOf("evidence/000001.evidence"));

        Assert.Equal([(FaultClass.Column, 3L, (long?)2), (FaultClass.Missing, 2L, 3L), (FaultClass.Evidence, 3L, null)], (await VerifyAsync()).Classes);
    }

    [Fact]
    public async Task The_whole_model_is_compared_column_by_column()
    {
        await using var records = RecordsFolder.OpenForReading(folder.Root);
        using var database = new RecordsDatabase(folder.PathOf("workbench.db"));
        using var tables = new TableAudit(database, new FaultLog(), _ => string.Empty);
        var compared = tables.Columns.ToDictionary(entry => entry.Key, entry => string.Join(' ', entry.Value.Order(StringComparer.Ordinal)));
        compared["AuditRecords"] = string.Join(' ', TrailColumns.Names.Order(StringComparer.Ordinal));

        Assert.Equal(
            ColumnsOfTheModel().Select(entry => (entry.Table, string.Join(' ', entry.Columns))).OrderBy(entry => entry.Table, StringComparer.Ordinal),
            compared.Select(entry => (entry.Key, entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }

    private static List<(string Table, List<string> Columns)> ColumnsOfTheModel()
    {
        using var context = new WorkbenchDbContext(new DbContextOptionsBuilder<WorkbenchDbContext>().UseSqlite("Data Source=:memory:").Options);
        return [.. context.Model.GetEntityTypes().Select(type => (
            type.GetTableName()!, type.GetProperties().Select(property => property.GetColumnBaseName()).Order(StringComparer.Ordinal).ToList()))];
    }

    private async Task AssessAsync(int passed = 2)
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(Records.AssessmentBatch(records, passed));
    }

    private void Forge(string sql) => Records.Forge(folder.Root, sql);

    private async Task<WorkbenchDbContext> ReaderAsync()
    {
        await using var records = RecordsFolder.OpenForReading(folder.Root);
        return records.CreateReader();
    }

    private async Task<IEnumerable<string>> FaultsAsync() => (await VerifyAsync()).Faults.Select(fault => fault.ToString());

    private Task<AuditReport> VerifyAsync() => VerifyAsync(folder.Root);

    private static Task<AuditReport> VerifyAsync(string folder) => Verify.FolderAsync(folder);
}
