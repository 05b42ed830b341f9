using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>
/// What all replies of OpenAI-compatible endpoints have in common: status classes and the error shapes found in the field (object, array,
/// plain string, <c>detail</c>, an error inside status 200).
/// </summary>
internal static class EndpointReply
{
    private const int LongestDetail = 300;

    /// <summary>Hands the body of a good reply to the reader of its protocol; everything else is a fault. Exactly one of the two is not null.</summary>
    public static (T? Reply, EndpointFault? Fault) Read<T>(
        int? httpStatus, string? transportError, ReadOnlyMemory<byte> replyBytes, Func<JsonElement, (T? Reply, EndpointFault? Fault)> readBody)
        where T : class
    {
        if (httpStatus is not { } status)
        {
            return (null, new EndpointFault(EndpointFaultKind.Unavailable, transportError ?? "no reply"));
        }

        try
        {
            return Read(status, replyBytes, readBody);
        }
        catch (InvalidOperationException)
        {
            return (null, new EndpointFault(EndpointFaultKind.Protocol, "the body holds text that is not valid UTF-8 or UTF-16"));
        }
    }

    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(JsonElement parent, string name)
    {
        var member = Member(parent, name);
        return member.ValueKind == JsonValueKind.String ? WellFormed(member) : null;
    }

    /// <summary>A positive whole number; zero where there is none.</summary>
    public static long Count(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var count) && count > 0 ? count : 0;

    private static (T? Reply, EndpointFault? Fault) Read<T>(int status, ReadOnlyMemory<byte> bytes, Func<JsonElement, (T? Reply, EndpointFault? Fault)> readBody)
        where T : class
    {
        JsonElement? root = Parse(bytes);
        if (status is < 200 or > 299)
        {
            return (null, new EndpointFault(KindOf(status, root), $"HTTP {status.ToString(CultureInfo.InvariantCulture)}: {ErrorText(root, bytes)}"));
        }

        if (root is not { ValueKind: JsonValueKind.Object } body)
        {
            var detail = $"HTTP {status.ToString(CultureInfo.InvariantCulture)}, but the body is no JSON object: {Excerpt(bytes)}";
            return (null, new EndpointFault(EndpointFaultKind.Protocol, detail));
        }

        return body.TryGetProperty("error", out var error) && error.ValueKind is not JsonValueKind.Null
            ? (null, new EndpointFault(EndpointFaultKind.Protocol, $"an error inside an HTTP 200 reply: {ErrorText(body, bytes)}"))
            : readBody(body);
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

    private static string Excerpt(ReadOnlyMemory<byte> bytes) =>
        bytes.IsEmpty ? "(empty body)" : OneLine(Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, 2 * LongestDetail)]));

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestDetail ? line : $"{Excerpts.Cut(line, LongestDetail)}…";
    }
}
