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
    public async Task A_package_of_an_earlier_issue_or_of_other_records_is_no_finding()
    {
        records.MovePackagesBeside();
        Directory.CreateDirectory(records.PathOf("packages/R-9"));
        await File.WriteAllTextAsync(records.PathOf("packages/R-9/manifest.json"), "{}");
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
        Assert.Contains(report.Remarks, remark => remark.Contains("R-1 is the issue of record 6; the run was issued again with record 1", StringComparison.Ordinal));
    }
}
