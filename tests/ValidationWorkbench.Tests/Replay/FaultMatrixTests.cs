using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>
/// Every trouble an endpoint can make, through a whole command line as a user has it: its class, its record, its exit code and its counts; and the run
/// goes on when the trouble is over.
/// </summary>
public sealed class FaultMatrixTests
{
    private const string Short = "timeoutSeconds: 10";

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
            "Unavailable: HTTP 200, but the reply did not arrive whole: the reply was not complete within 10 s; * bytes came, the last after * s",
                Streamed),
        ["a slow drip"] = new(
            _ => LoopbackAnswer.Parts(Endless(" "), TimeSpan.FromMilliseconds(100), "200 OK\r\nContent-Type: application/json"),
            "Unavailable: HTTP 200, but the reply did not arrive whole: the reply was not complete within 10 s; * bytes came, the last after * s"),
        ["a hang"] = new(_ => LoopbackAnswer.Silence, "Unavailable: no reply within 10 s"),
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
    public async Task Trouble_that_lasts_stops_the_run_which_goes_on_when_it_is_over(string name)
    {
        var row = Rows[name];
        var isHealthy = false;
        await using var bench = new CommandBench(
            call => Volatile.Read(ref isHealthy) ? LoopbackAnswer.Category(4, call.Model) : row.Answer(call), plan => AtFirstTrouble(row.Change(plan)));
        var stopped = await bench.StartAsync();

        stopped.Check(exitCode: 5, passed: 0, error: 1, aborted: CommandBench.Trials - 1);
        var attempt = Assert.Single(await bench.AttemptsAsync(stopped.RunId));
        Assert.Matches(row.Pattern, attempt.Fault);
        Assert.EndsWith($": {attempt.Fault}", stopped.StopReason, StringComparison.Ordinal);
        Assert.Equal(attempt.HttpStatus is null, attempt.ReplySha256 is null);
        Assert.True(attempt.HttpStatus is not null || attempt.TransportError is not null);

        Volatile.Write(ref isHealthy, true);
        var resumed = await bench.ResumeAsync(stopped.RunId);
        resumed.Check(exitCode: 0, passed: CommandBench.Trials - 1, error: 1, aborted: 0);
        Assert.Null(resumed.StopReason);
        Assert.Equal(0, await bench.VerifyAsync());
    }

    [Theory]
    [InlineData("401")]
    [InlineData("404")]
    [InlineData("429")]
    [InlineData("429 for good")]
    [InlineData("503")]
    [InlineData("a prompt that is too long")]
    [InlineData("a filtered prompt")]
    [InlineData("an error in mid-stream")]
    [InlineData("a hang")]
    [InlineData("a connection reset in the body")]
    [InlineData("truncated JSON")]
    public async Task Trouble_of_one_call_is_tried_again_counted_as_an_error_or_stops_the_run_by_its_class(string name)
    {
        var row = Rows[name];
        var asked = 0;
        await using var bench = new CommandBench(
            call => Interlocked.Increment(ref asked) > 1 ? LoopbackAnswer.Category(4, call.Model) : row.Answer(call), row.Change);
        var run = await bench.StartAsync();
        var attempts = await bench.AttemptsAsync(run.RunId);

        Assert.Matches(row.Pattern, Assert.Single(attempts, attempt => !attempt.Answered).Fault);
        if (row.Is("Authentication", "Quota"))
        {
            // Every further call would meet it, so none is made and the trial stays open.
            run.Check(exitCode: 5, passed: 0, error: 0, aborted: CommandBench.Trials);
            Assert.Single(attempts);
            run = await bench.ResumeAsync(run.RunId);
        }

        var isError = !row.Is("Authentication", "Quota", "Unavailable", "RateLimit");
        run.Check(isError ? 5 : 0, passed: CommandBench.Trials - (isError ? 1 : 0), error: isError ? 1 : 0, aborted: 0);
        Assert.Equal((null, CommandBench.Trials + (isError ? 0 : 1)), (run.StopReason, bench.Questions.Count));
    }

    [Theory]
    [InlineData("Retry-After: 0")]
    [InlineData("Retry-After: 3")]
    [InlineData("Retry-After: Sat, 21 Nov 2026 08:00:00 GMT")]
    [InlineData("retry-after-ms: 1")]
    [InlineData("x-ratelimit-reset-requests: 1ms")]
    [InlineData("x-ratelimit-reset-tokens: 0.001")]
    public async Task A_limit_that_says_when_it_is_free_again_is_waited_for(string header)
    {
        var asked = 0;
        await using var bench = new CommandBench(
            call => Interlocked.Increment(ref asked) == 1 ? LoopbackAnswer.Of(429, """{"error":{"message":"slow down"}}""", header) : LoopbackAnswer.Category(4, call.Model));
        var run = await bench.StartAsync();
        var attempts = await bench.AttemptsAsync(run.RunId);

        run.Check(exitCode: 0, passed: CommandBench.Trials, error: 0, aborted: 0);
        var (limited, next) = (attempts.Single(attempt => !attempt.Answered), attempts.Single(attempt => attempt.Number == 2));
        var (name, value) = (header.Split(": ")[0].ToLowerInvariant(), header.Split(": ", 2)[1]);
        Assert.Equal(JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value }), limited.Headers);
        var waited = next.StartedMicros - limited.StartedMicros - limited.LatencyMicros;
        Assert.True(header.EndsWith(" 3", StringComparison.Ordinal) == waited >= 3_000_000, $"{waited} µs");
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
        await using var bench = new CommandBench(
            call => LoopbackAnswer.Of(200, JsonSerializer.Serialize(new
            {
                model = call.Model,
                choices = new[] { new { message = new { content = text }, finish_reason = finish } }
            })));
        var run = await bench.StartAsync();

        run.Check(passes ? 0 : 1, passed: passes ? CommandBench.Trials : 0, failed: passes ? 0 : CommandBench.Trials, error: 0, aborted: 0);
        Assert.All(await bench.AttemptsAsync(run.RunId), attempt => Assert.Equal((true, leaks, finish), (attempt.Answered, attempt.Leaked, attempt.FinishReason)));
        Assert.Equal(0, await bench.VerifyAsync());
    }

    [Theory]
    [InlineData(true, "certificate is invalid")]
    [InlineData(false, "")]
    public async Task An_endpoint_that_cannot_be_reached_at_all_is_refused_before_a_run_is_planned(bool isKnown, string why)
    {
        await using var unproven = LoopbackServer.SelfSigned(_ => LoopbackAnswer.Of(200, "{}"));
        var endpoint = isKnown ? unproven.Address : "https://no-such-host.invalid/v1";
        await using var bench = new CommandBench(endpoint, change: null);
        var run = await bench.StartAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"validate: {endpoint}: cannot be reached for model old: ", run.Message, StringComparison.Ordinal);
        Assert.Contains(why, run.Message, StringComparison.Ordinal);
        Assert.EndsWith(" No call was made, nothing was spent.\n", run.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(unproven.Calls, _ => true);
    }

    [Fact]
    public async Task Another_model_than_the_one_asked_for_stops_the_run_and_leaves_it_invalid()
    {
        var isHealthy = false;
        await using var bench = new CommandBench(
            call => LoopbackAnswer.Category(4, call.Model == "m-new" && !Volatile.Read(ref isHealthy) ? "m-other" : call.Model));
        var stopped = await bench.StartAsync();
        Assert.Equal((5, CommandBench.Trials), (stopped.ExitCode, stopped.Passed + stopped.Aborted));
        Assert.Contains("m-other", stopped.StopReason, StringComparison.Ordinal);

        Volatile.Write(ref isHealthy, true);
        (await bench.ResumeAsync(stopped.RunId)).Check(exitCode: 5, passed: CommandBench.Trials, error: 0, aborted: 0);
        Assert.Equal(0, await bench.VerifyAsync());
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

    private static Func<LoopbackCall, LoopbackAnswer> Error(int status, string code = "bad_thing") =>
        _ => LoopbackAnswer.Of(status, JsonSerializer.Serialize(new { error = new { message = "bad", type = "t", code } }));

    private static string Text(LoopbackCall call, string text) => LoopbackAnswer.Piece(call.Model, JsonSerializer.Serialize(new { content = text }));

    private static IEnumerable<string> Endless(string part) => Enumerable.Repeat(part, int.MaxValue);

    private static string Streamed(string plan) => Timed(plan).Replace(Short, $"{Short}\n    connection: {{stream: true}}", StringComparison.Ordinal);

    /// <summary>One failure is enough to stop the run, and is borne by its error share.</summary>
    internal static string AtFirstTrouble(string plan) => plan.Replace("maxAttempts: 3", "maxAttempts: 1", StringComparison.Ordinal)
        .Replace("maxErrorShare: 0", "maxErrorShare: 0.5", StringComparison.Ordinal)
        .Replace("stopAfterConsecutiveErrors: 100", "stopAfterConsecutiveErrors: 1", StringComparison.Ordinal);

    private static string Timed(string plan) => plan.Replace("timeoutSeconds: 20", Short, StringComparison.Ordinal);

    private sealed record Row(Func<LoopbackCall, LoopbackAnswer> Answer, string Fault, Func<string, string>? Changed = null)
    {
        public Func<string, string> Change => Changed ?? (Fault.Contains(" 10 s", StringComparison.Ordinal) ? Timed : plan => plan);

        public string Pattern => $"^{Regex.Escape(Fault).Replace("\\*", ".*", StringComparison.Ordinal)}$";

        public bool Is(params string[] kinds) => kinds.Contains(Fault.Split(':')[0]);
    }
}
