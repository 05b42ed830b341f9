using System.Text.Json;

namespace ValidationWorkbench.Tests.Models;

/// <summary>An endpoint whose habits a test chooses: what it honours, ignores and refuses.</summary>
internal sealed record ProbedEndpoint
{
    public string Model { get; init; } = "m-new";

    public bool KeepsSchema { get; init; } = true;

    public bool KeepsLimit { get; init; } = true;

    public bool KeepsSeed { get; init; } = true;

    public bool Streams { get; init; } = true;

    public bool CountsTokens { get; init; } = true;

    /// <summary>Member whose presence in a request is answered with status 400; null for none.</summary>
    public string? Refuses { get; init; }

    public string Prefix { get; init; } = string.Empty;

    public string List { get; init; } = """{"data":[{"id":"m-old"},{"id":"m-new"}]}""";

    public LoopbackAnswer Answer(LoopbackCall call)
    {
        if (call.Method == "GET")
        {
            return LoopbackAnswer.Of(200, List);
        }

        using var document = JsonDocument.Parse(call.Body);
        var body = document.RootElement;
        if (Refuses is { } refused && body.TryGetProperty(refused, out _))
        {
            return LoopbackAnswer.Of(400, JsonSerializer.Serialize(new { error = new { message = $"Unsupported parameter: '{refused}'" } }));
        }

        var text = Prefix + TextOf(body, call.Number);
        var limit = body.TryGetProperty("max_tokens", out var length) ? length.GetInt32() : int.MaxValue;
        var tokens = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
        var isCut = KeepsLimit && tokens > limit;
        return Streams && body.TryGetProperty("stream", out _) ? Stream(text) : LoopbackAnswer.Of(200, JsonSerializer.Serialize(new
        {
            id = $"c-{call.Number}",
            model = Model,
            system_fingerprint = "fp_1",
            choices = new[] { new { index = 0, message = new { role = "assistant", content = text, reasoning = "I think." }, finish_reason = isCut ? "length" : "stop" } },
            usage = CountsTokens ? new { prompt_tokens = 20, completion_tokens = isCut ? limit : tokens } : null,
        }));
    }

    private string TextOf(JsonElement body, int number)
    {
        var question = body.GetProperty("messages")[1].GetProperty("content").GetString()!;
        return KeepsSchema && body.TryGetProperty("response_format", out _) ? """{"city":"Paris","population":2100000}"""
            : question.StartsWith("Count", StringComparison.Ordinal) ? string.Join('\n', Enumerable.Range(1, 200))
            : question.StartsWith("Invent", StringComparison.Ordinal) ? $"The ship {(KeepsSeed && body.TryGetProperty("seed", out var seed) ? seed.GetInt64() : number)} sails."
            : "A sentence.";
    }

    private LoopbackAnswer Stream(string text) => LoopbackAnswer.Of(200,
        $"data: {JsonSerializer.Serialize(new { model = Model, choices = new[] { new { index = 0, delta = new { content = text }, finish_reason = "stop" } } })}\n\ndata: [DONE]\n\n");
}
