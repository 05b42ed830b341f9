using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class LedgerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_of_a_failed_batch_is_stored_and_the_log_goes_on()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()) { NewRun = Records.Run() });
        var before = await records.AppendAsync(Records.TrialBatch(records, "C-1"));

        var twice = Records.TrialBatch(records, "C-1") with { Evidence = [records.Keep("never stored"u8)] };
        await Assert.ThrowsAsync<SqliteException>(() => records.AppendAsync(twice));

        Assert.Equal(before, records.ReadHead());
        Assert.Equal(1, Records.Count(folder.Root, "Evidence"));
        Assert.Equal(1, Records.Count(folder.Root, "Attempts"));
        var after = await records.AppendAsync(Records.TrialBatch(records, "C-2"));
        Assert.Equal(before.Records + 1, after.Records);
        Assert.Empty(Chain.FaultsIn(records));
    }

    [Fact]
    public async Task Evidence_of_a_failed_batch_can_be_stored_with_a_later_one()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()) { Trial = Records.Trial("C-1") });
        var evidence = records.Keep("late"u8);
        await Assert.ThrowsAsync<SqliteException>(() => records.AppendAsync(new RecordBatch(Records.Entry()) { Trial = Records.Trial("C-1"), Evidence = [evidence] }));

        await records.AppendAsync(new RecordBatch(Records.Entry()) { Evidence = [records.Keep("late"u8)] });

        Assert.Equal("late"u8, records.ReadEvidence(Sha256Hex.Of("late")));
    }

    [Fact]
    public async Task A_record_that_cannot_be_written_down_stops_nothing_else()
    {
        await using var records = Records.Open(folder.Root);
        var before = await records.AppendAsync(new RecordBatch(Records.Entry()));

        await Assert.ThrowsAsync<ArgumentException>(() => records.AppendAsync(new RecordBatch(Records.Entry("a\0b"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("none", RunState.Executing) }));

        Assert.Equal(before, records.ReadHead());
        Assert.Equal(before.Records + 1, (await records.AppendAsync(new RecordBatch(Records.Entry()))).Records);
    }

    [Fact]
    public async Task A_run_never_goes_back_to_an_earlier_state()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()) { NewRun = Records.Run() });
        await records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("R-1", RunState.Completed) });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("R-1", RunState.Executing) }));

        Assert.Equal("Run R-1 is Completed; it cannot become Executing.", exception.Message);
    }

    [Fact]
    public async Task One_callers_mistake_fails_that_caller_alone()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()));

        // Handed in together, they are stored as one group.
        var pending = Enumerable.Range(0, 50).Select(i => records.AppendAsync(new RecordBatch(Records.Entry(i == 25 ? "a\0b" : "good")))).ToList();
        await Assert.ThrowsAsync<ArgumentException>(() => Task.WhenAll(pending));

        Assert.Equal([25], pending.Index().Where(item => item.Item.IsFaulted).Select(item => item.Index));
        Assert.Equal(51, records.ReadHead().Records);
        Assert.Empty(Chain.FaultsIn(records));
    }

    [Fact]
    public async Task Every_column_of_the_model_is_stored_by_the_prepared_inserts()
    {
        await using var records = Records.Open(folder.Root);
        var attempt = new Attempt
        {
            RunId = "R-1",
            CaseId = "C-1",
            Role = ModelRole.Baseline,
            Repeat = 3,
            Number = 2,
            StartedMicros = 4,
            LatencyMicros = 5,
            RequestSha256 = "q",
            ReplySha256 = "r",
            HttpStatus = 503,
            ServedModel = "m",
            SystemFingerprint = "f",
            ReplyId = "i",
            ServedBy = "b",
            FirstTokenMicros = 3,
            CachedTokens = 2,
            Leaked = true,
            Headers = """{"server":"s"}""",
            FinishReason = "stop",
            PromptTokens = 6,
            CompletionTokens = 7,
            Fault = "x",
            TransportError = "t",
            Cancelled = true,
        };
        await records.AppendAsync(new RecordBatch(Records.Entry()) { Attempt = attempt, Trial = Records.Trial("C-1") with { Position = 8, Attempts = 2, Answered = false } });

        using var context = records.CreateReader();
        Assert.Equal(attempt, Assert.Single(context.Attempts));
        Assert.Equal(Records.Trial("C-1") with { Position = 8, Attempts = 2, Answered = false }, Assert.Single(context.Trials));
        foreach (var (type, columns) in new[] { (typeof(StoredAuditRecord), RecordStatements.RecordColumns), (typeof(Attempt), RecordStatements.AttemptColumns), (typeof(Trial), RecordStatements.TrialColumns),
            (typeof(Run), RecordStatements.RunColumns), (typeof(AssessmentEntry), RecordStatements.AssessmentColumns) })
        {
            Assert.Equal(context.Model.FindEntityType(type)!.GetProperties().Select(property => property.Name).Order(), columns.Order());
        }
    }

    [Fact]
    public async Task The_tables_that_are_created_are_those_of_the_model()
    {
        await using var records = Records.Open(folder.Root);

        using var context = records.CreateReader();
        Assert.Equal(context.Database.GenerateCreateScript().ReplaceLineEndings().Trim(), DatabaseSchema.Tables().ReplaceLineEndings().Trim());
    }

    [Fact]
    public async Task A_run_is_read_as_it_was_stored_and_moved()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(Records.RunBatch(records));
        await records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("R-1", RunState.Completed) });
        await records.AppendAsync(Records.AssessmentBatch(records));

        using var context = records.CreateReader();
        Assert.Equivalent(Assert.Single(context.Runs), records.FindRun("R-1"), strict: true);
        Assert.Equal((RunState.Assessed, Assert.Single(context.Assessments).Outcome), (records.FindRun("R-1")!.State, records.FindRun("R-1")!.Outcome));
        Assert.Null(records.FindRun("R-2"));
    }

    [Fact]
    public async Task A_run_does_not_go_back_and_nothing_of_the_batch_is_stored()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(Records.RunBatch(records));
        await records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("R-1", RunState.Completed) });
        var head = records.ReadHead();

        await Assert.ThrowsAsync<InvalidOperationException>(() => records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("R-1", RunState.Executing) }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => records.AppendAsync(new RecordBatch(Records.Entry()) { RunMoves = ("R-2", RunState.Executing) }));

        Assert.Equal((head, RunState.Completed), (records.ReadHead(), records.FindRun("R-1")!.State));
    }

    [Fact]
    public async Task Finished_trials_are_counted_by_their_answers()
    {
        await using var records = Records.Open(folder.Root);
        foreach (var (id, answered) in new[] { ("C-1", true), ("C-2", false), ("C-3", true) })
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()) { Trial = Records.Trial(id) with { Answered = answered } });
        }

        Assert.Equal((2, 1), records.CountTrials("R-1"));
        Assert.Equal((0, 0), records.CountTrials("R-2"));
    }

    [Fact]
    public async Task Ten_thousand_appends_from_eight_threads_make_one_chain_without_gaps()
    {
        await using var records = Records.Open(folder.Root);
        var heads = new LedgerHead[8 * 1250];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
        {
            var pending = Enumerable.Range(thread * 1250, 1250).Select(async i => heads[i] = await records.AppendAsync(Records.TrialBatch(records, $"C-{i}"))).ToList();
            await Task.WhenAll(pending);
        })));

        Assert.Equal(Enumerable.Range(2, 10_000).Select(sequence => (long)sequence), heads.Select(head => head.Records).Order());
        Assert.Equal(10_001, Records.Count(folder.Root, "AuditRecords"));
        Assert.Equal(10_000, Records.Count(folder.Root, "Trials"));
        Assert.Equal(heads.MaxBy(head => head.Records), records.ReadHead());
        Assert.Empty(Chain.FaultsIn(records));
    }

    [Fact]
    public async Task Every_append_that_was_handed_in_is_stored_before_the_folder_closes()
    {
        var records = Records.Open(folder.Root);
        var pending = Enumerable.Range(0, 300).Select(_ => records.AppendAsync(new RecordBatch(Records.Entry()))).ToList();
        await records.DisposeAsync();

        Assert.All(pending, task => Assert.True(task.IsCompletedSuccessfully));
        Assert.Equal(301, Records.Count(folder.Root, "AuditRecords"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => records.AppendAsync(new RecordBatch(Records.Entry())));
    }
}
