using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

public sealed class StopTests
{
    [Fact]
    public async Task A_model_that_answers_under_another_name_stops_the_run_which_is_then_invalid()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model == "m-new" ? "m-other" : call.Model), cases: 5);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);

        const string reason = "new: the endpoint was asked for \"m-new\" and answered as \"m-other\". If that is the same model, add the name to acceptedModels.";
        Assert.Equal((reason, false), (executed.StopReason, executed.Cancelled));
        Assert.Single(bench.Questions, call => call.Model == "m-new");
        Assert.Equal((AuditAction.RunInterrupted, reason), bench.Trail()[^1]);
        var assessed = await bench.AssessAsync(runId);
        Assert.Equal("INVALID", assessed.Recommendation.Word);
        Assert.Equal(reason, assessed.Recommendation.Reasons[0]);
    }

    [Theory]
    [InlineData("m-new-2026-01-31")]
    [InlineData("m-alias")]
    [InlineData(null)]
    public async Task A_dated_or_accepted_or_missing_name_stops_nothing(string? served)
    {
        await using var bench = new RunBench(
            call => LoopbackAnswer.Category(4, call.Model == "m-new" ? served : call.Model), plan => plan.Replace("model: m-new", "model: m-new\n    acceptedModels: [m-alias]", StringComparison.Ordinal));
        var executed = await bench.ExecuteAsync(await bench.PlanAsync());

        Assert.Null(executed.StopReason);
        Assert.Equal(6, executed.Progress.Finished);
    }

    [Fact]
    public async Task Errors_in_a_row_stop_the_run()
    {
        await using var bench = new RunBench(_ => LoopbackAnswer.Of(400, "{\"error\":\"bad\"}"), plan => plan.Replace("stopAfterConsecutiveErrors: 100", "stopAfterConsecutiveErrors: 4", StringComparison.Ordinal), cases: 8);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);

        Assert.Matches("^4 trials of (old|new) in a row had no answer; the last one: Request: HTTP 400: bad$", executed.StopReason);
        Assert.InRange(bench.Questions.Count, 4, 7);
        Assert.Equal(RunState.Executing, RunMaterial.FindRun(bench.Records, runId).State);
    }

    [Fact]
    public async Task An_answer_in_between_begins_the_count_of_errors_anew()
    {
        await using var bench = new RunBench(
            call => call.Number % 3 == 0 ? LoopbackAnswer.Category(4, call.Model) : LoopbackAnswer.Of(400, "{}"), plan => plan.Replace("stopAfterConsecutiveErrors: 100", "stopAfterConsecutiveErrors: 3", StringComparison.Ordinal), cases: 6);
        var executed = await bench.ExecuteAsync(await bench.PlanAsync());

        Assert.Null(executed.StopReason);
        Assert.Equal((12, 8), (executed.Progress.Finished, executed.Progress.Errors));
    }

    [Fact]
    public async Task The_token_budget_stops_the_run_and_counts_earlier_sessions()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), Budget("maxTokens: 50"), cases: 4);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);

        Assert.Equal("the budget of 50 tokens is used up", executed.StopReason);
        Assert.Equal((3, 60L), (executed.Progress.Finished, (executed.Progress.Baseline + executed.Progress.Candidate).Total));
        Assert.Equal("the budget of 50 tokens is used up", (await bench.ExecuteAsync(runId)).StopReason);
        Assert.Equal(4, bench.Questions.Count);
    }

    [Fact]
    public async Task The_cost_budget_stops_the_run()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model, tokens: 1_000_000), Budget("maxCost: 9.5"), cases: 4);
        var executed = await bench.ExecuteAsync(await bench.PlanAsync());

        // One call of each model costs 3 and 7.
        Assert.Equal("the budget of 9.5 is used up", executed.StopReason);
        Assert.Equal(2, executed.Progress.Finished);
    }

    [Fact]
    public async Task The_time_budget_stops_the_run()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model) with { Before = Task.Delay(30) }, Budget("maxMinutes: 0.0001"));
        var executed = await bench.ExecuteAsync(await bench.PlanAsync());

        Assert.Equal("the time budget of 0.0001 minutes is used up", executed.StopReason);
        Assert.Equal(1, executed.Progress.Finished);
    }

    [Fact]
    public async Task A_build_that_changes_within_a_run_is_said_beside_the_outcome_and_stays_on_record()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Of(
            200, LoopbackAnswer.Category(4, call.Model).Text.Replace("{\"id\"",
                $"{{\"system_fingerprint\":\"fp-{(call.Number < 6 ? 1 : 2)}\",\"id\"", StringComparison.Ordinal)), cases: 3);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        var assessed = await bench.AssessAsync(runId);

        Assert.Equal(2, assessed.Recommendation.Warnings.Count);
        Assert.All(assessed.Recommendation.Warnings, warning =>
            Assert.Contains("not one configuration; the endpoint answered under 2 builds: ", warning, StringComparison.Ordinal));
        Assert.Equal(assessed.Recommendation.Warnings, assessed.Results.Warnings);
        Assert.Equal(6, assessed.Results.Builds!.Sum(build => build.Answers));
        Assert.EndsWith(assessed.Recommendation.Warnings[^1], bench.Trail()[^1].Reason, StringComparison.Ordinal);
    }

    private static Func<string, string> Budget(string line) => plan => plan.Replace("requirements:\n", $"budgets:\n  {line}\nrequirements:\n", StringComparison.Ordinal);
}
