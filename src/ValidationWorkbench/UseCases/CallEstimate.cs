using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Replay;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.UseCases;

/// <summary>A rough estimate of what a run will use, shown before anything is spent.</summary>
internal static class CallEstimate
{
    /// <summary>
    /// Tokens of the models that are asked, and their cost; null where one has no price or the currencies differ. A baseline that is answered from a recording
    /// costs nothing again.
    /// </summary>
    public static (TokenUsage Usage, decimal? Cost) Of(RunConfiguration configuration, RunInputs inputs, IReadOnlyList<(CaseTask Task, TestCase Case)> cases)
    {
        var once = cases.Aggregate(default(TokenUsage), (sum, entry) => sum + UsageForecast.Estimate(entry.Task, entry.Case, inputs.Prompts[entry.Task].Text));
        var perModel = new TokenUsage(once.PromptTokens * configuration.Repeats, once.CompletionTokens * configuration.Repeats);
        return configuration.FrozenBaseline is not null ? (perModel, configuration.Candidate.Price?.CostOf(perModel))
            : (perModel + perModel, CostOf(configuration.Baseline, perModel, configuration.Candidate, perModel));
    }

    /// <summary>Cost of both models' tokens; null where one has no price or the currencies differ.</summary>
    public static decimal? CostOf(ModelSpec baseline, TokenUsage baselineUsage, ModelSpec candidate, TokenUsage candidateUsage) =>
        baseline.Price is { } first && candidate.Price is { } second && first.Currency == second.Currency
            ? first.CostOf(baselineUsage) + second.CostOf(candidateUsage)
            : null;
}
