using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class PluginRunTests
{
    [Fact]
    public async Task A_whole_run_asks_the_plugin_and_can_be_scored_again_without_it()
    {
        await using var bench = Open();
        var runId = await bench.PlanAsync();
        File.Delete(bench.Folder.PathOf("sample.dll"));
        await bench.ExecuteAsync(runId);
        var assessed = await bench.AssessAsync(runId);

        Assert.Equal(["m-old", "m-old", "m-old"], bench.Questions.Select(call => call.Model));
        Assert.Equal((6, 6), (assessed.Total.Planned, assessed.Total.Passed));
        Assert.Equal(SamplePlugin.Sha256, assessed.Configuration.Candidate.Plugin!.Sha256);
        Assert.Equal(SamplePlugin.Bytes, bench.Records.ReadEvidence(SamplePlugin.Sha256));
        Assert.All(bench.Attempts(runId).Where(attempt => attempt.Role == ModelRole.Candidate), attempt => Assert.Equal(("m-new", "stop"), (attempt.ServedModel, attempt.FinishReason)));
        Assert.True((await bench.VerifyAsync(deep: true)).Holds);
    }

    [Fact]
    public async Task Its_trouble_is_on_record_as_trouble_of_the_endpoint()
    {
        await using var bench = Open(", failsOn: system 02");
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);

        var failed = Assert.Single(bench.Attempts(runId), attempt => !attempt.Answered);
        Assert.Equal(("C-02", ModelRole.Candidate, "InvalidOperationException: no luck with key [key removed]"), (failed.CaseId, failed.Role, failed.TransportError));
        Assert.Equal(RunState.Completed, RunMaterial.FindRun(bench.Records, runId).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", failsOn: system")]
    public async Task Its_client_is_disposed_of_when_the_run_ends(string trouble)
    {
        using var folder = new TemporaryFolder();
        var notes = folder.PathOf("notes");
        await using var bench = Open($"{trouble}, notesEnd: {notes}", stopAfter: 1);
        var runId = await bench.PlanAsync();
        var before = (await File.ReadAllLinesAsync(notes)).Length;
        var executed = await bench.ExecuteAsync(runId);

        Assert.Equal(trouble.Length > 0, executed.StopReason is not null);
        Assert.Equal(before + 1, (await File.ReadAllLinesAsync(notes)).Length);
    }

    [Fact]
    public async Task A_client_that_cannot_be_disposed_of_spoils_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var bench = Open($", notesEnd: {folder.PathOf("no/such/folder/notes")}");

        Assert.Null((await bench.ExecuteAsync(await bench.PlanAsync())).StopReason);
    }

    [Theory]
    [InlineData(false, "sample.dll: does not exist; the plan ")]
    [InlineData(true, "sample.dll: has SHA-256 ")]
    public async Task A_file_that_is_not_the_pinned_one_is_refused_before_any_call(bool exists, string expected)
    {
        await using var bench = Open();
        File.Delete(bench.Folder.PathOf("sample.dll"));
        if (exists)
        {
            bench.Folder.Write("sample.dll", "another");
        }

        var exception = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Questions);
    }

    private static RunBench Open(string settings = "", int stopAfter = 100)
    {
        var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), plan => SamplePlugin.InPlan(plan, settings)
            .Replace("maxAttempts: 3", "maxAttempts: 1", StringComparison.Ordinal)
            .Replace("stopAfterConsecutiveErrors: 100", $"stopAfterConsecutiveErrors: {stopAfter}", StringComparison.Ordinal));
        File.WriteAllBytes(bench.Folder.PathOf("sample.dll"), SamplePlugin.Bytes);
        return bench;
    }
}
