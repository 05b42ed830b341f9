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
        var again = SequentialRecords.Drawn(configuration.ReplayedFrom is null ? inputs.Plan.Plan.SequentialCheck : null, cases, configuration.Seed)
            .Aggregate(default(TokenUsage), (sum, testCase) =>
                sum + UsageForecast.Estimate(CaseTask.Categorization, testCase, inputs.Prompts[CaseTask.Categorization].Text));
        var perModel = Times(once, configuration.Repeats);
        var candidate = perModel + Times(again, configuration.Repeats);
        return configuration.FrozenBaseline is not null ? (candidate, configuration.Candidate.Price?.CostOf(candidate))
            : (perModel + candidate, CostOf(configuration.Baseline, perModel, configuration.Candidate, candidate));
    }

    private static TokenUsage Times(TokenUsage usage, int repeats) => new(usage.PromptTokens * repeats, usage.CompletionTokens * repeats);

    /// <summary>Cost of both models' tokens; null where one has no price or the currencies differ.</summary>
    public static decimal? CostOf(ModelSpec baseline, TokenUsage baselineUsage, ModelSpec candidate, TokenUsage candidateUsage) =>
        baseline.Price is { } first && candidate.Price is { } second && first.Currency == second.Currency
            ? first.CostOf(baselineUsage) + second.CostOf(candidateUsage)
            : null;
}
