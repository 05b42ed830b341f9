using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>A verification while somebody writes sees one state, and what has come since is no finding.</summary>
public sealed class BusyRecordsTests : IDisposable
{
    private const int Appends = 300;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Records_that_are_written_meanwhile_raise_no_false_alarm()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(Records.RunBatch(records));
        await records.AppendAsync(Records.TrialBatch(records, "C-1"));
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < Appends; i++)
            {
                await records.AppendAsync(new RecordBatch(Records.Entry($"E-{i}")));
                if (i % 100 == 50)
                {
                    await new RotateKeyHandler(records).Handle(new RotateKey { Actor = Actor.Workbench, Reason = "test" }, CancellationToken.None);
                }
            }
        });

        var reports = new List<AuditReport>();
        do
        {
            reports.Add(await Verify.FolderAsync(folder.Root, wait: TimeSpan.FromSeconds(10)));

            // A check runs on the thread that asks for it; the writer of this process needs one as well.
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.All(reports, report => Assert.Equal((AuditReport.Pass, string.Empty), (report.Verdict, string.Join("; ", report.Faults))));
        Assert.All(reports, report => Assert.Equal(report.Records, report.Expected!.Value.Size));
        Assert.True(reports.Count > 3 && reports[0].Records < reports[^1].Records, $"{reports.Count} verifications from {reports[0].Records} to {reports[^1].Records} records");
    }

    [Fact]
    public async Task A_checkpoint_that_comes_a_moment_later_is_waited_for_and_one_that_does_not_come_is_missed()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        var anchor = AnchorFile.DefaultFor(folder.Root);
        var whole = await File.ReadAllBytesAsync(anchor);
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        var last = (await File.ReadAllBytesAsync(anchor))[whole.Length..];
        await File.WriteAllBytesAsync(anchor, whole);

        var missed = await Verify.FolderAsync(folder.Root);
        var waiting = Task.Run(() => Verify.FolderAsync(folder.Root, wait: TimeSpan.FromMinutes(1)));
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        await File.AppendAllBytesAsync(anchor, last);

        Assert.Equal([(FaultClass.Tail, 1L, (long?)3)], missed.Classes);
        Assert.Equal(AuditReport.Pass, (await waiting).Verdict);
    }
}
