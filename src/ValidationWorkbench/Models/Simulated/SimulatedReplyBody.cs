using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Models;

/// <summary>Reply bodies of the simulated endpoint, in the shape of the OpenAI chat-completions protocol.</summary>
internal static class SimulatedReplyBody
{
    private const int CharactersPerToken = 4;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Complete(ModelRequest request, SimulatedChance call, string content) => Completion(request, call, content, "stop");

    /// <summary>The same reply, ended by the length limit between a quarter and three quarters of its text.</summary>
    public static byte[] CutOff(ModelRequest request, SimulatedChance call, string content, double position)
    {
        var length = (int)(content.Length * (0.25 + (position / 2)));
        if (length > 0 && char.IsHighSurrogate(content[length - 1]))
        {
            length--;
        }

        return Completion(request, call, content[..length], "length");
    }

    public static byte[] Overloaded() => Error("The simulated endpoint is overloaded.", "server_error", null, "overloaded");

    public static byte[] UnknownSchema(string name) => Error(
        $"Schema '{name}' is unknown; allowed are '{ReplySchemas.Categorization.Name}' and '{ReplySchemas.OqSuite.Name}'.",
        "invalid_request_error",
        "response_format",
        "unknown_schema");

    private static byte[] Completion(ModelRequest request, SimulatedChance call, string content, string finishReason) => Write(writer =>
    {
        writer.WriteString("id", "chatcmpl-sim-" + call.For("id").Key.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteString("object", "chat.completion");
        writer.WriteNumber("created", 0);
        writer.WriteString("model", request.Model);
        writer.WriteString("system_fingerprint", SimulatedModelClient.SystemFingerprint);
        writer.WriteStartArray("choices");
        WriteChoice(writer, content, finishReason);
        writer.WriteEndArray();
        WriteUsage(writer, Tokens(request.SystemPrompt.Length + request.UserPrompt.Length), Tokens(content.Length));
    });

    private static void WriteChoice(Utf8JsonWriter writer, string content, string finishReason)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString("content", content);
        writer.WriteEndObject();
        writer.WriteString("finish_reason", finishReason);
        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, int promptTokens, int completionTokens)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", promptTokens);
        writer.WriteNumber("completion_tokens", completionTokens);
        writer.WriteNumber("total_tokens", promptTokens + completionTokens);
        writer.WriteEndObject();
    }

    private static byte[] Error(string message, string type, string? parameter, string code) => Write(writer =>
    {
        writer.WriteStartObject("error");
        writer.WriteString("message", message);
        writer.WriteString("type", type);
        writer.WriteString("param", parameter);
        writer.WriteString("code", code);
        writer.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static int Tokens(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
