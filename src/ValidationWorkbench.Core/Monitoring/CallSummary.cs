using ValidationWorkbench.Models;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>Calls to the candidate for the compared cases and repeats of one run: errors, time, tokens and cost.</summary>
/// <param name="Calls">Calls made; a retry is a call.</param>
/// <param name="Failed">Calls without an answer.</param>
/// <param name="TrialsWithoutAnswer">Trials that never got an answer.</param>
/// <param name="Unreadable">Answers in which nothing could be judged.</param>
/// <param name="MedianSeconds">Median time of a call; a failed call counts as slower than any answered one. Null where it lies among these.</param>
/// <param name="P99Seconds">99 % quantile of the same times.</param>
/// <param name="PromptTokens">Tokens read.</param>
/// <param name="CompletionTokens">Tokens written.</param>
/// <param name="Cost">Cost of the tokens at the run's price; null without a price.</param>
/// <param name="Currency">Currency of the cost.</param>
public sealed record CallSummary(
    int Calls, int Failed, int TrialsWithoutAnswer, int Unreadable, double? MedianSeconds, double? P99Seconds, long PromptTokens, long CompletionTokens, decimal? Cost, string? Currency)
{
    // Asked for with every quantile; its bounds are not shown here.
    private const double Confidence = 0.95;

    /// <summary>Sums up a run's calls for the panel.</summary>
    public static CallSummary Of(SharedPanel panel, MonitoredRun run)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(run);
        var cases = panel.Cases.Select(entry => entry.Case.Id).ToHashSet(StringComparer.Ordinal);
        var calls = run.Calls.Where(call => call.Repeat <= panel.Repeats && cases.Contains(call.CaseId)).ToList();
        var scores = panel.Cases.SelectMany(entry => panel.Scores(run, entry.Case.Id)).ToList();
        var failed = calls.Count(call => !call.Answered);
        var seconds = calls.Where(call => call.Answered).Select(call => call.LatencyMicros / 1e6).ToList();
        double? Quantile(double p) => OrderStatisticBound.Of(seconds, p, Confidence, failed).Estimate;
        var usage = calls.Aggregate(default(TokenUsage), (sum, call) => sum + call.Usage);
        var price = run.Configuration.Candidate.Price;
        return new CallSummary(
            calls.Count, failed, scores.Count(score => score is null), scores.Count(score => score is { SchemaConforms: false }),
            Quantile(0.5), Quantile(0.99), usage.PromptTokens, usage.CompletionTokens, price?.CostOf(usage), price?.Currency);
    }
}
