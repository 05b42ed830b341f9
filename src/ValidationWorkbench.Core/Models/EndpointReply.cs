using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models;

/// <summary>
/// What all replies of OpenAI-compatible endpoints have in common: status classes and the error shapes found in the field (object, array,
/// plain string, <c>detail</c>, an error inside status 200).
/// </summary>
internal static partial class EndpointReply
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
            return status is >= 200 and <= 299 && transportError is not null ? (null, Incomplete(status, transportError, replyBytes.Length))
                : Read(status, replyBytes, readBody);
        }
        catch (InvalidOperationException)
        {
            return (null, new EndpointFault(EndpointFaultKind.Protocol, "the body holds text that is not valid UTF-8 or UTF-16"));
        }
    }

    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(JsonElement parent, string name) => TextOf(Member(parent, name));

    public static string? TextOf(JsonElement member) => member.ValueKind == JsonValueKind.String ? WellFormed(member) : null;

    /// <summary>The fault that a body or a piece of a stream names inside status 200; null for none.</summary>
    public static EndpointFault? ErrorIn(JsonElement body)
    {
        if (HolderOfError(body) is not { } holder)
        {
            return null;
        }

        // Some write the status that they should have given into the error.
        var code = Member(Member(holder, "error"), "code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var status)
            && status is >= 400 and <= 599 ? status : 200;
        return new EndpointFault(KindOf(code, holder), ErrorText(holder, ReadOnlyMemory<byte>.Empty));
    }

    /// <summary>The body that names an error or, as routers do where a provider fails while it answers, its first choice; null for none.</summary>
    private static JsonElement? HolderOfError(JsonElement body)
    {
        static bool Names(JsonElement holder) => Member(holder, "error").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
        return Names(body) ? body
            : Member(body, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 && Names(choices[0]) ? choices[0]
            : null;
    }

    /// <summary>A positive whole number of at most 2,147,483,647; zero where there is none. More is no count of one call, and sums of it would overflow.</summary>
    public static long Count(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count > 0 ? count : 0;

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

        return ErrorIn(body) is { } fault
            ? (null, new EndpointFault(fault.Kind, $"an error inside an HTTP 200 reply: {ErrorText(HolderOfError(body), bytes)}"))
            : readBody(body);
    }

    /// <summary>A good status whose body did not arrive whole. One that is too long would be so again.</summary>
    private static EndpointFault Incomplete(int status, string transportError, int length) => new(
        length >= ModelExchange.LargestReply ? EndpointFaultKind.Protocol : EndpointFaultKind.Unavailable,
        string.Create(CultureInfo.InvariantCulture, $"HTTP {status}, but the reply did not arrive whole: {OneLine(transportError)}"));

    private static EndpointFaultKind KindOf(int status, JsonElement? root) => status switch
    {
        401 or 403 => EndpointFaultKind.Authentication,
        402 => EndpointFaultKind.Quota,
        429 or 498 => ErrorCode(root) is "insufficient_quota" ? EndpointFaultKind.Quota : EndpointFaultKind.RateLimit,
        408 or 409 or 425 => EndpointFaultKind.Unavailable,
        _ when IsOverflow(root) => EndpointFaultKind.ContextOverflow,
        _ when IsFiltered(root) => EndpointFaultKind.ContentFilter,
        >= 500 => EndpointFaultKind.Unavailable,
        200 => EndpointFaultKind.Protocol,
        _ => EndpointFaultKind.Request,
    };

    private static bool IsOverflow(JsonElement? root) =>
        ErrorCode(root) is "context_length_exceeded" or "exceed_context_size_error" || ErrorType(root) is "exceed_context_size_error"
        || (root is { } body && ContextWords().IsMatch(ErrorText(body, ReadOnlyMemory<byte>.Empty)));

    private static bool IsFiltered(JsonElement? root) => ErrorCode(root) is "content_filter" or "content_policy_violation";

    private static string? ErrorCode(JsonElement? root) => ErrorMember(root, "code");

    private static string? ErrorType(JsonElement? root) => ErrorMember(root, "type");

    private static string? ErrorMember(JsonElement? root, string name) => root switch
    {
        { ValueKind: JsonValueKind.Array } array when array.GetArrayLength() > 0 => Text(Member(array[0], "error"), name),
        { } body => Text(Member(body, "error"), name),
        _ => null,
    };

    [GeneratedRegex(@"context[ _](?:length|size|window)|maximum context", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContextWords();

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

    public static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestDetail ? line : $"{Excerpts.Cut(line, LongestDetail)}…";
    }
}
