using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>
/// Every trouble an endpoint can make, through a whole run: the first call meets it and stops the run, which is then taken up again with a healthy
/// endpoint.
/// </summary>
public sealed class FaultMatrixTests
{
    private const string Short = "timeoutSeconds: 2";

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["401"] = new(Error(401, "invalid_api_key"), "Authentication: HTTP 401: bad"),
        ["403"] = new(Error(403), "Authentication: HTTP 403: bad"),
        ["404"] = new(Error(404, "model_not_found"), "Request: HTTP 404: bad"),
        ["408"] = new(Error(408), "Unavailable: HTTP 408: bad"),
        ["409"] = new(Error(409), "Unavailable: HTTP 409: bad"),
        ["413"] = new(Error(413), "Request: HTTP 413: bad"),
        ["422 with a detail"] = new(_ => LoopbackAnswer.Of(422, """{"detail":"no such field"}"""), "Request: HTTP 422: no such field"),
        ["429"] = new(Error(429, "rate_limit_exceeded"), "RateLimit: HTTP 429: bad"),
        ["429 for good"] = new(Error(429, "insufficient_quota"), "Quota: HTTP 429: bad"),
        ["500"] = new(Error(500), "Unavailable: HTTP 500: bad"),
        ["502 as a page of HTML"] = new(_ => LoopbackAnswer.Of(502, "<html><h1>Bad Gateway</h1></html>"),
            "Unavailable: HTTP 502: <html><h1>Bad Gateway</h1></html>"),
        ["503"] = new(Error(503), "Unavailable: HTTP 503: bad"),
        ["529"] = new(Error(529), "Unavailable: HTTP 529: bad"),
        ["a redirect"] = new(_ => LoopbackAnswer.Of(307, "", "Location: /v1/elsewhere"), "Request: HTTP 307: (empty body)"),
        ["a prompt that is too long"] = new(Error(400, "context_length_exceeded"), "ContextOverflow: HTTP 400: bad"),
        ["a filtered prompt"] = new(Error(400, "content_filter"), "ContentFilter: HTTP 400: bad"),
        ["an error inside a 200"] = new(_ => LoopbackAnswer.Of(200, """{"error":{"message":"busy","code":503}}"""), "Unavailable: an error inside an HTTP 200 reply: busy"),
        ["an error in mid-stream"] = new(
            call => LoopbackAnswer.Parts([Text(call, "{"), "data: {\"error\":{\"message\":\"lost\",\"code\":502}}\n\n"]),
                "Unavailable: an error in mid-stream: lost", Streamed),
        ["a stream without finish reason"] = new(
            call => LoopbackAnswer.Parts([Text(call, "{"), "data: [DONE]\n\n"]), "Protocol: the stream ended without a finish reason", Streamed),
        ["a stream without end"] = new(
            call => LoopbackAnswer.Parts(Endless(Text(call, "x")), TimeSpan.FromMilliseconds(100)),
            "Unavailable: HTTP 200, but the reply did not arrive whole: the reply was not complete within 2 s; * bytes came, the last after * s",
                Streamed),
        ["a slow drip"] = new(
            _ => LoopbackAnswer.Parts(Endless(" "), TimeSpan.FromMilliseconds(100), "200 OK\r\nContent-Type: application/json"),
            "Unavailable: HTTP 200, but the reply did not arrive whole: the reply was not complete within 2 s; * bytes came, the last after * s"),
        ["a hang"] = new(_ => LoopbackAnswer.Silence, "Unavailable: no reply within 2 s"),
        ["a connection reset in the body"] = new(
            _ => LoopbackAnswer.Of(200, new string('x', 10_000)) with { BreaksOff = true },
                "Unavailable: HTTP 200, but the reply did not arrive whole: *"),
        ["a connection closed before any reply"] = new(_ => LoopbackAnswer.Of(0) with { Raw = (_, _) => Task.CompletedTask }, "Unavailable: *"),
        ["a body shorter than announced"] = new(
            _ => LoopbackAnswer.Parts(["{\"id\":"], default, "200 OK\r\nContent-Length: 5000"),
                "Unavailable: HTTP 200, but the reply did not arrive whole: *; 6 bytes came*"),
        ["truncated JSON"] = new(_ => LoopbackAnswer.Of(200, """{"id":"x","choices":["""), "Protocol: HTTP 200, but the body is no JSON object: {\"id\":\"x\",\"choices\":["),
        ["an empty body"] = new(_ => LoopbackAnswer.Of(200), "Protocol: HTTP 200, but the body is no JSON object: (empty body)"),
        ["100 MB"] = new(
            _ => LoopbackAnswer.Parts(Enumerable.Repeat(new string('x', 1_000_000), 100)),
                "Protocol: HTTP 200, but the reply did not arrive whole: it is longer than 32 MiB and was read no further"),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Trouble_is_named_recorded_and_counted_and_the_run_can_go_on(string name)
    {
        var row = Rows[name];
        var isHealthy = false;
        await using var bench = new RunBench(
            call => Volatile.Read(ref isHealthy) ? LoopbackAnswer.Category(4, call.Model) : row.Answer(call),
            plan => row.Change(plan).Replace("maxAttempts: 3", "maxAttempts: 1", StringComparison.Ordinal)
                .Replace("stopAfterConsecutiveErrors: 100", "stopAfterConsecutiveErrors: 1", StringComparison.Ordinal), cases: 1);
        var runId = await bench.PlanAsync();
        var stopped = await bench.ExecuteAsync(runId);

        var attempt = Assert.Single(bench.Attempts(runId));
        Assert.Matches($"^{Regex.Escape(row.Fault).Replace("\\*", ".*", StringComparison.Ordinal)}$", attempt.Fault);
        Assert.EndsWith($": {attempt.Fault}", stopped.StopReason, StringComparison.Ordinal);
        Assert.Equal(attempt.HttpStatus is null, attempt.ReplySha256 is null);
        Assert.True(attempt.HttpStatus is not null || attempt.TransportError is not null);
        CheckCounts(await bench.SendAsync(new ShowRun(runId)), passed: 0, aborted: 1);

        Volatile.Write(ref isHealthy, true);
        Assert.Null((await bench.ExecuteAsync(runId)).StopReason);
        CheckCounts(await bench.AssessAsync(runId), passed: 1, aborted: 0);
        Assert.Empty((await bench.VerifyAsync(deep: true)).Faults);
    }

