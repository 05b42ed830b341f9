using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class RecordsFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_folder_is_set_up_and_empty()
    {
        var path = folder.PathOf("deep/records");
        await using var records = Records.Open(path);

        Assert.True(File.Exists(Path.Combine(path, "workbench.db")));
        Assert.Equal(LedgerHead.Empty, records.ReadHead());
        Assert.Equal(path, records.Folder);
    }

    [Fact]
    public async Task What_a_first_start_left_that_was_cut_off_is_explained_and_finished_by_the_next()
    {
        folder.Write("workbench.db", "");
        const string message = "a first start was cut off before it had set ";

        Assert.Contains(message, Faults.OnlyOf(() => RecordsFolder.OpenForReading(folder.Root)), StringComparison.Ordinal);
        Assert.Contains(message, (await Assert.ThrowsAsync<InputException>(() => Verify.FolderAsync(folder.Root))).Message, StringComparison.Ordinal);

        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        // Emptied later it is no first start: the anchor tells.
        folder.Write("workbench.db", "");
        Assert.False((await Verify.FolderAsync(folder.Root)).Holds);
    }

    [Fact]
    public async Task The_first_record_says_that_the_log_was_created()
    {
        await using var records = Records.Open(folder.Root);
        var head = await records.AppendAsync(new RecordBatch(Records.Entry()));

        using var context = records.CreateReader();
        var stored = context.AuditRecords.OrderBy(record => record.Sequence).ToList();
        Assert.Equal([AuditAction.LogCreated, AuditAction.Refused], stored.Select(record => record.Action));
        Assert.Equal(Records.LogId, AuditRecordReader.Read(stored[0].Bytes).LogId);
        Assert.Equal(new LedgerHead(2, Convert.ToHexStringLower(stored[1].Hash), Convert.ToHexStringLower(MerkleTree.Root(stored.Select(record => record.Hash)))), head);
        Assert.Equal(head, records.ReadHead());
    }

    [Fact]
    public async Task What_was_appended_is_read_back_after_reopening_and_the_log_goes_on()
    {
        LedgerHead before;
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()) { NewRun = Records.Run() });
            before = await records.AppendAsync(Records.TrialBatch(records, "C-1"));
        }

        await using (var records = RecordsFolder.OpenForWriting(folder.Root, new SettableClock(), Records.Host, Guid.NewGuid))
        {
            Assert.Equal(before, records.ReadHead());
            Assert.Equal("reply to C-1"u8, records.ReadEvidence(Sha256Hex.Of("reply to C-1")));
            var after = await records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("R-1", RunState.Executing) });
            Assert.Equal(before.Records + 1, after.Records);
        }

        await using var reader = RecordsFolder.OpenForReading(folder.Root);
        using var context = reader.CreateReader();
        Assert.Equal(Records.Trial("C-1"), Assert.Single(context.Trials));
        Assert.Equal(Records.Attempt("C-1") with { RequestSha256 = Sha256Hex.Of("reply to C-1") }, Assert.Single(context.Attempts));
        Assert.Equal(RunState.Executing, Assert.Single(context.Runs).State);
        Assert.Single(context.AuditRecords.AsEnumerable().Select(record => AuditRecordReader.Read(record.Bytes).LogId).Distinct());
        Assert.Empty(Chain.FaultsIn(reader));
    }

    [Fact]
    public async Task A_second_writer_is_refused_while_the_first_is_there()
    {
        await using (Records.Open(folder.Root))
        {
            Assert.Equal(
                $"{folder.Root}: is in use by another process that writes to it. Wait until it has finished, or name another folder with --records.",
                Faults.OnlyOf(() => Records.Open(folder.Root)));
        }

        await using var next = Records.Open(folder.Root);
        Assert.Equal(0, next.ReadHead().Records);
    }

    [Fact]
    public async Task A_second_writer_that_may_wait_says_so_and_takes_its_turn()
    {
        var said = new List<string>();
        var first = Records.Open(folder.Root);
        var second = Task.Run(() => RecordsFolder.OpenForWriting(folder.Root, new SettableClock(), Records.Host, Guid.NewGuid, new WriterWait(TimeSpan.FromSeconds(20), said.Add)));
        while (said.Count == 0)
        {
            await Task.Delay(5);
        }

        var head = await first.AppendAsync(new RecordBatch(Records.Entry()));
        await first.DisposeAsync();
        await using var next = await second;

        Assert.Equal([$"another process writes to {folder.Root}; waiting up to 20 s for it to finish."], said);
        Assert.Equal(head.Records + 1, (await next.AppendAsync(new RecordBatch(Records.Entry()))).Records);
    }

    [Fact]
    public async Task Any_number_may_read_while_one_writes()
    {
        await using var writer = Records.Open(folder.Root);
        await using var one = RecordsFolder.OpenForReading(folder.Root);
        await using var two = RecordsFolder.OpenForReading(folder.Root);
        var head = await writer.AppendAsync(new RecordBatch(Records.Entry()));

        Assert.Equal(head, one.ReadHead());
        Assert.Equal(head, two.ReadHead());
    }

    [Fact]
    public async Task A_commit_that_a_crash_cut_short_is_rolled_back_before_reading()
    {
        await using (var records = Records.Open(folder.PathOf("whole")))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        // A copy taken in the middle of a large transaction is what a crash leaves: changed pages in the file, their old content in the journal.
        Directory.CreateDirectory(folder.PathOf("crashed"));
        using (var connection = new SqliteConnection($"Data Source={folder.PathOf("whole/workbench.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                pragma cache_size = 2;
                begin immediate;
                create table Filling (Bytes blob);
                insert into Filling with recursive Numbers(N) as (select 1 union all select N + 1 from Numbers where N < 200) select randomblob(3000) from Numbers;
                """;
            command.ExecuteNonQuery();
            File.Copy(folder.PathOf("whole/workbench.db"), folder.PathOf("crashed/workbench.db"));
            File.Copy(folder.PathOf("whole/workbench.db-journal"), folder.PathOf("crashed/workbench.db-journal"));
        }

        await using var reader = RecordsFolder.OpenForReading(folder.PathOf("crashed"));

        Assert.Equal(2, reader.ReadHead().Records);
        Assert.False(File.Exists(folder.PathOf("crashed/workbench.db-journal")));
    }

    [Fact]
    public async Task Records_opened_for_reading_cannot_be_written()
    {
        await Records.Open(folder.Root).DisposeAsync();
        await using var reader = RecordsFolder.OpenForReading(folder.Root);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => reader.AppendAsync(new RecordBatch(Records.Entry())));
        Assert.Equal("The records were opened for reading.", exception.Message);
    }

    [Fact]
    public void A_folder_without_records_cannot_be_read() => Assert.Equal(
        $"{folder.Root}: holds no records (no workbench.db). Name the folder of your runs with --records.", Faults.OnlyOf(() => RecordsFolder.OpenForReading(folder.Root)));

    [Fact]
    public void A_folder_that_is_a_file_is_refused()
    {
        var path = folder.Write("records", "x");

        var fault = Faults.OnlyOf(() => Records.Open(path));
        Assert.StartsWith($"{path}: cannot be written: ", fault, StringComparison.Ordinal);
        Assert.EndsWith(" Choose another folder with --records.", fault, StringComparison.Ordinal);
    }
}
