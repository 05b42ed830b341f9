using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>The guards of the database must be there, word by word, and no others.</summary>
public sealed class GuardAuditTests : IAsyncLifetime
{
    private AttackedRecords records = null!;

    public async Task InitializeAsync() => records = await AttackedRecords.CreateAsync();

    public async Task DisposeAsync() => await records.DisposeAsync();

    [Theory]
    [InlineData("drop trigger Trials_no_update", "the guard Trials_no_update is missing")]
    [InlineData("drop trigger AuditRecords_next; create trigger AuditRecords_next before insert on AuditRecords begin select 1; end", "the guard AuditRecords_next was altered: CREATE TRIGGER")]
    [InlineData("create trigger later after insert on Trials begin update Runs set Outcome = 'GO'; end", "the trigger later is none of the workbench")]
    public async Task A_guard_that_was_taken_away_or_altered(string sql, string finding)
    {
        Assert.Equal(15, GuardAudit.Expected.Count);
        Records.Execute(records.Folder, sql);

        var report = await records.VerifyAsync();

        Assert.Equal((AuditReport.Fail, FaultClass.Guard), (report.Verdict, Assert.Single(report.Faults).Class));
        Assert.StartsWith(finding, report.Faults[0].Detail, StringComparison.Ordinal);
    }
}
