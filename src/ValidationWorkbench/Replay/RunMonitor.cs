using System.Globalization;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Replay;

/// <summary>Watches a run: counts, budgets, errors in a row, answers under a foreign name. Safe for concurrent use.</summary>
internal sealed class RunMonitor(RunConfiguration configuration, ValidationPlan plan, int planned, int finishedBefore, TokenUsage[] usedBefore, TimeProvider timeProvider)
{
    private readonly Lock gate = new();
    private readonly long started = timeProvider.GetTimestamp();

    // A recorded answer was paid for when it was recorded, and takes nothing from the budget of this run.
    private readonly TokenUsage[] usage = [configuration.FrozenBaseline is null ? usedBefore[0] : default, usedBefore[1]];
    private int finished;
    private int errors;
    private readonly int[] errorsInARow = new int[2];

    /// <summary>Why the run must stop; null while it may go on.</summary>
    public string? StopReason { get; private set; }

    /// <summary>State right now.</summary>
    public RunProgress Progress
    {
        get
        {
            lock (gate)
            {
                return new RunProgress(planned, finishedBefore + finished, errors, usage[0], usage[1], DescribeCost(), timeProvider.GetElapsedTime(started), finished);
            }
        }
    }

    private decimal Cost => (configuration.Baseline.Price?.CostOf(usage[0]) ?? 0) + (configuration.Candidate.Price?.CostOf(usage[1]) ?? 0);

    /// <summary>Counts a finished trial.</summary>
    public void Add(Attempt last)
    {
        lock (gate)
        {
            finished++;
            usage[(int)last.Role] += last.Role == ModelRole.Baseline && configuration.FrozenBaseline is not null ? default : last.Usage;
            errors += last.Answered ? 0 : 1;
            errorsInARow[(int)last.Role] = last.Answered ? 0 : errorsInARow[(int)last.Role] + 1;
            StopReason ??= FindStopReason(last);
        }
    }

    private string? FindStopReason(Attempt last)
    {
        var model = configuration.ModelOf(last.Role);
        var total = usage[0] + usage[1];
        return last.Answered && !ServedModelRule.Accepts(model, last.ServedModel) ? ServedModelRule.Describe(model, last.ServedModel)
            : errorsInARow[(int)last.Role] >= plan.Execution.StopAfterConsecutiveErrors ? string.Create(CultureInfo.InvariantCulture, $"{errorsInARow[(int)last.Role]} trials of {model.DisplayName} in a row had no answer; the last one: {last.Fault}")
            : total.Total >= plan.Budgets.MaxTokens ? string.Create(CultureInfo.InvariantCulture, $"the budget of {plan.Budgets.MaxTokens} tokens is used up")
            : Cost >= plan.Budgets.MaxCost ? string.Create(CultureInfo.InvariantCulture, $"the budget of {plan.Budgets.MaxCost} is used up")
            : timeProvider.GetElapsedTime(started).TotalMinutes >= plan.Budgets.MaxMinutes ? string.Create(CultureInfo.InvariantCulture, $"the time budget of {plan.Budgets.MaxMinutes} minutes is used up")
            : null;
    }

    private string? DescribeCost() =>
        (configuration.Candidate.Price ?? configuration.Baseline.Price)?.Currency is { } currency ? string.Create(CultureInfo.InvariantCulture, $"{Cost:0.00} {currency}") : null;
}
