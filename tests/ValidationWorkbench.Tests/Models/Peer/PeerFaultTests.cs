using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Peer;

/// <summary>
/// Trouble that an endpoint of other authors makes, through a whole command line: class, record, exit code and counts, and the run goes on when it is over.
/// The peer has no error in mid-stream, no stream that ends without a finish reason, no reset, no foreign Content-Length and no reply of 100 MB; these are in
/// <see cref="FaultMatrixTests"/> alone.
/// </summary>
public sealed class PeerFaultTests(Aimock peer) : IClassFixture<Aimock>
{
    private const string NoChaos = "{}";

    private static readonly string Healthy = $"\"response\":{{\"content\":{JsonSerializer.Serialize(LoopbackAnswer.CategoryText(4))}}}";

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["401"] = new("Authentication: HTTP 401: bad", Error(401)),
        ["402"] = new("Quota: HTTP 402: bad", Error(402)),
        ["403"] = new("Authentication: HTTP 403: bad", Error(403)),
        ["404"] = new("Request: HTTP 404: bad", Error(404)),
        ["408"] = new("Unavailable: HTTP 408: bad", Error(408)),
        ["409"] = new("Unavailable: HTTP 409: bad", Error(409)),
        ["413"] = new("Request: HTTP 413: bad", Error(413)),
        ["422"] = new("Request: HTTP 422: bad", Error(422)),
        ["429"] = new("RateLimit: HTTP 429: bad", Error(429)),
        ["429 for good"] = new("Quota: HTTP 429: bad", Error(429, "insufficient_quota")),
        ["500"] = new("Unavailable: HTTP 500: bad", Error(500)),
        ["502"] = new("Unavailable: HTTP 502: bad", Error(502)),
        ["503"] = new("Unavailable: HTTP 503: bad", Error(503)),
        ["529"] = new("Unavailable: HTTP 529: bad", Error(529)),
        ["a prompt that is too long"] = new("ContextOverflow: HTTP 400: bad", Error(400, "context_length_exceeded")),
        ["an error inside a 200"] = new("Protocol: an error inside an HTTP 200 reply: bad", Error(200)),
        ["malformed JSON"] = new("Protocol: HTTP 200, but the body is no JSON object: {malformed json: <<<chaos>>>", Healthy, "{\"malformedRate\":1}"),
        ["a connection closed before any reply"] = new("Unavailable: *", Healthy, "{\"disconnectRate\":1}"),
        ["a dropped request"] = new("Unavailable: HTTP 500: Chaos: request dropped", Healthy, "{\"dropRate\":1}"),
        ["a limit"] = new("RateLimit: HTTP 429: Chaos: rate limit exceeded", Healthy, "{\"rateLimitRate\":1}"),
        ["a hang"] = new("Unavailable: no reply within 10 s", Healthy, "{\"latencyMs\":20000}"),
        ["a stream cut off after two pieces"] = new("Unavailable: HTTP 200, but the reply did not arrive whole: *",
            $"{Healthy},\"chunkSize\":5,\"latency\":20,\"truncateAfterChunks\":2", Streams: true),
        ["a stream cut off after a while"] = new("Unavailable: HTTP 200, but the reply did not arrive whole: *",
            $"{Healthy},\"chunkSize\":5,\"latency\":40,\"disconnectAfterMs\":150", Streams: true),
        ["a slow drip"] = new("Unavailable: HTTP 200, but the reply did not arrive whole: the reply was not complete within 10 s; * bytes came, the last after * s",
            $"{Healthy},\"chunkSize\":1,\"latency\":200", Streams: true),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [PeerTheory]
    [MemberData(nameof(Names))]
    public async Task Trouble_stops_the_run_which_goes_on_when_it_is_over(string name)
    {
        var row = Rows[name];
        await using var bench = Open(plan => FaultMatrixTests.AtFirstTrouble(row.Streams
            ? plan.Replace("timeoutSeconds: 20", "timeoutSeconds: 20\n    connection: {stream: true}", StringComparison.Ordinal) : plan)
            .Replace("timeoutSeconds: 20", "timeoutSeconds: 10", StringComparison.Ordinal));
        await peer.AnswerAsync(row.Entry);
        await peer.SetChaosAsync(row.Chaos);
        try
        {
            var stopped = await bench.StartAsync();

            stopped.Check(exitCode: 5, passed: 0, error: 1, aborted: CommandBench.Trials - 1);
            var attempt = Assert.Single(await bench.AttemptsAsync(stopped.RunId));
            Assert.Matches($"^{Regex.Escape(row.Fault).Replace("\\*", ".*", StringComparison.Ordinal)}$", attempt.Fault);
            Assert.EndsWith($": {attempt.Fault}", stopped.StopReason, StringComparison.Ordinal);
            Assert.Equal(attempt.HttpStatus is null, attempt.ReplySha256 is null);

            await peer.AnswerAsync(Healthy);
            await peer.SetChaosAsync(NoChaos);
            (await bench.ResumeAsync(stopped.RunId)).Check(exitCode: 0, passed: CommandBench.Trials - 1, error: 1, aborted: 0);
        }
        finally
        {
            await peer.SetChaosAsync(NoChaos);
        }
    }

    [PeerFact]
    public async Task A_longer_wait_than_the_plan_allows_stops_the_run_at_once()
    {
        await peer.AnswerAsync("\"response\":{\"error\":{\"message\":\"daily limit\"},\"status\":429,\"retryAfter\":40000}");
        await using var bench = Open();
        var stopped = await bench.StartAsync();

        stopped.Check(exitCode: 5, passed: 0, error: 0, aborted: CommandBench.Trials);
        Assert.Equal($"the endpoint {peer.Address}/v1 asks for a wait of 40000 s; the plan allows 60 s (execution.maxWaitSeconds)", stopped.StopReason);
        await peer.AnswerAsync(Healthy);
        (await bench.ResumeAsync(stopped.RunId)).Check(exitCode: 0, passed: CommandBench.Trials, error: 0, aborted: 0);
    }

    [PeerTheory]
    [InlineData("\"model\":\"m-other\"", 5)]
    [InlineData("\"finishReason\":\"length\"", 0)]
    public async Task An_answer_of_another_model_stops_the_run_and_one_that_says_it_was_cut_does_not(string member, int exitCode)
    {
        await peer.AnswerAsync(Healthy.Replace("{\"content\"", $"{{{member},\"content\"", StringComparison.Ordinal));
        await using var bench = Open();
        var run = await bench.StartAsync();

        Assert.Equal((exitCode, exitCode == 0, CommandBench.Trials), (run.ExitCode, run.StopReason is null, run.Passed + run.Aborted));
    }

    private static string Error(int status, string code = "bad_thing") =>
        $"\"response\":{{\"error\":{{\"message\":\"bad\",\"type\":\"t\",\"code\":\"{code}\"}},\"status\":{status}}}";

    /// <summary>The peer wants its key of both models.</summary>
    private CommandBench Open(Func<string, string>? change = null) => new($"{peer.Address}/v1", plan => (change?.Invoke(plan) ?? plan)
        .Replace("model: m-old", "model: m-old\n    keyVariable: BENCH_KEY", StringComparison.Ordinal), Aimock.Key);

    private sealed record Row(string Fault, string Entry, string Chaos = NoChaos, bool Streams = false);
}
