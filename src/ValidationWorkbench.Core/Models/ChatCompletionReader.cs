using System.Text.Json;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>
/// Reads the stored bytes of an exchange: an answer, or a fault of the endpoint. A whole body and a stream are told apart by their bytes, so that what
/// is on record can always be read again. It accepts the error shapes found in the field and repairs nothing.
/// </summary>
public static class ChatCompletionReader
{
    /// <summary>Exactly one of the two is not null.</summary>
    /// <param name="httpStatus">HTTP status; null when no reply began.</param>
    /// <param name="transportError">Why the reply did not arrive whole; null where it did.</param>
    /// <param name="replyBytes">Body of the reply, or what came of it.</param>
    /// <param name="settings">How the endpoint is talked to.</param>
    public static (ModelReply? Reply, EndpointFault? Fault) Read(
        int? httpStatus, string? transportError, ReadOnlyMemory<byte> replyBytes, EndpointSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        // A byte order mark is no part of a text (RFC 8259, section 8.1); an answer is not thrown away for it.
        replyBytes = transportError is null && replyBytes.Span is [0xEF, 0xBB, 0xBF, ..] ? replyBytes[3..] : replyBytes;
        var (reply, fault) = httpStatus is >= 200 and <= 299 && transportError is null && StreamedReply.IsStream(replyBytes.Span, settings.PathStyle)
            ? StreamedReply.Read(replyBytes, settings)
            : EndpointReply.Read(httpStatus, transportError, replyBytes, body => settings.PathStyle == PathStyle.OllamaNative ? ReadOllama(body, settings) : ReadBody(body, settings));
        return (reply is not null && settings.ExtractHarmony ? Harmony.Extract(reply) : reply, fault);
    }

    private static (ModelReply? Reply, EndpointFault? Fault) ReadBody(JsonElement body, EndpointSettings settings)
    {
        if (!body.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0
            || choices[0].ValueKind != JsonValueKind.Object)
        {
            return (null, new EndpointFault(EndpointFaultKind.Protocol, "the reply holds no choices"));
        }

        var choice = choices[0];
        var message = EndpointReply.Member(choice, "message");
        return (new ModelReply
        {
            Text = ContentOf(message),
            Reasoning = ReasoningOf(message, settings),
            Refusal = EndpointReply.Text(message, "refusal"),
            ToolCalls = EndpointReply.Member(message, "tool_calls") is { ValueKind: JsonValueKind.Array } calls && calls.GetArrayLength() > 0 ? calls.GetRawText() : null,
            FinishReason = EndpointReply.Text(choice, "finish_reason"),
            Id = EndpointReply.Text(body, "id"),
            Model = EndpointReply.Text(body, "model"),
            Provider = EndpointReply.Text(body, "provider"),
            SystemFingerprint = EndpointReply.Text(body, "system_fingerprint"),
            Usage = UsageOf(EndpointReply.Member(body, "usage")),
            CachedTokens = CachedOf(EndpointReply.Member(body, "usage")),
        }, null);
    }

    /// <summary>A reply in Ollama's own protocol.</summary>
    private static (ModelReply? Reply, EndpointFault? Fault) ReadOllama(JsonElement body, EndpointSettings settings)
    {
        var message = EndpointReply.Member(body, "message");
        return message.ValueKind != JsonValueKind.Object
            ? (null, new EndpointFault(EndpointFaultKind.Protocol, "the reply holds no message"))
            : (new ModelReply
            {
                Text = EndpointReply.Text(message, "content") ?? string.Empty,
                Reasoning = ReasoningOf(message, settings),
                FinishReason = EndpointReply.Text(body, "done_reason"),
                Model = EndpointReply.Text(body, "model"),
                Usage = OllamaUsageOf(body),
            }, null);
    }

    internal static TokenUsage UsageOf(JsonElement usage) => new(EndpointReply.Count(usage, "prompt_tokens"), EndpointReply.Count(usage, "completion_tokens"));

    internal static TokenUsage OllamaUsageOf(JsonElement body) => new(EndpointReply.Count(body, "prompt_eval_count"), EndpointReply.Count(body, "eval_count"));

    internal static long CachedOf(JsonElement usage) => EndpointReply.Count(EndpointReply.Member(usage, "prompt_tokens_details"), "cached_tokens");

    /// <summary>The content: a text, or a list of typed parts of which those of type text are the answer; reasoning is none.</summary>
    internal static string ContentOf(JsonElement message)
    {
        var content = EndpointReply.Member(message, "content");
        return content.ValueKind != JsonValueKind.Array ? EndpointReply.Text(message, "content") ?? string.Empty
            : string.Concat(content.EnumerateArray().Where(part => EndpointReply.Text(part, "type") == "text").Select(part => EndpointReply.Text(part, "text")));
    }

    /// <summary>The first member with text, as a text or as a list of parts with text; null where there is none.</summary>
    internal static string? ReasoningOf(JsonElement message, EndpointSettings settings) =>
        settings.ReasoningFields.Select(field => EndpointReply.Member(message, field)).Select(member => member.ValueKind switch
        {
            JsonValueKind.String => EndpointReply.TextOf(member),
            JsonValueKind.Array => string.Concat(member.EnumerateArray().Select(part => EndpointReply.Text(part, "text"))),
            _ => null,
        }).FirstOrDefault(text => !string.IsNullOrEmpty(text));
}
