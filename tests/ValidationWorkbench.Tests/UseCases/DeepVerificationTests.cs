using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>A whole run, computed and rendered again from its records.</summary>
public sealed class DeepVerificationTests
{
    [Fact]
    public async Task A_whole_run_passes_and_gives_its_results_and_documents_again()
    {
        await using var bench = Bench();
        await RunAsync(bench);

        var report = await bench.VerifyAsync(deep: true);

        Assert.Empty(report.Faults);
        Assert.Equal((AuditReport.Pass, "ok"), (report.Verdict, report.Integrity));
        Assert.Equal(1, report.Recomputed!.Value.Assessments);
        Assert.True(report.Recomputed!.Value.Documents >= 5);
    }

    [Fact]
    public async Task Documents_that_the_records_do_not_give_are_found()
    {
        await using var bench = Bench();
        var package = await RunAsync(bench);

        // The same assessment under another time: rows and records agree on nothing else.
        Tests.Storage.Records.Forge(bench.RecordsPath, "update Assessments set AtMicros = AtMicros + 60000000");

        var report = await bench.VerifyAsync(deep: true);
        Assert.Contains(report.Faults, fault => fault.Class == FaultClass.Row);
        Assert.Contains(report.Faults, fault => fault.Class == FaultClass.Result && fault.Detail.Contains("rendered again", StringComparison.Ordinal));
        Assert.NotEmpty(package.Files);
    }

    [Fact]
    public async Task A_package_that_was_altered_is_found()
    {
        await using var bench = Bench();
        var package = await RunAsync(bench);
        var options = new AuditOptions(bench.RecordsPath) { PackagesFolder = Path.GetDirectoryName(package.Folder) };
        Assert.Equal(AuditReport.Pass, (await bench.SendAsync(new VerifyAudit(options))).Verdict);

        await File.AppendAllTextAsync(Path.Combine(package.Folder, "trials.csv"), "x");

        var report = await bench.SendAsync(new VerifyAudit(options));
        Assert.Equal([FaultClass.Document], report.Classes.Select(entry => entry.Class));
    }

    private static RunBench Bench() => new(call => LoopbackAnswer.Category(4, call.Model));

    private static async Task<IssuedPackage> RunAsync(RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        return await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("packages") });
    }
}
