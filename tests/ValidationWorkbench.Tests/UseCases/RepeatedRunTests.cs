using System.Text.Json;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>A run that is repeated until it passes can be seen as such.</summary>
public sealed class RepeatedRunTests
{
    [Fact]
    public async Task A_go_after_earlier_tries_says_how_many_there_were_and_keeps_saying_so()
    {
        await using var bench = new DriftBench(cases: 5);
        string first = await bench.RunAsync(), second = await bench.RunAsync(), third = await bench.RunAsync();

        var (one, three) = (await ShowAsync(bench, first), await ShowAsync(bench, third));
        Assert.Equal((Outcome.Go, 1, 3), (three.Recommendation.Outcome, one.Tries.Number, three.Tries.Number));
        Assert.Single(one.Recommendation.Reasons);
        Assert.StartsWith("Run 3 of this plan and candidate on record: each further try raises the chance of a false GO (with 3 independent tries from ", three.Recommendation.Reasons[^1], StringComparison.Ordinal);
        Assert.Equal(one.ResultsSha256, three.ResultsSha256);
        Assert.Equal(2, (await AgainAsync(bench, second)).Tries.Number);

        using var json = JsonDocument.Parse(await IssueAsync(bench, third));
        var tries = json.RootElement.GetProperty("tries");
        Assert.Equal((3, three.Recommendation.Reasons[^1]), (tries.GetProperty("number").GetInt32(), tries.GetProperty("note").GetString()));
    }

    [Fact]
    public async Task A_run_that_was_invalid_is_no_try()
    {
        await using var bench = new DriftBench(cases: 5) { Served = "m-other" };
        await bench.RunAsync();
        bench.Served = "m-new";
        Assert.Equal(1, (await ShowAsync(bench, await bench.RunAsync())).Tries.Number);
    }

    private static Task<AssessedRun> ShowAsync(DriftBench bench, string runId) => bench.Bench.SendAsync(new ShowRun(runId));

    private static Task<AssessedRun> AgainAsync(DriftBench bench, string runId) => bench.Bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true });

    private static async Task<string> IssueAsync(DriftBench bench, string runId)
    {
        var package = await bench.Bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Bench.Folder.PathOf("out") });
        return await File.ReadAllTextAsync(Path.Combine(package.Folder, "run.json"));
    }
}
