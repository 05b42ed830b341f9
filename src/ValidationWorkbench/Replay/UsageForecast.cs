using System.Collections.Concurrent;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>
/// What a call will use: the rough estimate, or the mean of the calls of the same model and task so far where that is more. Safe for concurrent use.
/// </summary>
internal sealed class UsageForecast(IReadOnlyDictionary<CaseTask, string> prompts)
{
    private const int TokensPerCategorization = 200;
    private const int TokensPerRequirement = 250;

    private readonly Lock gate = new();
    private readonly Dictionary<(ModelRole Role, CaseTask Task), (long Calls, TokenUsage Sum)> seen = [];

    // Each case is asked many times, and its whole text is read to estimate it.
    private readonly ConcurrentDictionary<string, TokenUsage> estimates = new(StringComparer.Ordinal);

    /// <summary>Tokens of one call, roughly: those of its text, and as many tokens out as the task usually takes.</summary>
    public static TokenUsage Estimate(CaseTask task, TestCase testCase, string instructions) =>
        new(TokenEstimate.Of(instructions + CasePrompt.For(task, testCase)).Typical,
            task == CaseTask.Categorization ? TokensPerCategorization : TokensPerRequirement * Math.Max(1, testCase.Requirements.Count));

    /// <summary>Tokens that a budget counts for an answer: an endpoint that counts none is taken by what was expected, so that a budget holds there too.</summary>
    public static TokenUsage Known(TokenUsage counted, TokenUsage expected) => counted.Total == 0 ? expected : counted;

    /// <summary>Tokens expected of the next call.</summary>
    public TokenUsage Expect(ModelRole role, CaseTask task, TestCase testCase)
    {
        var estimate = estimates.GetOrAdd(testCase.Id, _ => Estimate(task, testCase, prompts[task]));
        lock (gate)
        {
            var (calls, sum) = seen.GetValueOrDefault((role, task));
            return calls == 0 ? estimate
                : new TokenUsage(Math.Max(estimate.PromptTokens, sum.PromptTokens / calls), Math.Max(estimate.CompletionTokens, sum.CompletionTokens / calls));
        }
    }

    /// <summary>Learns from a call that used tokens.</summary>
    public void Learn(ModelRole role, CaseTask task, TokenUsage used)
    {
        if (used.Total > 0)
        {
            lock (gate)
            {
                var (calls, sum) = seen.GetValueOrDefault((role, task));
                seen[(role, task)] = (calls + 1, sum + used);
            }
        }
    }
}
