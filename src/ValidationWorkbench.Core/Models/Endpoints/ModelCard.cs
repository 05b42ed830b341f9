namespace ValidationWorkbench.Models.Endpoints;

/// <summary>What is known of a model, wherever it is served. Data of <c>models.json</c>, not code.</summary>
public sealed record ModelCard
{
    /// <summary>The name that all providers' ids are mapped to, such as <c>gpt-oss-120b</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its id by provider, where that differs from the name.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>();

    /// <summary>Tokens of prompt and reply together; null where it is not known.</summary>
    public int? ContextWindow { get; init; }

    /// <summary>Tokens of the longest reply; null where it is not known.</summary>
    public int? OutputLimit { get; init; }

    /// <summary>False where the model refuses a temperature.</summary>
    public bool Temperature { get; init; } = true;

    /// <summary>Words for the reasoning effort that it knows; empty where it does not reason or nothing is known.</summary>
    public IReadOnlyList<string> ReasoningEffort { get; init; } = [];

    /// <summary>False where a JSON schema is not honoured.</summary>
    public bool JsonSchema { get; init; } = true;

    /// <summary>False where a seed is ignored or refused.</summary>
    public bool Seed { get; init; } = true;

    /// <summary>False where the model takes no images.</summary>
    public bool Images { get; init; } = true;

    /// <summary>True where token probabilities can be had.</summary>
    public bool Logprobs { get; init; }

    /// <summary>Length field that this model insists on; null where that of the provider serves.</summary>
    public string? LengthField { get; init; }

    /// <summary>List price by provider.</summary>
    public IReadOnlyDictionary<string, ModelPrice> Prices { get; init; } = new Dictionary<string, ModelPrice>();

    /// <summary>When the prices were looked up, such as <c>2025-11</c>.</summary>
    public string? PricesOf { get; init; }

    /// <summary>Its id at a provider.</summary>
    public string IdAt(string provider) => Ids.GetValueOrDefault(provider, Name);
}
