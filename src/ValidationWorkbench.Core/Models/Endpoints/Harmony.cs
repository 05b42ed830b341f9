using System.Text.Json;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models.Endpoints;

/// <summary>
/// Finds what a server should have parsed and did not: marks of the harmony format, in which gpt-oss writes its channels, or of thinking, in the content. The
/// stored bytes stay as they are; what is scored is the final channel.
/// </summary>
public static partial class Harmony
{
    /// <summary>
    /// The reply with <see cref="ModelReply.Answer"/> taken from the final channel where the content holds such marks; unchanged where it does not. A text that is
    /// JSON as it stands has none, whatever stands inside its strings.
    /// </summary>
    public static ModelReply Extract(ModelReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        // Nearly every reply has no mark, so it need not be read as JSON here.
        return Mark().IsMatch(reply.Text) ? IsJson(reply.Text) ? reply : reply with { Leaked = true, Extracted = Channel(reply.Text) }
            : Thought().IsMatch(reply.Text) ? reply with { Leaked = true, Extracted = AfterThought(reply.Text) }
            : Stripped().Match(reply.Text) is { Success: true } stripped ? reply with { Leaked = true, Extracted = stripped.Groups["final"].Value }
            : reply;
    }

    /// <summary>The last final channel up to its end; without one, what follows the last message of analysis; null where that is nothing.</summary>
    private static string? Channel(string text)
    {
        if (Final().Matches(text) is { Count: > 0 } finals)
        {
            return Ended(text[(finals[^1].Index + finals[^1].Length)..]);
        }

        var ends = End().Matches(text);
        var rest = ends.Count == 0 ? string.Empty : text[(ends[^1].Index + ends[^1].Length)..];
        return Mark().IsMatch(rest) || string.IsNullOrWhiteSpace(rest) ? null : rest.Trim();
    }

    private static string Ended(string text) => EndOfFinal().Match(text) is { Success: true } end ? text[..end.Index].Trim() : text.Trim();

    private static string? AfterThought(string text)
    {
        var close = text.LastIndexOf("</think>", StringComparison.Ordinal);
        var rest = close < 0 ? string.Empty : text[(close + "</think>".Length)..].Trim();
        return rest.Length == 0 ? null : rest;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The seven marks, and the spellings of related formats.
    [GeneratedRegex(@"<\|?(?:start|end|message|channel|constrain|return|call)\|?>", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"<\|?channel\|?>\s*final\b[^<]*(?:<\|?constrain\|?>[^<]*)?<\|?message\|?>", RegexOptions.CultureInvariant)]
    private static partial Regex Final();

    [GeneratedRegex(@"<\|?end\|?>", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"<\|?(?:return|end)\|?>", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfFinal();

    [GeneratedRegex(@"\A\s*<think>", RegexOptions.CultureInvariant)]
    private static partial Regex Thought();

    // Marks removed, words kept: both are needed, since an answer may well begin with "analysis".
    [GeneratedRegex(@"\Aanalysis(?=\p{L}).*assistantfinal(?<final>.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Stripped();
}
