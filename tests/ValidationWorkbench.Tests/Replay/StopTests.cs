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
    public async Task The_token_budget_stops_the_run_before_a_call_that_it_does_not_bear_and_counts_earlier_starts()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model, tokens: 150), Budget("maxTokens: 1300"), cases: 4);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);

        // Each call uses 150 + 150 tokens; of the next one 150 + 200 are expected, since the estimate of a reply is 200.
        const string reason = "the budget of 1300 tokens does not bear another call: 1200 are used, 1550 would be after it";
        Assert.Equal((reason, 4, 1200L), (executed.StopReason, executed.Progress.Finished, (executed.Progress.Baseline + executed.Progress.Candidate).Total));
        Assert.Matches("^the budget of 1300 tokens does not bear another call: 1200 are used", (await bench.ExecuteAsync(runId)).StopReason);
        Assert.Equal(4, bench.Questions.Count);
    }

    [Fact]
    public async Task An_endpoint_that_counts_no_tokens_is_held_to_the_budget_by_the_estimate_also_when_the_run_goes_on()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model, tokens: 0), Budget("maxTokens: 1300"), cases: 4);
        var runId = await bench.PlanAsync();
        const string reason = "^the budget of 1300 tokens does not bear another call: 1[0-9]{3} are used";

        Assert.Matches(reason, (await bench.ExecuteAsync(runId)).StopReason);
        var asked = bench.Questions.Count;
        Assert.Matches(reason, (await bench.ExecuteAsync(runId)).StopReason);
        Assert.Equal(asked, bench.Questions.Count);
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

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    public async Task A_budget_is_overshot_by_no_more_than_the_calls_that_were_under_way(int concurrency)
    {
        const int budget = 20_000, each = 2_000;
        await using var bench = new RunBench(
            call => LoopbackAnswer.Category(4, call.Model, tokens: each / 2) with { Before = Task.Delay(20) }, Budget($"maxTokens: {budget}"), cases: 60);
        var runId = (await bench.SendAsync(bench.PlanRequest() with { Concurrency = concurrency })).RunId;
        var executed = await bench.ExecuteAsync(runId);
        var used = (executed.Progress.Baseline + executed.Progress.Candidate).Total;

        // Nothing is known of the size of a call but the rough estimate until the first ones have ended; all that were begun end and count.
        Assert.Matches("^the budget of 20000 tokens (is used up|does not bear another call)", executed.StopReason);
        Assert.InRange(used, budget - each, budget + (each * (concurrency - 1)));
        Assert.Equal(used / each, executed.Progress.Finished);
        Assert.DoesNotContain(bench.Attempts(runId), attempt => attempt.Cancelled);
    }

    [Fact]
    public async Task A_budget_below_the_estimate_is_said_before_the_first_call()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), Budget("maxTokens: 300\n  maxCost: 0.000001"), cases: 4);
        var planned = await bench.SendAsync(bench.PlanRequest());

        Assert.Collection(planned.Notes,
            note => Assert.Matches("^the run will need about [0-9]+ tokens, more than its budget of 300; it will stop before its end and can be resumed\\.$", note),
            note => Assert.Matches("^the run will cost about 0\\.01, more than its budget of 0\\.000001; it will stop", note));
        Assert.Empty(bench.Questions);
    }

    [Fact]
    public async Task A_wait_that_is_longer_than_the_plan_allows_stops_the_run_and_the_trial_goes_on_later()
    {
        var isBusy = true;
        await using var bench = new RunBench(
            call => Volatile.Read(ref isBusy) ? LoopbackAnswer.Of(429, "{\"error\":\"daily limit\"}", "Retry-After: 7200") : LoopbackAnswer.Category(4, call.Model));
        var runId = await bench.PlanAsync();
        var stopped = await bench.ExecuteAsync(runId);

        Assert.Matches("asks for a wait of 7200 s; the plan allows 60 s", stopped.StopReason);
        Assert.Equal((0, 1), (stopped.Progress.Finished, bench.Questions.Count));
        Volatile.Write(ref isBusy, false);
        Assert.Equal((null, 6), ((await bench.ExecuteAsync(runId)).StopReason, bench.Trials(runId).Count(trial => trial.Answered)));
    }

    [Fact]
    public async Task A_good_answer_that_says_that_nothing_remains_of_a_daily_limit_counts_and_stops_the_run()
    {
        await using var bench = new RunBench(
            call => LoopbackAnswer.Category(4, call.Model) with { Headers = ["x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 2h", "x-ratelimit-reset-tokens: 9h"] },
            plan => plan.Replace("provider: custom", "provider: openai", StringComparison.Ordinal));
        var runId = await bench.PlanAsync();

        Assert.Matches("asks for a wait of 7200 s", (await bench.ExecuteAsync(runId)).StopReason);
        Assert.True(Assert.Single(bench.Trials(runId)).Answered);
    }

    [Fact]
    public async Task The_progress_says_how_well_the_endpoint_is()
    {
        await using var bench = new RunBench(call => call.Number % 2 == 0 ? LoopbackAnswer.Of(400, "{}") : LoopbackAnswer.Category(4, call.Model), cases: 20);
        var health = new List<double>();
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = await bench.PlanAsync(), OnProgress = progress => health.Add(progress.Health) });

        Assert.InRange(health[^1], 0.2, 0.8);
        Assert.All(health, share => Assert.InRange(share, 0, 1));
    }

    [Fact]
    public async Task A_server_that_goes_away_stops_the_run_within_30_seconds_and_hardly_a_trial_is_lost()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), plan => plan.Replace("maxAttempts: 3", "maxAttempts: 5", StringComparison.Ordinal), cases: 40);
        var runId = (await bench.SendAsync(bench.PlanRequest() with { Concurrency = 8 })).RunId;
        await bench.StopServerAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var executed = await bench.ExecuteAsync(runId);

        Assert.Matches(@"^the endpoint http://127\.0\.0\.1:\d+/v1 is down: \d+ calls in a row failed in 2\d s; the last one: Unavailable: ", executed.StopReason);
        Assert.InRange(watch.Elapsed.TotalSeconds, 20, 35);
        // Eight calls under way; each of the two gates (the models have different keys) opens at its third failure and tries five or six times more.
        Assert.InRange(bench.Attempts(runId).Count, 8, 8 + (2 * (2 + 6)));
        Assert.InRange(executed.Progress.Finished, 0, 2);
        Assert.Equal(RunState.Executing, RunMaterial.FindRun(bench.Records, runId).State);
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
