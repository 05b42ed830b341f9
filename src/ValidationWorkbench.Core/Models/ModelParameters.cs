namespace ValidationWorkbench.Models;

/// <summary>
/// What is asked of the endpoint besides the prompt. A parameter that is null is not sent and counts as "provider default";
/// it is never taken to be zero.
/// </summary>
public sealed record ModelParameters
{
    /// <summary>Sampling temperature, 0-2.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling share, 0-1.</summary>
    public double? TopP { get; init; }

    /// <summary>Longest reply in tokens, reasoning included.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Sampling seed sent to the endpoint; best effort on the provider's side.</summary>
    public long? Seed { get; init; }

    /// <summary>Reasoning effort by the provider's own word, such as <c>low</c> or <c>medium</c>.</summary>
    public string? ReasoningEffort { get; init; }
}
