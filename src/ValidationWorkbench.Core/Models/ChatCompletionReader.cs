using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>
/// Reads the stored bytes of an exchange: an answer, or a fault of the endpoint. It accepts the error shapes found in the field
/// (object, array, plain string, <c>detail</c>, an error inside status 200) and repairs nothing.
/// </summary>
public static class ChatCompletionReader
{
    private const int LongestDetail = 300;

    /// <summary>Exactly one of the two is not null.</summary>
    public static (ModelReply? Reply, EndpointFault? Fault) Read(int? httpStatus, string? transportError, ReadOnlyMemory<byte> replyBytes)
    {
        if (httpStatus is not { } status)
        {
            return (null, new EndpointFault(EndpointFaultKind.Unavailable, transportError ?? "no reply"));
        }

        try
        {
            return Read(status, replyBytes);
        }
        catch (InvalidOperationException)
        {
            return (null, new EndpointFault(EndpointFaultKind.Protocol, "the body holds text that is not valid UTF-8 or UTF-16"));
        }
    }

    private static (ModelReply? Reply, EndpointFault? Fault) Read(int status, ReadOnlyMemory<byte> replyBytes)
    {
        JsonElement? root = Parse(replyBytes);
        if (status is < 200 or > 299)
        {
            return (null, new EndpointFault(KindOf(status, root), $"HTTP {status.ToString(CultureInfo.InvariantCulture)}: {ErrorText(root, replyBytes)}"));
        }

        return root is { ValueKind: JsonValueKind.Object } body ? ReadBody(body, replyBytes)
            : (null, new EndpointFault(EndpointFaultKind.Protocol, $"HTTP {status.ToString(CultureInfo.InvariantCulture)}, but the body is no JSON object: {Excerpt(replyBytes)}"));
    }

    private static (ModelReply? Reply, EndpointFault? Fault) ReadBody(JsonElement body, ReadOnlyMemory<byte> bytes)
    {
        if (body.TryGetProperty("error", out var error) && error.ValueKind is not JsonValueKind.Null)
        {
            return (null, new EndpointFault(EndpointFaultKind.Protocol, $"an error inside an HTTP 200 reply: {ErrorText(body, bytes)}"));
        }

        if (!body.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0
            || choices[0].ValueKind != JsonValueKind.Object)
        {
            return (null, new EndpointFault(EndpointFaultKind.Protocol, "the reply holds no choices"));
        }

        var choice = choices[0];
        var message = Member(choice, "message");
        return (new ModelReply
        {
            Text = Text(message, "content") ?? string.Empty,
            Refusal = Text(message, "refusal"),
            FinishReason = Text(choice, "finish_reason"),
            Model = Text(body, "model"),
            SystemFingerprint = Text(body, "system_fingerprint"),
            Usage = new TokenUsage(Count(body, "prompt_tokens"), Count(body, "completion_tokens")),
        }, null);
    }

    private static EndpointFaultKind KindOf(int status, JsonElement? root) => status switch
    {
        401 or 403 => EndpointFaultKind.Authentication,
        402 => EndpointFaultKind.Quota,
        429 or 498 => ErrorCode(root) == "insufficient_quota" ? EndpointFaultKind.Quota : EndpointFaultKind.RateLimit,
        408 or 409 or 425 or >= 500 => EndpointFaultKind.Unavailable,
        _ => EndpointFaultKind.Request,
    };

    private static string? ErrorCode(JsonElement? root) => root is { } body ? Text(Member(body, "error"), "code") : null;

    private static string ErrorText(JsonElement? root, ReadOnlyMemory<byte> bytes)
    {
        if (root is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0)
        {
            return ErrorText(array[0], bytes);
        }

        if (root is not { ValueKind: JsonValueKind.Object } body)
        {
            return Excerpt(bytes);
        }

        var error = Member(body, "error");
        var text = error.ValueKind == JsonValueKind.String ? WellFormed(error) : Text(error, "message") ?? Text(body, "detail") ?? Text(body, "message");
        return text is null ? Excerpt(bytes) : OneLine(text);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement parent, string name)
    {
        var member = Member(parent, name);
        return member.ValueKind == JsonValueKind.String ? WellFormed(member) : null;
    }

    /// <summary>The text, or its JSON literal where it holds half a surrogate pair and so is no text at all.</summary>
    private static string? WellFormed(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }

    private static long Count(JsonElement body, string name) =>
        Member(Member(body, "usage"), name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var count) && count > 0 ? count : 0;

    private static string Excerpt(ReadOnlyMemory<byte> bytes) =>
        bytes.IsEmpty ? "(empty body)" : OneLine(Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, 2 * LongestDetail)]));

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestDetail ? line : $"{Excerpts.Cut(line, LongestDetail)}…";
    }
}
