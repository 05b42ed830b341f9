using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>The schema of the database must be what it is, word by word, and hold nothing else.</summary>
public sealed class SchemaAuditTests : IAsyncLifetime
{
    private AttackedRecords records = null!;

    public async Task InitializeAsync() => records = await AttackedRecords.CreateAsync();

    public async Task DisposeAsync() => await records.DisposeAsync();

    [Theory]
    [InlineData("drop trigger Trials_no_update", "the trigger Trials_no_update is missing")]
    [InlineData("drop trigger AuditRecords_next; create trigger AuditRecords_next before insert on AuditRecords begin select 1; end", "the trigger AuditRecords_next was altered: ")]
    [InlineData("create trigger later after insert on Trials begin update Runs set Outcome = 'GO'; end", "the trigger later is none of the workbench: CREATE TRIGGER")]
    [InlineData("alter table Assessments add column Note text", "the table Assessments was altered: ")]
    [InlineData("create table Notes (Text text)", "the table Notes is none of the workbench: CREATE TABLE Notes")]
    [InlineData("create view Latest as select * from Runs", "the view Latest is none of the workbench")]
    [InlineData("drop index IX_AuditRecords_Hash", "the index IX_AuditRecords_Hash is missing")]
    [InlineData(
        "drop index IX_AuditRecords_Hash; create unique index IX_AuditRecords_Hash on AuditRecords (Hash) where Sequence < 5", "the index IX_AuditRecords_Hash was altered: ")]
    [InlineData("create index few on Runs (Id) where Planned > 5", "the index few is none of the workbench")]
    [InlineData("pragma user_version = 9", "user_version is 9; this version of the workbench verifies schema version 4")]
    public async Task Whatever_is_extra_missing_or_altered_in_the_schema_is_named(string sql, string finding)
    {
        Records.Execute(records.Folder, sql);

        var report = await records.VerifyAsync();

        Assert.Equal((AuditReport.Fail, FaultClass.Schema), (report.Verdict, Assert.Single(report.Faults).Class));
        Assert.StartsWith(finding, report.Faults[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_a_record_does_not_hide_behind_a_column_named_rowid()
    {
        records.Forge(
            "alter table Assessments add column rowid integer",
            "update Assessments set rowid = 1",
            "insert into Assessments select RunId, 2, PlanSha256, AtMicros, Outcome, ResultsSha256, Tool, HeadSequence, HeadHash, HeadRoot, rowid from Assessments");

        var report = await records.VerifyAsync();

        Assert.Equal((AuditReport.Fail, FaultClass.Schema), (report.Verdict, Assert.Single(report.Faults).Class));
    }
}
