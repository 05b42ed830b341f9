namespace ValidationWorkbench.Models.Endpoints;

/// <summary>What a plan says of an endpoint; null leaves it to the preset. The members are those of <see cref="EndpointSettings"/>.</summary>
public sealed record ConnectionOverrides
{
    public PathStyle? PathStyle { get; init; }

    public string? ApiVersion { get; init; }

    public AuthStyle? Auth { get; init; }

    /// <summary>Added to those of the preset.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? LengthField { get; init; }

    public IReadOnlyList<string>? Omit { get; init; }

    public IReadOnlyList<string>? ReasoningFields { get; init; }

    public StructuredOutput? StructuredOutput { get; init; }

    public string? ExtraBody { get; init; }

    public bool? Stream { get; init; }

    public IReadOnlyList<string>? ResetHeaders { get; init; }

    public int? RequestsPerMinute { get; init; }

    public int? TokensPerMinute { get; init; }

    public int? ContextWindow { get; init; }

    public bool? AllowHttp { get; init; }

    /// <summary>The settings of a preset with these changes.</summary>
    public EndpointSettings Over(EndpointSettings preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return new EndpointSettings
        {
            PathStyle = PathStyle ?? preset.PathStyle,
            ApiVersion = ApiVersion ?? preset.ApiVersion,
            Auth = Auth ?? preset.Auth,
            Headers = preset.Headers.Concat(Headers).GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Last().Value),
            LengthField = LengthField ?? preset.LengthField,
            Omit = Omit ?? preset.Omit,
            ReasoningFields = ReasoningFields ?? preset.ReasoningFields,
            StructuredOutput = StructuredOutput ?? preset.StructuredOutput,
            ExtraBody = ExtraBody ?? preset.ExtraBody,
            Stream = Stream ?? preset.Stream,
            ResetHeaders = ResetHeaders ?? preset.ResetHeaders,
            RequestsPerMinute = RequestsPerMinute ?? preset.RequestsPerMinute,
            TokensPerMinute = TokensPerMinute ?? preset.TokensPerMinute,
            ContextWindow = ContextWindow ?? preset.ContextWindow,
            AllowHttp = AllowHttp ?? preset.AllowHttp,
        };
    }
}
