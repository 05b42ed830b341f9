using Microsoft.Data.Sqlite;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>What the workbench's own writing connection refuses, even without the triggers.</summary>
public sealed class WriterGuardTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("drop trigger AuditRecords_no_update")]
    [InlineData("drop table AuditRecords")]
    [InlineData("drop index IX_AuditRecords_Hash")]
    [InlineData("alter table AuditRecords add column Forged text")]
    [InlineData("create trigger Forged after insert on AuditRecords begin select 1; end")]
    [InlineData("create temp trigger Forged after insert on AuditRecords begin select 1; end")]
    [InlineData("update AuditRecords set Action = 'forged'")]
    [InlineData("update Trials set Answered = 1")]
    [InlineData("delete from AuditRecords")]
    [InlineData("delete from Attempts")]
    [InlineData("delete from Runs")]
    [InlineData("attach ':memory:' as other")]
    [InlineData("pragma writable_schema = on")]
    [InlineData("pragma journal_mode = off")]
    [InlineData("pragma synchronous = off")]
    [InlineData("insert into sqlite_master values ('table', 'x', 'x', 0, 'create table x (a)')")]
    public async Task It_never_does_what_a_writer_of_records_never_needs(string sql)
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()));
        using var command = records.Connection.CreateCommand();
        command.CommandText = sql;

        var exception = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        Assert.Matches("not authorized|may not be modified", exception.Message);
        Assert.Equal(3, (await records.AppendAsync(new RecordBatch(Records.Entry()))).Records);
    }

    [Fact]
    public async Task The_schema_cannot_be_edited_even_without_the_authorizer()
    {
        await using var records = Records.Open(folder.Root);
        WriterGuard.Remove(records.Connection);
        using var command = records.Connection.CreateCommand();
        command.CommandText = "pragma writable_schema = on; delete from sqlite_master where name = 'AuditRecords_no_update'";

        Assert.Contains("may not be modified", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x'00'")]
    [InlineData("'01234567890123456789012345678901'")]
    public async Task A_hash_is_a_blob_of_32_bytes_for_every_program(string hash)
    {
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        var sql = $"insert into AuditRecords select 3, Bytes, {hash}, Hash, AtMicros, ActorId, Action, EntityType, EntityId, RunId, Reason from AuditRecords where Sequence = 2";
        var columns = string.Join(", ", RecordStatements.RecordColumns);
        Assert.Contains("CHECK constraint failed", Assert.Throws<SqliteException>(() => Records.Execute(folder.Root, sql.Replace("into AuditRecords", $"into AuditRecords ({columns})", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }
}
