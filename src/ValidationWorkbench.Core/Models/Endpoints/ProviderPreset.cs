namespace ValidationWorkbench.Models.Endpoints;

/// <summary>What is known of a provider's endpoint. Data of <c>providers.json</c>, not code.</summary>
public sealed record ProviderPreset
{
    /// <summary>Name in a plan, such as <c>azure-openai</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Base address; null where it is the user's own and the plan must give it.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Environment variable in which the key is usually kept; null where none is needed.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>How the endpoint is talked to.</summary>
    public required EndpointSettings Settings { get; init; }

    /// <summary>What a user should know, in one sentence; empty for nothing.</summary>
    public string Note { get; init; } = string.Empty;
}
