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

    [Fact]
    public async Task A_run_that_stopped_was_assessed_and_went_on_gives_its_first_results_and_documents_again()
    {
        var isDown = true;
        await using var bench = new RunBench(
            call => call.Number > 6 && Volatile.Read(ref isDown) ? LoopbackAnswer.Of(503, "{}", "Retry-After: 0") : LoopbackAnswer.Category(4, call.Model),
            plan => plan.Replace("stopAfterConsecutiveErrors: 100", "stopAfterConsecutiveErrors: 1", StringComparison.Ordinal), cases: 5);
        var runId = await bench.PlanAsync();
        Assert.NotNull((await bench.ExecuteAsync(runId)).StopReason);
        var first = await bench.AssessAsync(runId);
        var issued = (await bench.SendAsync(Issue(bench, runId, 1))).Files;
        Volatile.Write(ref isDown, false);
        Assert.Null((await bench.ExecuteAsync(runId)).StopReason);
        var second = await bench.AssessAsync(runId);
        Assert.NotEqual(first.ResultsSha256, second.ResultsSha256);

        var report = await bench.VerifyAsync(deep: true);

        Assert.Empty(report.Faults);
        Assert.Equal((AuditReport.Pass, 2), (report.Verdict, report.Recomputed!.Value.Assessments));
        Assert.True(report.Recomputed!.Value.Documents >= 5);
        var again = (await bench.SendAsync(Issue(bench, runId, 1))).Files;
        Assert.Equal(issued.Where(IsData), again.Where(IsData));
        Assert.Empty((await bench.VerifyAsync(deep: true)).Faults);
        Assert.Equal(second.ResultsSha256, (await bench.SendAsync(new ShowRun(runId))).ResultsSha256);
    }

    /// <summary>The documents say that they are superseded by now; the data say the same.</summary>
    private static bool IsData((string Name, string Sha256) file) => file.Name != "manifest.json" && Path.GetExtension(file.Name) != ".pdf";

    private static IssueDocuments Issue(RunBench bench, string runId, int? assessment) =>
        new() { Actor = RunBench.Tester, RunId = runId, Assessment = assessment, OutFolder = bench.Folder.PathOf("packages") };

    private static RunBench Bench() => new(call => LoopbackAnswer.Category(4, call.Model));

    private static async Task<IssuedPackage> RunAsync(RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        return await bench.SendAsync(Issue(bench, runId, null));
    }
}
