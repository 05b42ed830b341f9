using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>
/// The body of a chat-completions request: a fixed key order, so that equal questions are equal bytes and one hash names them.
/// </summary>
public static class ChatCompletionRequest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 JSON of the request. Parameters that are null are left out.</summary>
    public static byte[] ToBytes(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("model", request.Model);
            writer.WriteStartArray("messages");
            WriteMessage(writer, "system", request.SystemPrompt);
            WriteMessage(writer, "user", request.UserPrompt);
            writer.WriteEndArray();
            WriteParameters(writer, request.Parameters);
            WriteSchema(writer, request.Schema);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, string role, string content)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", content);
        writer.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter writer, ModelParameters parameters)
    {
        if (parameters.Temperature is { } temperature)
        {
            writer.WriteNumber("temperature", temperature);
        }

        if (parameters.TopP is { } topP)
        {
            writer.WriteNumber("top_p", topP);
        }

        if (parameters.MaxTokens is { } maxTokens)
        {
            writer.WriteNumber(parameters.LengthField, maxTokens);
        }

        if (parameters.Seed is { } seed)
        {
            writer.WriteNumber("seed", seed);
        }

        if (parameters.ReasoningEffort is { } effort)
        {
            writer.WriteString("reasoning_effort", effort);
        }
    }

    private static void WriteSchema(Utf8JsonWriter writer, ReplySchema schema)
    {
        writer.WriteStartObject("response_format");
        writer.WriteString("type", "json_schema");
        writer.WriteStartObject("json_schema");
        writer.WriteString("name", schema.Name);
        writer.WriteBoolean("strict", true);
        writer.WritePropertyName("schema");
        writer.WriteRawValue(schema.Json);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
