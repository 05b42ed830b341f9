using System.Text;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

/// <summary>Answers as chat-completions endpoints send them.</summary>
public sealed class ChatCompletionReaderTests
{
    [Fact]
    public void A_full_reply_is_read_member_by_member()
    {
        var (reply, fault) = Read("""
            {"id":"x","model":"m-2026-01-01","system_fingerprint":"fp_1","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{\"a\":1}","refusal":null}}],
             "usage":{"prompt_tokens":12,"completion_tokens":7,"total_tokens":19}}
            """);
        Assert.Null(fault);
        Assert.Equal(
            new ModelReply { Id = "x", Text = """{"a":1}""", Model = "m-2026-01-01", SystemFingerprint = "fp_1", FinishReason = "stop", Usage = new TokenUsage(12, 7) }, reply);
    }

    [Fact]
    public void The_text_is_untouched()
    {
        var (reply, _) = Read("""{"choices":[{"message":{"content":" \n```json\n{}\n``` é\u00e9😀\t"}}]}""");
        Assert.Equal(" \n```json\n{}\n``` éé😀\t", reply!.Text);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text_and_stays_as_it_was_written()
    {
        var (reply, fault) = Read("""{"model":"\udc00","choices":[{"message":{"content":"a\ud800b"}}]}""");
        Assert.Null(fault);
        Assert.Equal((""" "a\ud800b" """.Trim(), """ "\udc00" """.Trim()), (reply!.Text, reply.Model));
    }

    [Theory]
    [InlineData("""{"choices":[{}]}""")]
    [InlineData("""{"choices":[{"message":null}]}""")]
    [InlineData("""{"choices":[{"message":{}}]}""")]
    [InlineData("""{"choices":[{"message":{"content":null}}]}""")]
    [InlineData("""{"choices":[{"message":{"content":["part"]}}]}""")]
    [InlineData("""{"choices":[{"message":"text"}]}""")]
    [InlineData("""{"error":null,"choices":[{"message":{"content":""}}]}""")]
    public void A_choice_without_text_is_an_empty_answer_and_no_fault(string body)
    {
        var (reply, fault) = Read(body);
        Assert.Null(fault);
        Assert.Equal(new ModelReply { Text = string.Empty }, reply);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"prompt_tokens":null,"completion_tokens":"7"}""")]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":1.5}""")]
    [InlineData("""{"prompt_tokens":9223372036854775808,"completion_tokens":1e3}""")]
    [InlineData("""{"prompt_tokens":9223372036854775807,"completion_tokens":2147483648}""")]
    public void Tokens_that_are_not_counted_are_zero(string usage) =>
        Assert.Equal(default, Read($$$"""{"choices":[{"message":{"content":"x"}}],"usage":{{{usage}}}}""").Reply!.Usage);

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":"x"}}]}""")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}]}\n\n")]
    public void A_byte_order_mark_is_no_part_of_the_answer(string body) => Assert.Equal("x", Read($"\uFEFF{body}").Reply?.Text);

    [Fact]
    public void Of_several_choices_the_first_counts() =>
        Assert.Equal("one", Read("""{"choices":[{"message":{"content":"one"}},{"message":{"content":"two"}}]}""").Reply!.Text);

    [Fact]
    public void A_refusal_is_handed_on() =>
        Assert.Equal("I cannot.", Read("""{"choices":[{"message":{"content":null,"refusal":"I cannot."}}]}""").Reply!.Refusal);

    [Theory]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":null}""")]
    [InlineData("""{"choices":{}}""")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"choices":["text"]}""")]
    [InlineData("""{"model":"m"}""")]
    [InlineData("{}")]
    public void A_reply_without_choices_is_a_fault_of_the_protocol(string body) =>
        Assert.Equal((null, new EndpointFault(EndpointFaultKind.Protocol, "the reply holds no choices")), Read(body));

    [Theory]
    [InlineData("", "HTTP 200, but the body is no JSON object: (empty body)")]
    [InlineData("[]", "HTTP 200, but the body is no JSON object: []")]
    [InlineData("\"text\"", "HTTP 200, but the body is no JSON object: \"text\"")]
    [InlineData("null", "HTTP 200, but the body is no JSON object: null")]
    [InlineData("<html>\n  <body>Sign  in</body>\r\n</html>", "HTTP 200, but the body is no JSON object: <html> <body>Sign in</body> </html>")]
    [InlineData("""{"choices":[{"message":{"content":"cut""", """HTTP 200, but the body is no JSON object: {"choices":[{"message":{"content":"cut""")]
    [InlineData("data: {}\n\ndata: [DONE]", "the stream ended without a finish reason")]
    public void A_body_that_is_no_json_object_is_a_fault_of_the_protocol(string body, string detail) =>
        Assert.Equal((null, new EndpointFault(EndpointFaultKind.Protocol, detail)), Read(body));

    [Fact]
    public void Content_may_be_a_list_of_parts_of_which_the_texts_are_the_answer()
    {
        const string body = """{"choices":[{"message":{"content":[{"type":"thinking","text":"hm"},{"type":"text","text":"{\"a\":"},{"type":"text","text":"1}"},"x",{"text":"y"}]}}]}""";
        Assert.Equal("""{"a":1}""", Read(body).Reply!.Text);
    }

    [Fact]
    public void Any_2xx_status_is_an_answer() => Assert.NotNull(Read("""{"choices":[{"message":{"content":"x"}}]}""", 201).Reply);

    private static (ModelReply? Reply, EndpointFault? Fault) Read(string body, int status = 200) =>
        ChatCompletionReader.Read(status, null, Encoding.UTF8.GetBytes(body), new EndpointSettings());
}
