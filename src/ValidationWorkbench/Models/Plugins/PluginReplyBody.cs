using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ValidationWorkbench.Models;

/// <summary>
/// Writes what a plugin answered in the shape of the OpenAI chat-completions protocol, so that it is kept, read and scored again like any other reply.
/// What the plugin received from its provider it does not show.
/// </summary>
internal static class PluginReplyBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="response">The answer.</param>
    /// <param name="clean">Takes key material out of a text.</param>
    public static byte[] Write(ChatResponse response, Func<string, string> clean)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            WriteText(writer, "id", response.ResponseId, clean);
            writer.WriteString("object", "chat.completion");
            WriteText(writer, "model", response.ModelId, clean);
            writer.WriteStartArray("choices");
            WriteChoice(writer, response, clean);
            writer.WriteEndArray();
            if (response.Usage is { } usage)
            {
                WriteUsage(writer, usage);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteChoice(Utf8JsonWriter writer, ChatResponse response, Func<string, string> clean)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString("content", clean(response.Text));
        var reasoning = string.Concat(response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>()
            .Select(content => content.Text));
        WriteText(writer, "reasoning", reasoning.Length == 0 ? null : reasoning, clean);
        writer.WriteEndObject();
        WriteText(writer, "finish_reason", response.FinishReason?.Value, clean);
        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, UsageDetails usage)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", usage.InputTokenCount ?? 0);
        writer.WriteNumber("completion_tokens", usage.OutputTokenCount ?? 0);
        writer.WriteStartObject("prompt_tokens_details");
        writer.WriteNumber("cached_tokens", usage.CachedInputTokenCount ?? 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text, Func<string, string> clean)
    {
        if (text is not null)
        {
            writer.WriteString(name, clean(text));
        }
    }
}
