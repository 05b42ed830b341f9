using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Tests.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

public sealed class AttemptTests
{
    [Fact]
    public async Task An_answer_after_trouble_makes_two_attempts_and_one_trial()
    {
        await using var bench = new RunBench(
            call => call.Number % 2 == 1 ? LoopbackAnswer.Of(503, "{\"error\":\"busy\"}", "Retry-After: 0") : LoopbackAnswer.Category(4, call.Model), cases: 1);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);

        Assert.Null(executed.StopReason);
        Assert.Equal([(1, false), (2, true), (1, false), (2, true)], bench.Attempts(runId).Select(attempt => (attempt.Number, attempt.Answered)));
        Assert.All(bench.Trials(runId), trial => Assert.Equal((2, true), (trial.Attempts, trial.Answered)));
        Assert.Equal(2, bench.Trials(runId).Count);
        Assert.Equal("Unavailable: HTTP 503: busy", bench.Attempts(runId)[0].Fault);
        Assert.Equal(
            [AuditAction.AttemptFailed, AuditAction.TrialFinished, AuditAction.AttemptFailed, AuditAction.TrialFinished],
            bench.Trail().Select(record => record.Action).Where(action => action is AuditAction.AttemptFailed or AuditAction.TrialFinished));
    }

    [Theory]
    [InlineData(400, "Request: HTTP 400: bad")]
    [InlineData(404, "Request: HTTP 404: bad")]
    public async Task A_refused_request_is_not_tried_again(int status, string fault)
    {
        await using var bench = new RunBench(_ => LoopbackAnswer.Of(status, "{\"error\":\"bad\"}"), cases: 1);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);

        Assert.Equal([(1, fault), (1, fault)], bench.Attempts(runId).Select(attempt => (attempt.Number, attempt.Fault)));
        Assert.All(bench.Trials(runId), trial => Assert.Equal((1, false), (trial.Attempts, trial.Answered)));
        Assert.Equal(2, bench.Questions.Count);
    }

    [Theory]
    [InlineData(401, "Authentication: HTTP 401: bad")]
    [InlineData(402, "Quota: HTTP 402: bad")]
    public async Task A_refused_key_stops_the_run_at_once_and_its_trial_is_asked_again_when_it_goes_on(int status, string fault)
    {
        var refuses = true;
        await using var bench = new RunBench(call => Volatile.Read(ref refuses) ? LoopbackAnswer.Of(status, "{\"error\":\"bad\"}") : LoopbackAnswer.Category(4, call.Model), cases: 3);
        var runId = await bench.PlanAsync();
        var stopped = await bench.ExecuteAsync(runId);

        Assert.Matches($"^the endpoint http://127.* does not serve this key: {fault}$", stopped.StopReason);
        Assert.Equal((0, 1), (stopped.Progress.Finished, bench.Questions.Count));
        Assert.Equal("INVALID", (await bench.AssessAsync(runId)).Recommendation.Word);

        Volatile.Write(ref refuses, false);
        Assert.Null((await bench.ExecuteAsync(runId)).StopReason);
        Assert.Equal((6, 2), (bench.Trials(runId).Count(trial => trial.Answered), bench.Trials(runId).Max(trial => trial.Attempts)));
    }

    [Fact]
    public async Task Attempts_of_earlier_starts_count()
    {
        await using var bench = new RunBench(_ => LoopbackAnswer.Of(401, "{}"), cases: 1);
        var runId = await bench.PlanAsync();
        for (var start = 0; start < 8; start++)
        {
            await bench.ExecuteAsync(runId);
        }

        Assert.Equal((6, 6), (bench.Questions.Count, bench.Attempts(runId).Count));
        Assert.All(bench.Trials(runId), trial => Assert.Equal((3, false), (trial.Attempts, trial.Answered)));
    }

    [Fact]
    public async Task A_call_that_was_tried_again_counts_as_an_error_in_the_error_rate()
    {
        const string criterion = "  - {id: AC-2, kind: error-rate, requirement: URS-1, severity: major, unit: call, method: clopper-pearson, limit: 0.5, confidence: 0.95}\n";
        await using var bench = new RunBench(
            call => call.Number % 4 == 3 ? LoopbackAnswer.Of(503, "{}", "Retry-After: 0") : LoopbackAnswer.Category(4, call.Model),
            plan => plan.Replace("documents:\n", $"{criterion}documents:\n", StringComparison.Ordinal), cases: 6);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        var rate = (await bench.AssessAsync(runId)).Assessment.Findings[1];
        var attempts = bench.Attempts(runId).Where(attempt => attempt.Role == ModelRole.Candidate).ToList();

        Assert.All(bench.Trials(runId), trial => Assert.True(trial.Answered));
        Assert.InRange(attempts.Count(attempt => !attempt.Answered), 1, attempts.Count);
        Assert.Equal((double)attempts.Count(attempt => !attempt.Answered) / attempts.Count, rate.Observed);
    }

    [Theory]
    [InlineData("Retry-After: 0")]
    [InlineData("x-ratelimit-remaining-requests: 0|x-ratelimit-reset-requests: 20ms")]
    public async Task A_good_answer_is_kept_whatever_its_headers_say(string headers)
    {
        await using var bench = new RunBench(
            call => LoopbackAnswer.Category(4, call.Model) with { Headers = headers.Split('|') }, plan => plan.Replace("provider: custom", "provider: openai", StringComparison.Ordinal), cases: 2);
        var runId = await bench.PlanAsync();

        Assert.Null((await bench.ExecuteAsync(runId)).StopReason);
        Assert.Equal((4, 4), (bench.Questions.Count, bench.Trials(runId).Count(trial => trial is { Answered: true, Attempts: 1 })));
    }

    [Fact]
    public async Task An_answer_is_never_asked_for_again_because_it_is_wrong_or_unreadable()
    {
        await using var bench = new RunBench(call => call.Model == "m-old" ? LoopbackAnswer.Category(1, call.Model) : LoopbackAnswer.Completion("no JSON", call.Model), cases: 2);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);

        Assert.Equal(4, bench.Questions.Count);
        Assert.All(bench.Trials(runId), trial => Assert.True(trial.Answered));
        Assert.Equal((0, 4), ((await bench.AssessAsync(runId)).Total.Passed, (await bench.AssessAsync(runId)).Total.Failed));
    }

    [Fact]
    public async Task Lasting_trouble_ends_a_trial_after_the_attempts_of_the_plan()
    {
        await using var bench = new RunBench(_ => LoopbackAnswer.Of(503, "{\"error\":\"busy\"}", "Retry-After: 0"), cases: 1);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);

        Assert.Equal((2, 2), (executed.Progress.Finished, executed.Progress.Errors));
        Assert.Equal([1, 2, 3, 1, 2, 3], bench.Attempts(runId).Select(attempt => attempt.Number));
        Assert.All(bench.Trials(runId), trial => Assert.Equal((3, false), (trial.Attempts, trial.Answered)));
        var assessed = await bench.AssessAsync(runId);
        Assert.Equal("INVALID", assessed.Recommendation.Word);
        Assert.Equal(
            ["Baseline: 1 of 1 trials had no answer; the plan allows 0 %.", "Candidate: 1 of 1 trials had no answer; the plan allows 0 %."], assessed.Recommendation.Reasons);
    }

    [Fact]
    public async Task One_attempt_is_one_call()
    {
        await using var bench = new RunBench(_ => LoopbackAnswer.Of(503, "{}"), plan => plan.Replace("maxAttempts: 3", "maxAttempts: 1", StringComparison.Ordinal), cases: 1);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);

        Assert.Equal(2, bench.Questions.Count);
        Assert.Equal(2, bench.Trials(runId).Count);
    }

    [Fact]
    public async Task Request_and_raw_reply_of_every_attempt_are_evidence()
    {
        await using var bench = new RunBench(call => call.Number % 2 == 1 ? LoopbackAnswer.Of(500, "<busy>", "Retry-After: 0") : LoopbackAnswer.Category(4, call.Model), cases: 1);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        var attempts = bench.Attempts(runId);

        Assert.Equal(
            bench.Questions.Select(call => Sha256Hex.Of(call.Body)).Order(), attempts.Select(attempt => attempt.RequestSha256).Order());
        Assert.All(attempts, attempt => Assert.Equal(attempt.RequestSha256, Sha256Hex.Of(bench.Records.ReadEvidence(attempt.RequestSha256))));
        Assert.Equal("<busy>"u8, bench.Records.ReadEvidence(attempts[0].ReplySha256!));
    }

    [Fact]
    public async Task The_key_stands_nowhere_in_the_records()
    {
        await using var bench = new RunBench(call => call.Headers.ContainsKey("authorization") ? LoopbackAnswer.Category(4, call.Model) : LoopbackAnswer.Of(401, "{}"));
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);

        Assert.Contains(bench.Questions, call => call.Headers.GetValueOrDefault("authorization") == $"Bearer {BenchPlan.Key}");
        foreach (var file in Directory.GetFiles(bench.RecordsPath, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("writer.lock", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(BenchPlan.Key, await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }
    }
}
