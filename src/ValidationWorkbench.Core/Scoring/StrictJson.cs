using System.Text.Json;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Scoring;

/// <summary>Turns the text of a reply into JSON, strictly: no fences, no prose, no comments, no duplicate keys.</summary>
public static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The root object, or the fault. Exactly one of the two is given.</summary>
    public static (JsonElement Root, ReplyFault? Fault) Read(ModelReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (!string.IsNullOrWhiteSpace(reply.Refusal))
        {
            return (default, new ReplyFault(ReplyFaultKind.Refused, "the endpoint marks a refusal"));
        }

        if (reply.FinishReason == "content_filter")
        {
            return (default, new ReplyFault(ReplyFaultKind.Refused, "stopped by the endpoint's content filter"));
        }

        if (reply is { Leaked: true, Extracted: null })
        {
            return (default, new ReplyFault(ReplyFaultKind.NoFinalChannel, "the content holds marks of the model's channels, but no final one"));
        }

        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            return (default, reply.ToolCalls is { } calls ? new ReplyFault(ReplyFaultKind.ToolCall, ToolCallText.Of(calls))
                : reply.FinishReason == "length"
                ? new ReplyFault(ReplyFaultKind.BudgetSpent, "the length limit was used up before any answer; raise maxTokens")
                : new ReplyFault(ReplyFaultKind.Empty, "the message has no content"));
        }

        try
        {
            using var document = JsonDocument.Parse(reply.Answer, Options);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException exception)
        {
            return (default, reply.FinishReason == "length"
                ? new ReplyFault(ReplyFaultKind.CutOff, "the length limit was reached within the JSON text")
                : new ReplyFault(ReplyFaultKind.NotJson, DuplicateKey(reply.Answer) is { } key
                    ? $"the key \"{key}\" stands there twice"
                    : $"line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}"));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return (default, new ReplyFault(ReplyFaultKind.NotJson, "a text holds half a surrogate pair"));
        }
    }

    /// <summary>The first key that an object of a JSON text holds twice, shortened; null where there is none, or where the text is no JSON at all.</summary>
    public static string? DuplicateKey(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return DuplicateIn(document.RootElement) is { } key ? JsonShape.Shorten(key) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string? DuplicateIn(JsonElement element)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject()
                .Select(member => names.Add(member.Name) ? DuplicateIn(member.Value) : member.Name).FirstOrDefault(key => key is not null),
            JsonValueKind.Array => element.EnumerateArray().Select(DuplicateIn).FirstOrDefault(key => key is not null),
            _ => null,
        };
    }
}
