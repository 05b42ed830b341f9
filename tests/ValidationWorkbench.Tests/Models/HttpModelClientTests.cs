using System.IO.Compression;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Tests.Storage;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class HttpModelClientTests
{
    private const string Key = "sk-very-secret-0815";

    [Fact]
    public async Task The_bytes_on_record_are_the_bytes_that_were_sent()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, "{\"answer\": \"ü\"}"));
        var exchange = await AskAsync(server.Address);

        var call = Assert.Single(server.Calls);
        Assert.Equal(("POST", "/v1/chat/completions"), (call.Method, call.Path));
        Assert.Equal("application/json", call.Headers["content-type"]);
        Assert.Equal(exchange.RequestBytes, call.Body);
        Assert.Equal(ChatCompletionRequest.ToBytes(Questions.Ask()), call.Body);
        Assert.Equal((200, null), (exchange.HttpStatus, exchange.TransportError));
        Assert.Equal("{\"answer\": \"ü\"}"u8, exchange.ReplyBytes);
        Assert.True(exchange.Latency > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_endpoint_makes_no_difference()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, "{}"));
        await AskAsync(server.Address + "/");
        using var client = new HttpModelClient(Questions.Spec(server.Address + "/"), null, TimeProvider.System);
        await client.ListModelsAsync(CancellationToken.None);

        Assert.Equal(["POST /v1/chat/completions", "GET /v1/models"], server.Calls.Select(call => $"{call.Method} {call.Path}"));
    }

    [Fact]
    public async Task The_key_is_sent_as_bearer_and_stands_nowhere_else()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(401, "{\"error\":{\"message\":\"bad key\"}}"));
        var exchange = await AskAsync(server.Address, Key);

        Assert.Equal($"Bearer {Key}", Assert.Single(server.Calls).Headers["authorization"]);
        Assert.DoesNotContain(Key, server.Calls[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, System.Text.Json.JsonSerializer.Serialize(exchange), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_no_authorization_is_sent()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, "{}"));
        await AskAsync(server.Address);

        Assert.DoesNotContain("authorization", Assert.Single(server.Calls).Headers.Keys);
    }

    [Theory]
    [InlineData("Retry-After: 7", 7000)]
    [InlineData("Retry-After: 0", 0)]
    [InlineData("Retry-After: Sat, 21 Nov 2026 09:00:30 GMT", 30000)]
    [InlineData("Retry-After: Sat, 21 Nov 2026 08:00:00 GMT", 0)]
    [InlineData("retry-after-ms: 250", 250)]
    [InlineData("retry-after-ms: 12.5", 12.5)]
    public async Task The_wait_that_the_endpoint_asks_for_is_read(string header, double milliseconds)
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(429, "{}", header));
        var exchange = await AskAsync(server.Address, clock: new SettableClock());

        Assert.Equal(429, exchange.HttpStatus);
        Assert.Equal(milliseconds, exchange.RetryAfter!.Value.TotalMilliseconds);
    }

    [Theory]
    [InlineData("X-Other: 1")]
    [InlineData("Retry-After: soon")]
    [InlineData("retry-after-ms: -5")]
    public async Task Without_a_readable_wait_none_is_noted(string header)
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(429, "{}", header));

        Assert.Null((await AskAsync(server.Address)).RetryAfter);
    }

    [Fact]
    public async Task Milliseconds_are_taken_before_seconds()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(503, "{}", "Retry-After: 9", "retry-after-ms: 20"));

        Assert.Equal(TimeSpan.FromMilliseconds(20), (await AskAsync(server.Address)).RetryAfter);
    }

    [Fact]
    public async Task An_endpoint_that_stays_silent_is_given_up_after_the_timeout()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Silence);
        using var client = new HttpModelClient(Questions.Spec(server.Address, timeoutSeconds: 1), Key, TimeProvider.System);
        var exchange = await client.AskAsync(Questions.Ask(), CancellationToken.None);

        Assert.Null(exchange.HttpStatus);
        Assert.Equal("no reply within 1 s", exchange.TransportError);
        Assert.Empty(exchange.ReplyBytes);
        Assert.NotEmpty(exchange.RequestBytes);
    }

    [Fact]
    public async Task A_cancelled_call_throws_and_is_no_timeout()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Silence);
        using var client = new HttpModelClient(Questions.Spec(server.Address), null, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var asking = client.AskAsync(Questions.Ask(), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_refused_connection_is_data_and_names_no_key()
    {
        var exchange = await AskAsync(await LoopbackServer.NobodyAsync(), Key);

        Assert.Null(exchange.HttpStatus);
        Assert.NotEmpty(exchange.TransportError!);
        Assert.DoesNotContain(Key, exchange.TransportError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_reset_in_the_middle_of_the_body_keeps_what_came_and_says_so()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, new string('x', 10_000)) with { BreaksOff = true });
        var exchange = await AskAsync(server.Address);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, new EndpointSettings());

        Assert.Equal(200, exchange.HttpStatus);
        Assert.Matches(@"; (nothing of its body|\d+ bytes) came", exchange.TransportError!);
        Assert.InRange(exchange.ReplyBytes.Length, 0, 5_000);
        Assert.Null(reply);
        Assert.StartsWith("Unavailable: HTTP 200, but the reply did not arrive whole: ", fault!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_HTML_under_status_200_is_kept_as_it_came_and_read_as_a_fault()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, "<html>Please log in</html>"));
        var exchange = await AskAsync(server.Address);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, new EndpointSettings());

        Assert.Equal("<html>Please log in</html>"u8, exchange.ReplyBytes);
        Assert.Null(reply);
        Assert.Equal("Protocol: HTTP 200, but the body is no JSON object: <html>Please log in</html>", fault!.ToString());
        Assert.False(fault.IsTransient);
    }

    [Fact]
    public async Task The_bytes_kept_of_a_compressed_reply_are_the_decompressed_ones()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("{\"answer\": 1}"u8.ToArray());
        }

        await using var server = new LoopbackServer(_ => new LoopbackAnswer(200, packed.ToArray()) { Headers = ["Content-Encoding: gzip"] });
        var exchange = await AskAsync(server.Address);

        Assert.Contains("gzip", server.Calls[0].Headers["accept-encoding"], StringComparison.Ordinal);
        Assert.Equal("{\"answer\": 1}"u8, exchange.ReplyBytes);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_cookie_is_not_sent_back()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(308, "", "Location: /v1/elsewhere", "Set-Cookie: a=b"));
        using var client = new HttpModelClient(Questions.Spec(server.Address), Key, TimeProvider.System);
        await client.AskAsync(Questions.Ask(), CancellationToken.None);
        var exchange = await client.AskAsync(Questions.Ask(), CancellationToken.None);

        Assert.Equal(308, exchange.HttpStatus);
        Assert.Equal(["/v1/chat/completions", "/v1/chat/completions"], server.Calls.Select(call => call.Path));
        Assert.All(server.Calls, call => Assert.DoesNotContain("cookie", call.Headers.Keys));
    }

    [Fact]
    public async Task A_reply_of_100_MB_is_read_up_to_the_limit_and_no_further()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Parts(Enumerable.Repeat(new string('x', 1_000_000), 100)));
        var exchange = await AskAsync(server.Address);

        Assert.Equal((200, ModelExchange.LargestReply), (exchange.HttpStatus, exchange.ReplyBytes.Length));
        Assert.Equal("it is longer than 32 MiB and was read no further", exchange.TransportError);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_before_the_key_is_sent()
    {
        await using var server = LoopbackServer.SelfSigned(_ => LoopbackAnswer.Of(200, "{}"));
        var exchange = await AskAsync(server.Address, Key);

        Assert.Null(exchange.HttpStatus);
        Assert.Contains("certificate is invalid", exchange.TransportError, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_data()
    {
        var exchange = await AskAsync("https://no-such-host.invalid/v1", Key);

        Assert.Null(exchange.HttpStatus);
        Assert.NotEmpty(exchange.TransportError!);
    }

    [Theory]
    [InlineData("{\"error\":{\"message\":\"wrong key sk-very-secret-0815/+\"}}")]
    [InlineData("{\"error\":{\"message\":\"wrong key sk-very-secret-0815\\/\\u002B\"}}")]
    [InlineData("{\"error\":{\"message\":\"wrong key \\u0073k-very-secret-0815/+\"}}")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"sk-very-sec\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"ret-0815/+\"},\"finish_reason\":\"stop\"}]}\n\n")]
    public async Task A_key_that_the_endpoint_repeats_is_kept_in_no_form(string body)
    {
        const string key = "sk-very-secret-0815/+";
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, body, $"X-Request-Id: {key}"));
        var exchange = await AskAsync(server.Address, key);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, new EndpointSettings());

        Assert.DoesNotContain(key, $"{reply}{fault}{System.Text.Encoding.UTF8.GetString(exchange.ReplyBytes)}{exchange.TransportError}",
            StringComparison.Ordinal);
        Assert.Equal("[key removed]", exchange.Headers["x-request-id"]);
    }

    private static async Task<ModelExchange> AskAsync(string endpoint, string? key = null, TimeProvider? clock = null)
    {
        using var client = new HttpModelClient(Questions.Spec(endpoint), key, clock ?? TimeProvider.System);
        return await client.AskAsync(Questions.Ask(), CancellationToken.None);
    }
}
