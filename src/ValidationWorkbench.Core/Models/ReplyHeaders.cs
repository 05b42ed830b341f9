using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>Headers of a reply that are kept with a call: who answered, under which id, and which limits are left.</summary>
public static class ReplyHeaders
{
    /// <summary>Longest value kept, in characters.</summary>
    public const int LongestValue = 200;

    private static readonly string[] Names = ["apim-request-id", "openai-processing-ms", "request-id", "server", "x-request-id"];

    private static readonly string[] Prefixes = ["retry-after", "x-litellm-", "x-ratelimit-"];

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>No header.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Those worth keeping, by their names in small letters and in the order of these.</summary>
    /// <param name="headers">All headers of a reply; their values hold no secret.</param>
    public static IReadOnlyDictionary<string, string> Keep(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in headers)
        {
            var lower = name.ToLowerInvariant();
            if (Names.Contains(lower) || Prefixes.Any(prefix => lower.StartsWith(prefix, StringComparison.Ordinal)))
            {
                kept[lower] = Excerpts.Cut(value, LongestValue);
            }
        }

        return kept;
    }

    /// <summary>JSON object of the headers, as a row and a record hold it; null for none.</summary>
    public static string? Write(IReadOnlyDictionary<string, string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.Count == 0 ? null : JsonSerializer.Serialize(headers, Options);
    }
}
