using Microsoft.Data.Sqlite;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>What the database itself refuses, whoever asks.</summary>
public sealed class AppendOnlyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("AuditRecords")]
    [InlineData("Trials")]
    [InlineData("Attempts")]
    [InlineData("Assessments")]
    [InlineData("Evidence")]
    public async Task Rows_can_be_neither_changed_nor_deleted_nor_replaced(string table)
    {
        await FillAsync();
        var column = table switch { "AuditRecords" => "Action", "Evidence" => "Segment", _ => "RunId" };

        Refuses($"update {table} set {column} = 'forged'", $"{table} is append-only");
        Refuses($"delete from {table}", $"{table} is append-only");
        Refuses($"pragma recursive_triggers = on; insert or replace into {table} select * from {table}", table == "AuditRecords" ? "AuditRecords: not the next record" : $"{table} is append-only");
        Assert.True(Records.Count(folder.Root, table) > 0);
    }

    [Fact]
    public async Task A_record_can_neither_be_skipped_nor_put_in_between_nor_linked_elsewhere()
    {
        await FillAsync();
        var last = Records.Count(folder.Root, "AuditRecords");
        const string columns = "Bytes, randomblob(32), {0}, AtMicros, ActorId, Action, EntityType, EntityId, RunId, Reason from AuditRecords where Sequence = ";
        string Insert(long sequence, string previous) => "insert into AuditRecords (Sequence, Bytes, Hash, PreviousHash, AtMicros, ActorId, Action, EntityType, EntityId, RunId, Reason) "
            + $"select {sequence}, {columns.Replace("{0}", previous, StringComparison.Ordinal)}{last}";

        Refuses(Insert(last + 2, "Hash"), "AuditRecords: not the next record");
        Refuses(Insert(last + 1, "PreviousHash"), "AuditRecords: not the next record");
        Refuses(Insert(last + 1, "zeroblob(32)"), "AuditRecords: not the next record");
        Refuses(Insert(1, "Hash"), "AuditRecords: not the next record");
        Assert.Equal(last, Records.Count(folder.Root, "AuditRecords"));
    }

    private void Refuses(string sql, string message) =>
        Assert.Contains(message, Assert.Throws<SqliteException>(() => Records.Execute(folder.Root, sql)).Message, StringComparison.Ordinal);

    private async Task FillAsync()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()) { NewRun = Records.Run() });
        await records.AppendAsync(Records.TrialBatch(records, "C-1"));
        await records.AppendAsync(new RecordBatch(Records.Entry())
        {
            Assessment = new AssessmentEntry { RunId = "R-1", Number = 1, PlanSha256 = Sha256Hex.Of("p"), AtMicros = 9, Outcome = "GO", ResultsSha256 = Sha256Hex.Of("r"), Tool = "t", HeadSequence = 3, HeadHash = Sha256Hex.Of("h"), HeadRoot = Sha256Hex.Of("root") },
        });
    }
}
