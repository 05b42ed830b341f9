namespace ValidationWorkbench.Models;

/// <summary>An answer as the endpoint reported it. The text is untouched.</summary>
public sealed record ModelReply
{
    /// <summary>Content of the message; empty where the endpoint sent none.</summary>
    public required string Text { get; init; }

    /// <summary>True where the content holds marks that the server should have parsed, and extraction is on.</summary>
    public bool Leaked { get; init; }

    /// <summary>What stands in the final channel of such a content; null where nothing does.</summary>
    public string? Extracted { get; init; }

    /// <summary>What is scored: the content, or its final channel where marks leaked.</summary>
    public string Answer => Leaked ? Extracted ?? string.Empty : Text;

    /// <summary>Reasoning that the endpoint keeps apart; null for none. It is never scored.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Tool calls of the message as JSON; null for none.</summary>
    public string? ToolCalls { get; init; }

    /// <summary>Id of the reply; null where the endpoint gives none.</summary>
    public string? Id { get; init; }

    /// <summary>Who served it, as a router says; null where it does not.</summary>
    public string? Provider { get; init; }

    /// <summary>Prompt tokens taken from a cache; zero where the endpoint does not say.</summary>
    public long CachedTokens { get; init; }

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
