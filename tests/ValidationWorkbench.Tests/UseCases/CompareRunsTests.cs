using ValidationWorkbench.Monitoring;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class CompareRunsTests
{
    [Fact]
    public async Task Two_runs_are_compared_and_nothing_is_put_on_record()
    {
        await using var bench = new DriftBench(cases: 5);
        var first = await bench.RunAsync();
        bench.Wrong = [2, 4];
        var second = await bench.RunAsync(request => request with { Seed = 9, Concurrency = 2, Reason = "trial" });
        var head = bench.Bench.Records.ReadHead();

        var comparison = await bench.Bench.SendAsync(new CompareRuns(first, second));

        Assert.Equal(head, bench.Bench.Records.ReadHead());
        Assert.Equal((first, second), (comparison.First.Id, comparison.Second.Id));
        Assert.Equal(["C-02", "C-04"], comparison.Tasks[0].Flips.Select(flip => flip.CaseId));
        Assert.Equal(["seed", "concurrency", "departures from the plan"], comparison.Differences.Select(difference => difference.Field));
        Assert.Equal((5, 50L, 50L, 0.00035m), (comparison.FirstCalls.Calls, comparison.FirstCalls.PromptTokens, comparison.FirstCalls.CompletionTokens, comparison.FirstCalls.Cost));
        Assert.True(comparison.FirstCalls.MedianSeconds > 0);
    }

    [Fact]
    public async Task A_changed_plan_with_other_cases_is_compared_on_what_is_left()
    {
        await using var bench = new DriftBench(cases: 3);
        var first = await bench.RunAsync();
        var own = bench.Bench.Folder.Write("own.yaml", (await File.ReadAllTextAsync(bench.Bench.Folder.PathOf("cases/bench.yaml")))
            .Replace("Workflows of system 02", "Scripts of system 02", StringComparison.Ordinal).Replace("id: C-03", "id: C-04", StringComparison.Ordinal));
        var second = await bench.RunAsync(request => request with { CasePaths = [own], Reason = "trial" });

        var comparison = await bench.Bench.SendAsync(new CompareRuns(first, second));
        Assert.Equal((1, 1), (comparison.Panel.Shared, comparison.Tasks[0].N));
        Assert.Equal(["C-02"], comparison.Panel.Changed);
        Assert.Equal(["C-03"], comparison.Panel.OnlyInFirst);
        Assert.Equal(["C-04"], comparison.Panel.OnlyInSecond);
    }

    [Fact]
    public async Task Runs_that_share_no_case_are_refused()
    {
        await using var bench = new DriftBench(cases: 2);
        var first = await bench.RunAsync();
        var own = bench.Bench.Folder.Write("own.yaml", (await File.ReadAllTextAsync(bench.Bench.Folder.PathOf("cases/bench.yaml")))
            .Replace("id: C-01", "id: D-01", StringComparison.Ordinal).Replace("{category: 4}", "{category: 5}", StringComparison.Ordinal));
        var second = await bench.RunAsync(request => request with { CasePaths = [own], Reason = "trial" });

        var exception = await Assert.ThrowsAsync<InputException>(() => bench.Bench.SendAsync(new CompareRuns(first, second)));
        Assert.Equal(
            $"{second}: shares no case with {first}: 1 cases have the same id and another content, 1 are only in {first}, 1 only in {second}. Compare runs of the same case sets.", exception.Message);
    }

    [Fact]
    public async Task A_run_is_not_compared_with_itself() =>
        await Assert.ThrowsAsync<InputException>(async () =>
        {
            await using var bench = new DriftBench(cases: 1);
            await bench.Bench.SendAsync(new CompareRuns("R-1", "R-1"));
        });

    [Fact]
    public async Task What_answered_and_what_was_sent_is_read_from_the_records()
    {
        await using var bench = new DriftBench(cases: 1);
        var first = await bench.RunAsync();
        bench.Served = "m-new-2026-11-01";
        var second = await bench.RunAsync();
        var difference = Assert.Single((await bench.Bench.SendAsync(new CompareRuns(first, second))).Differences);
        Assert.Equal(new ConfigurationDifference("served model", "m-new", "m-new-2026-11-01", true), difference);
    }
}
