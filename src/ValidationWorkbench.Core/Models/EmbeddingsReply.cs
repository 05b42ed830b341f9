namespace ValidationWorkbench.Models;

/// <summary>Vectors as the endpoint gave them.</summary>
public sealed record EmbeddingsReply
{
    /// <summary>One vector per text asked for, in the order of the texts; all finite and of one length, which is at least 1.</summary>
    public required IReadOnlyList<double[]> Vectors { get; init; }

    /// <summary>Model id that the endpoint says has answered; null where it says nothing.</summary>
    public string? Model { get; init; }

    /// <summary>Tokens used; zero where the endpoint does not count.</summary>
    public long PromptTokens { get; init; }
}
