namespace ValidationWorkbench.Models;

/// <summary>Tokens of one or more calls as the provider counted them.</summary>
/// <param name="PromptTokens">Tokens read.</param>
/// <param name="CompletionTokens">Tokens written, reasoning included.</param>
public readonly record struct TokenUsage(long PromptTokens, long CompletionTokens)
{
    /// <summary>Sum of both.</summary>
    public long Total => PromptTokens + CompletionTokens;

    public static TokenUsage operator +(TokenUsage left, TokenUsage right) =>
        new(left.PromptTokens + right.PromptTokens, left.CompletionTokens + right.CompletionTokens);

    public static TokenUsage operator -(TokenUsage left, TokenUsage right) =>
        new(left.PromptTokens - right.PromptTokens, left.CompletionTokens - right.CompletionTokens);
}
