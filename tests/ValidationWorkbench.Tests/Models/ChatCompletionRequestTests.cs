using System.Text;
using System.Text.Json;
using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

/// <summary>The bytes that are sent and hashed.</summary>
public sealed class ChatCompletionRequestTests
{
    private const string Frame =
        """{"model":"m-1","messages":[{"role":"system","content":"Sort."},{"role":"user","content":"A LIMS."}],PARAMETERS"response_format":{"type":"json_schema","json_schema":{"name":"s","strict":true,"schema":{"type":"object"}}}}""";

    [Fact]
    public void Without_parameters_only_the_question_and_its_structure_are_sent() =>
        Assert.Equal(Frame.Replace("PARAMETERS", string.Empty, StringComparison.Ordinal), Text(new ModelParameters()));

    [Fact]
    public void All_parameters_are_sent_in_a_fixed_order()
    {
        var parameters = new ModelParameters { ReasoningEffort = "low", Seed = -7, MaxTokens = 2048, TopP = 0.9, Temperature = 0 };
        const string expected = """
            "temperature":0,"top_p":0.9,"max_tokens":2048,"seed":-7,"reasoning_effort":"low",
            """;
        Assert.Equal(Frame.Replace("PARAMETERS", expected, StringComparison.Ordinal), Text(parameters));
    }

    [Fact]
    public void The_length_goes_under_the_name_that_the_endpoint_wants()
    {
        var request = Request() with { Parameters = new ModelParameters { MaxTokens = 9 }, Settings = new() { LengthField = "max_completion_tokens" } };
        Assert.Equal(Frame.Replace("PARAMETERS", "\"max_completion_tokens\":9,", StringComparison.Ordinal), Encoding.UTF8.GetString(ChatCompletionRequest.ToBytes(request)));
    }

    [Fact]
    public void The_repeat_is_not_sent() => Assert.Equal(ChatCompletionRequest.ToBytes(Request()), ChatCompletionRequest.ToBytes(Request() with { Repeat = 2 }));

    [Fact]
    public void Texts_survive_whatever_they_hold()
    {
        const string text = "quote \" backslash \\ line\nend\ttab <b> & ≤ 25,0 °C é 漢字 😀 \u2028 \u0001";
        using var body = JsonDocument.Parse(ChatCompletionRequest.ToBytes(Request() with { UserPrompt = text }));
        Assert.Equal(text, body.RootElement.GetProperty("messages")[1].GetProperty("content").GetString());
    }

    [Fact]
    public void There_is_no_byte_order_mark() => Assert.Equal((byte)'{', ChatCompletionRequest.ToBytes(Request())[0]);

    [Fact]
    public void A_structure_that_is_no_json_is_refused() =>
        Assert.ThrowsAny<JsonException>(() => ChatCompletionRequest.ToBytes(Request() with { Schema = new ReplySchema("s", "{") }));

    private static string Text(ModelParameters parameters) => Encoding.UTF8.GetString(ChatCompletionRequest.ToBytes(Request() with { Parameters = parameters }));

    private static ModelRequest Request() => new()
    {
        Model = "m-1",
        SystemPrompt = "Sort.",
        UserPrompt = "A LIMS.",
        Schema = new ReplySchema("s", """{"type":"object"}"""),
        Parameters = new ModelParameters(),
        Repeat = 1,
    };
}
