namespace ValidationWorkbench.Models;

/// <summary>An answer as the endpoint reported it. The text is untouched.</summary>
public sealed record ModelReply
{
    /// <summary>Content of the message; empty where the endpoint sent none.</summary>
    public required string Text { get; init; }

    /// <summary>Model id that the endpoint says has answered; null where it says nothing.</summary>
    public string? Model { get; init; }

    /// <summary>Build of the backend as the endpoint names it; null where it does not.</summary>
    public string? SystemFingerprint { get; init; }

    /// <summary>Why the model stopped, such as <c>stop</c>, <c>length</c> or <c>content_filter</c>.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Text of a refusal where the endpoint marks one.</summary>
    public string? Refusal { get; init; }

    /// <summary>Tokens used; zero where the endpoint does not count.</summary>
    public TokenUsage Usage { get; init; }
}
