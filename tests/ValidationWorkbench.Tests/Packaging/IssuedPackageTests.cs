using System.Text.Json;
using ValidationWorkbench.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Packaging;

public sealed class IssuedPackageTests
{
    [Fact]
    public async Task A_package_is_complete_and_its_manifest_names_the_bytes_on_disk()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        var package = await IssueAsync(bench, "out", await AssessedAsync(bench));

        Assert.Equal(
            new[] { "differences.csv", "junit.xml", "manifest.json", "run.json", "trials.csv" }
                .Concat(TemplateSet.Read(ShippedFiles.Folder).Templates
                    .Select(template => $"{template.Kind.Name}.pdf")).Order(StringComparer.Ordinal),
            Directory.GetFiles(package.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(package.Files, file => Assert.Equal(file.Sha256, Sha256Hex.Of(File.ReadAllBytes(Path.Combine(package.Folder, file.Name)))));
        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(package.Folder, "manifest.json")));
        Assert.Equal(package.Files.SkipLast(1).Select(file => file.Sha256), manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("sha256").GetString()));
        using var run = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(package.Folder, "run.json")));
        Assert.All([manifest, run], file => Assert.Equal(bench.Records.CheckpointKey.Name, file.RootElement.GetProperty("audit").GetProperty("log").GetString()));
        Assert.Equal(bench.Records.ReadHead().Hash, manifest.RootElement.GetProperty("audit").GetProperty("head").GetString());
    }

    [Fact]
    public async Task The_same_records_give_the_same_documents_again()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        var runId = await AssessedAsync(bench);
        var first = await IssueAsync(bench, "first", runId);
        await bench.PlanAsync();
        bench.Clock.Now = bench.Clock.Now.AddDays(3);

        Assert.Equal(first.Files.SkipLast(1), (await IssueAsync(bench, "second", runId)).Files.SkipLast(1));
    }

    [Fact]
    public async Task A_run_that_was_not_assessed_has_no_package()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        var runId = await bench.PlanAsync();

        var exception = await Assert.ThrowsAsync<InputException>(() => IssueAsync(bench, "out", runId));
        Assert.Equal($"{runId}: is not assessed yet; `validate --resume {runId}` finishes it.", exception.Message);
    }

    [Fact]
    public async Task The_outcome_of_a_good_run_is_GO()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), text => text.Replace("repeats: 1", "repeats: 3", StringComparison.Ordinal));
        var package = await IssueAsync(bench, "out", await AssessedAsync(bench));

        using var run = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(package.Folder, "run.json")));
        Assert.Equal(("GO", false), (run.RootElement.GetProperty("outcome").GetString(), run.RootElement.GetProperty("demonstration").GetBoolean()));
        Assert.Equal(18, run.RootElement.GetProperty("counts").GetProperty("passed").GetInt32());
    }

    private static async Task<string> AssessedAsync(RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        return runId;
    }

    private static Task<IssuedPackage> IssueAsync(RunBench bench, string folder, string runId) =>
        bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf(folder) });
}