    [Theory]
    [InlineData("Retry-After: 0")]
    [InlineData("Retry-After: Sat, 21 Nov 2026 08:00:00 GMT")]
    [InlineData("retry-after-ms: 1")]
    [InlineData("x-ratelimit-reset-requests: 1ms")]
    [InlineData("x-ratelimit-reset-tokens: 0.001")]
    public async Task A_limit_that_says_when_it_is_free_again_is_waited_for(string header)
    {
        await using var bench = new RunBench(
            call => call.Number % 2 == 1 ? LoopbackAnswer.Of(429, """{"error":{"message":"slow down"}}""", header) : LoopbackAnswer.Category(4, call.Model), cases: 1);
        var runId = await bench.PlanAsync();
        Assert.Null((await bench.ExecuteAsync(runId)).StopReason);

        Assert.Equal([false, true, false, true], bench.Attempts(runId).Select(attempt => attempt.Answered));
        var (name, value) = (header.Split(": ")[0].ToLowerInvariant(), header.Split(": ", 2)[1]);
        Assert.Equal(JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value }), bench.Attempts(runId)[0].Headers);
    }

    [Theory]
    [InlineData("marks", true, true)]
    [InlineData("stripped marks", true, true)]
    [InlineData("no final channel", false, true)]
    [InlineData("stopped by a filter", false, false)]
    [InlineData("cut off before any answer", false, false)]
    public async Task An_answer_that_cannot_be_read_is_an_answer(string name, bool passes, bool leaks)
    {
        var answer = LoopbackAnswer.CategoryText(4);
        var (text, finish) = name switch
        {
            "marks" => ($"<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>{answer}<|return|>", "stop"),
            "stripped marks" => ($"analysisWe need to sort.assistantfinal{answer}", "stop"),
            "no final channel" => ("<|channel|>analysis<|message|>Hm, this is", "length"),
            "stopped by a filter" => ("{\"category\":", "content_filter"),
            _ => ("", "length"),
        };
        await using var bench = new RunBench(
            call => LoopbackAnswer.Of(200, JsonSerializer.Serialize(new
            {
                model = call.Model,
                choices = new[] { new { message = new { content = text }, finish_reason = finish } }
            })), cases: 1);
        var runId = await bench.PlanAsync();
        Assert.Null((await bench.ExecuteAsync(runId)).StopReason);

        Assert.All(bench.Attempts(runId), attempt => Assert.Equal((true, leaks, finish), (attempt.Answered, attempt.Leaked, attempt.FinishReason)));
        var total = (await bench.AssessAsync(runId)).Total;
        Assert.Equal((2, passes ? 2 : 0, passes ? 0 : 2), (total.Planned, total.Passed, total.Failed));
        Assert.Empty((await bench.VerifyAsync(deep: true)).Faults);
    }

    [Theory]
    [InlineData(true, "certificate is invalid")]
    [InlineData(false, "")]
    public async Task An_endpoint_that_cannot_be_reached_at_all_is_refused_before_a_run_is_planned(bool isKnown, string why)
    {
        await using var unproven = LoopbackServer.SelfSigned(_ => LoopbackAnswer.Of(200, "{}"));
        var endpoint = isKnown ? unproven.Address : "https://no-such-host.invalid/v1";
        await using var bench = new RunBench(_ => LoopbackAnswer.Silence, plan => Regex.Replace(plan, "endpoint: http:.*", $"endpoint: {endpoint}"),
            cases: 1);
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        Assert.StartsWith($"{endpoint}: cannot be reached for model old: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(" No call was made, nothing was spent.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.SendAsync(new ListRuns()));
        Assert.Empty(bench.Calls);
    }

    [Fact]
    public async Task A_streamed_answer_tells_its_time_to_first_token_and_is_scored_like_a_whole_one()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Stream(LoopbackAnswer.CategoryText(4), call.Model, TimeSpan.FromMilliseconds(5)),
            Streamed, cases: 1);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);

        Assert.All(bench.Questions, call => Assert.Contains("\"stream\":true", call.Text, StringComparison.Ordinal));
        Assert.All(bench.Attempts(runId), attempt => Assert.InRange(attempt.FirstTokenMicros!.Value, 10_000, attempt.LatencyMicros - 10_000));
        Assert.Equal(2, (await bench.AssessAsync(runId)).Total.Passed);
        Assert.Empty((await bench.VerifyAsync(deep: true)).Faults);
    }

    private static void CheckCounts(AssessedRun assessed, int passed, int aborted)
    {
        var total = assessed.Total;
        Assert.Equal("INVALID", assessed.Recommendation.Word);
        Assert.Equal((2, passed, 1, aborted), (total.Planned, total.Passed, total.Error, total.Aborted));
        Assert.Equal(total.Planned, total.Passed + total.Failed + total.Undecided + total.Error + total.Aborted + total.Unscored);
    }

    private static Func<LoopbackCall, LoopbackAnswer> Error(int status, string code = "bad_thing") =>
        _ => LoopbackAnswer.Of(status, JsonSerializer.Serialize(new { error = new { message = "bad", type = "t", code } }));

    private static string Text(LoopbackCall call, string text) => LoopbackAnswer.Piece(call.Model, JsonSerializer.Serialize(new { content = text }));

    private static IEnumerable<string> Endless(string part) => Enumerable.Repeat(part, int.MaxValue);

    private static string Streamed(string plan) => Timed(plan).Replace(Short, $"{Short}\n    connection: {{stream: true}}", StringComparison.Ordinal);

    private static string Timed(string plan) => plan.Replace("timeoutSeconds: 20", Short, StringComparison.Ordinal);

    private sealed record Row(Func<LoopbackCall, LoopbackAnswer> Answer, string Fault, Func<string, string>? Changed = null)
    {
        public Func<string, string> Change => Changed ?? (Fault.Contains(" 2 s", StringComparison.Ordinal) ? Timed : plan => plan);
    }
}
