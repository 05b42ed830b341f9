using System.Globalization;

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

    /// <summary>All parameters in one line; what is not sent is named "provider default".</summary>
    public string Describe()
    {
        var words = $"temperature {Or(Temperature)}, top_p {Or(TopP)}, length {Or(MaxTokens)}, seed {Or(Seed)}";
        return ReasoningEffort is { } effort ? $"{words}, reasoning effort {effort}" : words;
    }

    private static string Or<T>(T? value)
        where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "provider default";
}
