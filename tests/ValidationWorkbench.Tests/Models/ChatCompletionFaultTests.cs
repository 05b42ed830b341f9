using System.Text;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

/// <summary>Trouble as chat-completions endpoints report it.</summary>
public sealed class ChatCompletionFaultTests
{
    [Theory]
    [InlineData(400, EndpointFaultKind.Request, false)]
    [InlineData(401, EndpointFaultKind.Authentication, false)]
    [InlineData(402, EndpointFaultKind.Quota, false)]
    [InlineData(403, EndpointFaultKind.Authentication, false)]
    [InlineData(404, EndpointFaultKind.Request, false)]
    [InlineData(408, EndpointFaultKind.Unavailable, true)]
    [InlineData(409, EndpointFaultKind.Unavailable, true)]
    [InlineData(413, EndpointFaultKind.Request, false)]
    [InlineData(422, EndpointFaultKind.Request, false)]
    [InlineData(425, EndpointFaultKind.Unavailable, true)]
    [InlineData(429, EndpointFaultKind.RateLimit, true)]
    [InlineData(498, EndpointFaultKind.RateLimit, true)]
    [InlineData(500, EndpointFaultKind.Unavailable, true)]
    [InlineData(503, EndpointFaultKind.Unavailable, true)]
    [InlineData(529, EndpointFaultKind.Unavailable, true)]
    [InlineData(301, EndpointFaultKind.Request, false)]
    [InlineData(100, EndpointFaultKind.Request, false)]
    public void The_status_gives_the_class_and_the_class_says_whether_to_try_again(int status, EndpointFaultKind kind, bool transient)
    {
        var fault = Read(status, """{"error":{"message":"m"}}""");
        Assert.Equal((new EndpointFault(kind, $"HTTP {status}: m"), transient), (fault, fault.IsTransient));
    }

    [Theory]
    [InlineData("""{"error":{"code":"insufficient_quota","message":"m"}}""", EndpointFaultKind.Quota)]
    [InlineData("""{"error":{"code":"rate_limit_exceeded","message":"m"}}""", EndpointFaultKind.RateLimit)]
    [InlineData("""{"error":{"code":429,"message":"m"}}""", EndpointFaultKind.RateLimit)]
    [InlineData("""{"error":"insufficient_quota"}""", EndpointFaultKind.RateLimit)]
    [InlineData("", EndpointFaultKind.RateLimit)]
    public void A_used_up_credit_is_told_from_too_many_calls_by_its_code(string body, EndpointFaultKind kind) => Assert.Equal(kind, Read(429, body).Kind);

    [Fact]
    public void The_code_of_a_used_up_credit_means_nothing_under_another_status() =>
        Assert.Equal(EndpointFaultKind.Request, Read(400, """{"error":{"code":"insufficient_quota","message":"m"}}""").Kind);

    [Theory]
    [InlineData("""{"error":{"message":"object","type":"t"}}""", "object")]
    [InlineData("""[{"error":{"code":400,"message":"array","status":"INVALID"}}]""", "array")]
    [InlineData("""{"error":"plain string"}""", "plain string")]
    [InlineData("""{"detail":"detail"}""", "detail")]
    [InlineData("""{"object":"error","message":"message"}""", "message")]
    [InlineData("""{"error":{"message":"first"},"detail":"second"}""", "first")]
    [InlineData("""{"error":{"message":"two\n  lines\ttabbed"}}""", "two lines tabbed")]
    [InlineData("""{"error":{"code":1}}""", """{"error":{"code":1}}""")]
    [InlineData("""{"detail":[{"loc":["body"]}]}""", """{"detail":[{"loc":["body"]}]}""")]
    [InlineData("[]", "[]")]
    [InlineData("[[]]", "[[]]")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("<html><h1>Bad gateway</h1>\n</html>", "<html><h1>Bad gateway</h1> </html>")]
    [InlineData("", "(empty body)")]
    [InlineData(" \n ", "")]
    public void Every_error_shape_of_the_field_gives_its_message_in_one_line(string body, string message) => Assert.Equal($"HTTP 400: {message}", Read(400, body).Detail);

    [Theory]
    [InlineData("""{"error":{"message":"overloaded"},"choices":[{"message":{"content":"x"}}]}""", "overloaded")]
    [InlineData("""{"error":"overloaded"}""", "overloaded")]
    [InlineData("""{"error":{},"message":"outer"}""", "outer")]
    [InlineData("""{"error":false}""", """{"error":false}""")]
    public void An_error_inside_status_200_is_no_answer(string body, string message) =>
        Assert.Equal(new EndpointFault(EndpointFaultKind.Protocol, $"an error inside an HTTP 200 reply: {message}"), Read(200, body));

    [Fact]
    public void A_reply_that_never_came_says_why()
    {
        var (reply, fault) = ChatCompletionReader.Read(null, "connection refused", ReadOnlyMemory<byte>.Empty, new EndpointSettings());
        Assert.Null(reply);
        Assert.Equal("Unavailable: connection refused", fault!.ToString());
        Assert.True(fault.IsTransient);
        Assert.Equal("no reply", ChatCompletionReader.Read(null, null, ReadOnlyMemory<byte>.Empty, new EndpointSettings()).Fault!.Detail);
    }

    [Fact]
    public void A_long_message_is_cut_after_300_characters()
    {
        Assert.Equal($"HTTP 500: {new string('x', 300)}", Read(500, $$$"""{"error":"{{{new string('x', 300)}}}"}""").Detail);
        Assert.Equal($"HTTP 500: {new string('x', 300)}…", Read(500, $$$"""{"error":"{{{new string('x', 301)}}}"}""").Detail);
        Assert.Equal($"HTTP 500: {new string('x', 300)}…", Read(500, new string('x', 5_000_000)).Detail);
    }

    [Fact]
    public void A_long_message_is_not_cut_within_a_character()
    {
        Assert.Equal($"HTTP 500: {new string('x', 299)}…", Read(500, $$$"""{"error":"{{{new string('x', 299)}}}😀"}""").Detail);
        Assert.Equal($"HTTP 500: {new string('x', 298)}😀…", Read(500, $$$"""{"error":"{{{new string('x', 298)}}}😀y"}""").Detail);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_message_is_shown_as_it_was_written() => Assert.Equal("HTTP 500: \"\\ud800\"", Read(500, """{"error":"\ud800"}""").Detail);

    [Fact]
    public void Bytes_that_are_no_text_are_described_and_not_thrown_at_the_caller() =>
        Assert.Equal("HTTP 502: \uFFFD\uFFFD", ChatCompletionReader.Read(502, null, new byte[] { 0xFF, 0xFE }, new EndpointSettings()).Fault!.Detail);

    [Fact]
    public void An_answer_with_bytes_that_are_no_utf8_is_no_answer()
    {
        byte[] body = [.. "{\"choices\":[{\"message\":{\"content\":\""u8, 0xFF, .. "\"}}]}"u8];
        var (reply, fault) = ChatCompletionReader.Read(200, null, body, new EndpointSettings());
        Assert.Null(reply);
        Assert.Equal(EndpointFaultKind.Protocol, fault!.Kind);
    }

    [Fact]
    public void A_reply_nested_too_deep_is_no_answer() =>
        Assert.Equal(EndpointFaultKind.Protocol, Read(200, $"{new string('[', 100_000)}").Kind);

    private static EndpointFault Read(int status, string body)
    {
        var (reply, fault) = ChatCompletionReader.Read(status, null, Encoding.UTF8.GetBytes(body), new EndpointSettings());
        Assert.Null(reply);
        return fault!;
    }
}
