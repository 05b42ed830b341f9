using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>Packages that are there for an honest reason.</summary>
public sealed class PackageAuditTests : IAsyncLifetime
{
    private AttackedRecords records = null!;

    public async Task InitializeAsync() => records = await AttackedRecords.CreateAsync();

    public async Task DisposeAsync() => await records.DisposeAsync();

    [Fact]
    public async Task A_package_of_this_log_whose_run_is_not_on_record_shows_that_records_and_anchor_are_an_older_pair()
    {
        WritePackage("R-8", Checkpoint.OriginOf(Records.LogId));

        var fault = Assert.Single((await records.VerifyAsync()).Faults);

        Assert.Equal(FaultClass.Document, fault.Class);
        Assert.Contains("R-8 was issued from this log, but its run is not on record", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_a_run_on_record_that_names_another_log_is_found()
    {
        records.MovePackagesBeside();
        WritePackage("R-1", "validation-workbench/0");

        Assert.Contains((await records.VerifyAsync()).Faults, fault => fault.Detail.EndsWith(
            $"was issued from validation-workbench/0, these records are of {Checkpoint.OriginOf(Records.LogId)}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_of_an_earlier_issue_or_of_other_records_is_no_finding()
    {
        records.MovePackagesBeside();
        Directory.CreateDirectory(records.PathOf("packages/R-9"));
        await File.WriteAllTextAsync(records.PathOf("packages/R-9/manifest.json"), "{}");
        WritePackage("R-8", "validation-workbench/0");
        await using (var later = Records.Open(records.Folder))
        {
            await later.AppendAsync(new RecordBatch(Records.Entry("R-1") with
            {
                Action = AuditAction.DocumentsIssued,
                EntityType = "run",
                RunId = "R-1",
                Attachments = [new AuditAttachment("report.txt", 5, Sha256Hex.Of("later"))],
            }));
        }

        var report = await records.VerifyAsync();

        Assert.Equal(AuditReport.Pass, report.Verdict);
        Assert.Contains(report.Remarks, remark => remark.EndsWith("R-9 is of no run on record: it belongs to other records, or the run was taken away.", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, remark => remark.EndsWith("R-8 is of no run on record: it belongs to validation-workbench/0.", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, remark => remark.Contains("R-1 is the issue of record 6; the run was issued again with record 1", StringComparison.Ordinal));
    }

    private void WritePackage(string runId, string log)
    {
        Directory.CreateDirectory(records.PathOf($"packages/{runId}"));
        File.WriteAllText(records.PathOf($"packages/{runId}/manifest.json"), $$"""{"audit":{"log":"{{log}}","records":6,"head":"","root":""},"files":[]}""");
    }
}
