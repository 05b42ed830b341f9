namespace ValidationWorkbench.Models;

/// <summary>Price per million tokens in one currency.</summary>
public sealed record ModelPrice
{
    /// <summary>Price of a million prompt tokens.</summary>
    public required decimal InputPerMillion { get; init; }

    /// <summary>Price of a million completion tokens.</summary>
    public required decimal OutputPerMillion { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>Cost of the tokens used, unrounded.</summary>
    public decimal CostOf(TokenUsage usage) =>
        ((usage.PromptTokens * InputPerMillion) + (usage.CompletionTokens * OutputPerMillion)) / 1_000_000m;
}
