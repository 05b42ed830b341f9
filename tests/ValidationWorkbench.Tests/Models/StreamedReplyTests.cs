using System.Text;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

/// <summary>Streams put together from the bytes that are on record.</summary>
public sealed class StreamedReplyTests
{
    private static readonly EndpointSettings Openai = ProviderPresets.Find("vllm")!.Settings;
    private static readonly EndpointSettings Ollama = ProviderPresets.Find("ollama-native")!.Settings;

    [Fact]
    public void Server_sent_events_become_one_answer()
    {
        var (reply, fault) = Read(Openai, """
            : keep-alive

            data: {"id":"c-1","model":"m","system_fingerprint":"fp","choices":[{"delta":{"role":"assistant","content":null,"reasoning":"be"}}]}

            data: {"id":"c-1","choices":[{"delta":{"reasoning":"cause"}}]}

            event: message
            data: {"choices":[{"delta":{"content":"{\"a\""}}]}

            data: {"choices":[{"delta":{"content":":1}"}}]}

            data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":4}}}

            data: [DONE]

            """);
        Assert.Null(fault);
        Assert.Equal(("""{"a":1}""", "because", "stop", "m", "fp", "c-1", new TokenUsage(5, 3), 4L),
            (reply!.Text, reply.Reasoning, reply.FinishReason, reply.Model, reply.SystemFingerprint, reply.Id, reply.Usage, reply.CachedTokens));
    }

    [Fact]
    public void Lines_of_the_own_protocol_of_ollama_become_one_answer()
    {
        var (reply, fault) = Read(Ollama, """
            {"model":"m","message":{"role":"assistant","content":"","thinking":"hm"},"done":false}
            {"model":"m","message":{"role":"assistant","content":"{\"a\":"},"done":false}
            {"model":"m","message":{"role":"assistant","content":"1}"},"done":false}
            {"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","prompt_eval_count":5,"eval_count":3}

            """);
        Assert.Null(fault);
        Assert.Equal(("""{"a":1}""", "hm", "stop", new TokenUsage(5, 3)), (reply!.Text, reply.Reasoning, reply.FinishReason, reply.Usage));
    }

    [Fact]
    public void A_whole_reply_of_ollama_is_read_as_well()
    {
        var (reply, _) = Read(Ollama, """{"model":"m","message":{"role":"assistant","content":"{}"},"done":true,"done_reason":"length","prompt_eval_count":1,"eval_count":2}""");
        Assert.Equal(("{}", "length", new TokenUsage(1, 2)), (reply!.Text, reply.FinishReason, reply.Usage));
    }

    [Theory]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"error\":{\"code\":500,\"message\":\"broke\"}}\n\n", EndpointFaultKind.Unavailable, "an error in mid-stream: broke")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"error\":{\"message\":\"broke\"}}\n\n", EndpointFaultKind.Protocol, "an error in mid-stream: broke")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n", EndpointFaultKind.Protocol, "the stream ended without a finish reason")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n", EndpointFaultKind.Protocol, "the stream ended without a finish reason")]
    [InlineData("data: {\"choices\":[{\"del", EndpointFaultKind.Protocol, "a piece of the stream is no JSON: {\"choices\":[{\"del")]
    [InlineData(": keep-alive\n\n", EndpointFaultKind.Protocol, "the stream holds no data")]
    public void A_broken_stream_is_a_fault_whatever_came_before(string bytes, EndpointFaultKind kind, string detail) =>
        Assert.Equal((null, new EndpointFault(kind, detail)), Read(Openai, bytes));

    [Fact]
    public void An_error_among_the_lines_of_ollama_is_a_fault() => Assert.Equal(
        (null, new EndpointFault(EndpointFaultKind.Protocol, "an error in mid-stream: out of memory")),
        Read(Ollama, "{\"message\":{\"content\":\"a\"},\"done\":false}\n{\"error\":\"out of memory\"}\n"));

    private static (ModelReply? Reply, EndpointFault? Fault) Read(EndpointSettings settings, string body) =>
        ChatCompletionReader.Read(200, null, Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\n")), settings);
}
