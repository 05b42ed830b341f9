using System.Text.Json;

namespace ValidationWorkbench.Models.Endpoints;

/// <summary>How an endpoint is talked to: what a preset says, changed by what the plan says. It is frozen with a run.</summary>
public sealed record EndpointSettings
{
    /// <summary>Protocol and paths.</summary>
    public PathStyle PathStyle { get; init; }

    /// <summary>Value of <c>api-version</c> for Azure deployments; null for none.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Header that carries the key.</summary>
    public AuthStyle Auth { get; init; }

    /// <summary>Further headers of each request. Never a secret: they stand in the records.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the field that carries the longest reply: <c>max_tokens</c>, <c>max_completion_tokens</c> or <c>num_predict</c>.</summary>
    public string LengthField { get; init; } = "max_tokens";

    /// <summary>Parameters that are never sent, by their name in the request, such as <c>temperature</c>.</summary>
    public IReadOnlyList<string> Omit { get; init; } = [];

    /// <summary>Members of the message in which reasoning may stand, in the order in which they are tried.</summary>
    public IReadOnlyList<string> ReasoningFields { get; init; } = [];

    /// <summary>How the structure of the reply is asked for.</summary>
    public StructuredOutput StructuredOutput { get; init; }

    /// <summary>A JSON object whose members are added to each request; null for none.</summary>
    public string? ExtraBody { get; init; }

    /// <summary>True to have the reply streamed, which shows the time to the first token.</summary>
    public bool Stream { get; init; }

    /// <summary>Headers that say when the limits are free again, in the order in which they are tried after Retry-After.</summary>
    public IReadOnlyList<string> ResetHeaders { get; init; } = [];

    /// <summary>Most requests per minute; null where only the endpoint's headers limit them.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Most tokens per minute; null where only the endpoint's headers limit them.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Tokens of prompt and reply together; null where it is not known.</summary>
    public int? ContextWindow { get; init; }

    /// <summary>
    /// True to score the final channel where the server leaves marks of gpt-oss's channels in the content. The same for both models, or the comparison
    /// would be unfair.
    /// </summary>
    public bool ExtractHarmony { get; init; } = true;

    /// <summary>True where the plan allows plain http to another machine.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>What could change an answer, in one line: the protocol, and all that differs from an endpoint of which nothing is known.</summary>
    public string Describe()
    {
        var parts = new List<string> { Kebab(PathStyle), $"structure by {Kebab(StructuredOutput)}", $"length as {LengthField}" };
        void Add(bool isSaid, string words)
        {
            if (isSaid)
            {
                parts.Add(words);
            }
        }

        Add(ApiVersion is not null, $"api-version {ApiVersion}");
        Add(Omit.Count > 0, $"never sent: {string.Join(", ", Omit)}");
        Add(Headers.Count > 0, $"headers {string.Join(", ", Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}"))}");
        Add(ExtraBody is not null, $"extra body {ExtraBody}");
        Add(Stream, "streamed");
        Add(!ExtractHarmony, "marks of channels left in the answer");
        return string.Join("; ", parts);
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
