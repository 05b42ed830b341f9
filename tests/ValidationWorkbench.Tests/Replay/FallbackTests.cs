using System.Text.RegularExpressions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Replay;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>A candidate with a second endpoint; the first one is down, comes back, or answers as nobody wishes.</summary>
public sealed class FallbackTests
{
    [Fact]
    public async Task Where_nobody_answers_at_the_first_endpoint_the_second_is_asked_and_every_record_says_so()
    {
        var first = await LoopbackServer.NobodyAsync();
        await using var second = Second();
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), plan => Regex.Replace(
            With(second, plan), @"endpoint: \S+(?=\s+model: m-new)", $"endpoint: {first}"));
        var (runId, tape) = (await bench.PlanAsync(), bench.Folder.PathOf("tape"));
        var executed = await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = runId, RecordFolder = tape });

        Assert.Equal((null, 6), (executed.StopReason, executed.Progress.Finished));
        var attempts = bench.Attempts(runId).Where(attempt => attempt.Role == ModelRole.Candidate).ToList();
        Assert.All(attempts, attempt => Assert.Equal(attempt.Answered ? $"{second.Address} (fallback 1)" : first, attempt.ServedBy));
        Assert.Equal(3, attempts.Count(attempt => attempt.Answered));
        Assert.InRange(attempts.Count(attempt => !attempt.Answered), EndpointGate.FailuresInARow, EndpointGate.FailuresInARow + 2);
        Assert.All(attempts, attempt => Assert.InRange(attempt.Number, 1, 5));
        Assert.All(second.Questions, question => Assert.Equal("m-elsewhere", question.Model));
        var assessed = await bench.AssessAsync(runId);
        Assert.Contains("Candidate: 3 of 3 answers came from an endpoint to fall back on, which is another system than the first one.", assessed.Recommendation.Warnings);
        Assert.Contains(second.Address, Assert.Single(assessed.Configuration.Candidate.DescribeFallbacks()), StringComparison.Ordinal);

        var played = await bench.PlanAsync(tape);
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = played, ReplayFolder = tape });
        Assert.Equal(
            attempts.Select(attempt => (attempt.CaseId, attempt.Number, attempt.ServedBy)),
            bench.Attempts(played).Where(attempt => attempt.Role == ModelRole.Candidate)
                .Select(attempt => (attempt.CaseId, attempt.Number, attempt.ServedBy)));
    }

    [Fact]
    public async Task An_endpoint_that_comes_back_is_asked_again_and_the_outcome_says_that_two_answered()
    {
        var failures = 0;
        await using var second = Second(slow: true);
        await using var bench = new RunBench(
            call => call.Model == "m-new" && Interlocked.Increment(ref failures) <= 3 ? LoopbackAnswer.Of(500, "{}") : LoopbackAnswer.Category(4, call.Model),
            plan => With(second, plan), cases: 5);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        var assessed = await bench.AssessAsync(runId);

        Assert.InRange(second.Questions.Count, 1, 4);
        Assert.Equal(5, second.Questions.Count + bench.Questions.Count(question => question.Model == "m-new") - 3);
        Assert.Contains(assessed.Recommendation.Warnings, warning =>
            warning.StartsWith("Candidate: not one configuration; the endpoint answered under 2 builds: ", StringComparison.Ordinal));
        Assert.Equal(5, bench.Attempts(runId).Count(attempt => attempt.Answered && attempt.ServedBy is not null));
        Assert.Equal("GO", assessed.Recommendation.Word.Split(' ')[^1]);
    }

    [Fact]
    public async Task An_answer_that_is_there_and_a_request_that_is_refused_are_never_taken_elsewhere()
    {
        await using var second = Second();
        await using var bench = new RunBench(
            call => call.Number % 2 == 0 ? LoopbackAnswer.Of(400, "{}") : LoopbackAnswer.Completion("no category", call.Model), plan => With(second, plan), cases: 6);
        await bench.ExecuteAsync(await bench.PlanAsync());

        Assert.Empty(second.Questions);
    }

    [Fact]
    public async Task A_run_begins_where_one_endpoint_can_be_reached_and_not_where_none_can()
    {
        var gone = await LoopbackServer.NobodyAsync();
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), plan => plan.Replace(
            "model: m-old", $"model: m-old\n    fallbacks: [{{ endpoint: \"{gone}\" }}]", StringComparison.Ordinal));
        Assert.NotEmpty(await bench.PlanAsync());
        await bench.StopServerAsync();

        var refused = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());
        Assert.Contains("cannot be reached for model old", refused.Message, StringComparison.Ordinal);
    }

    private static LoopbackServer Second(bool slow = false) => new(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}")
        : LoopbackAnswer.Category(4, call.Model) with { Before = Task.Delay(slow ? 700 : 0) });

    private static string With(LoopbackServer second, string plan) => plan
        .Replace("model: m-new", $"model: m-new\n    fallbacks:\n      - endpoint: {second.Address}\n        model: m-elsewhere", StringComparison.Ordinal)
        .Replace("maxAttempts: 3", "maxAttempts: 5", StringComparison.Ordinal);
}
