using System.Globalization;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Replay;

/// <summary>Watches a run: counts, budgets, errors in a row, answers under a foreign name. Safe for concurrent use.</summary>
/// <param name="configuration">Models and prices.</param>
/// <param name="plan">Budgets and limits.</param>
/// <param name="planned">Trials planned.</param>
/// <param name="finishedBefore">Trials that earlier starts finished.</param>
/// <param name="usedBefore">Tokens that earlier starts used, baseline first.</param>
/// <param name="timeProvider">Clock.</param>
internal sealed class RunMonitor(
    RunConfiguration configuration, ValidationPlan plan, int planned, int finishedBefore, TokenUsage[] usedBefore, TimeProvider timeProvider) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource noFurtherCalls = new();
    private readonly CancellationTokenSource abort = new();
    private readonly long started = timeProvider.GetTimestamp();

    // A recorded answer was paid for when it was recorded, and takes nothing from the budget of this run.
    private readonly TokenUsage[] usage = [Paid(configuration, ModelRole.Baseline, usedBefore[0]), usedBefore[1]];
    private readonly TokenUsage[] reserved = new TokenUsage[2];
    private readonly int[] errorsInARow = new int[2];
    private TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;
    private int finished;
    private int errors;

    /// <summary>Why the run must stop; null while it may go on.</summary>
    public string? StopReason { get; private set; }

    /// <summary>Ends waits as soon as the run is to stop.</summary>
    public CancellationToken NoFurtherCalls => noFurtherCalls.Token;

    /// <summary>Ends calls under way. A budget that is used up does not: these calls are paid for.</summary>
    public CancellationToken Abort => abort.Token;

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

    private bool HasCeiling => plan.Budgets.MaxTokens is not null || plan.Budgets.MaxCost is not null;

    /// <summary>
    /// Sets aside what a call will use. Where the budget would not bear it on top of the calls under way, it waits until these are settled, since they may have
    /// used less; where none is under way the run stops.
    /// </summary>
    /// <exception cref="OperationCanceledException">The run is to stop; the call must not be made.</exception>
    public async Task ReserveAsync(ModelRole role, TokenUsage expected, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task change;
            lock (gate)
            {
                // The token follows the reason a moment later.
                if (StopReason is not null)
                {
                    throw new OperationCanceledException(StopReason);
                }

                reserved[(int)role] += Paid(role, expected);
                var excess = HasCeiling ? FindExcess() : null;
                if (excess is null)
                {
                    underWay++;
                    return;
                }

                reserved[(int)role] -= Paid(role, expected);
                if (underWay == 0)
                {
                    StopAfterCalls(excess);
                }

                change = settled.Task;
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Counts what a call really used in place of what was set aside for it.</summary>
    public void Settle(ModelRole role, TokenUsage expected, TokenUsage used)
    {
        lock (gate)
        {
            underWay--;
            reserved[(int)role] -= Paid(role, expected);
            usage[(int)role] += Paid(role, used);
            settled.TrySetResult();
            settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private TokenUsage Paid(ModelRole role, TokenUsage usage) => Paid(configuration, role, usage);

    private static TokenUsage Paid(RunConfiguration configuration, ModelRole role, TokenUsage usage) =>
        role == ModelRole.Baseline && configuration.FrozenBaseline is not null ? default : usage;

    /// <summary>Counts a finished trial.</summary>
    public void Add(Attempt last)
    {
        lock (gate)
        {
            finished++;
            errors += last.Answered ? 0 : 1;
            errorsInARow[(int)last.Role] = last.Answered ? 0 : errorsInARow[(int)last.Role] + 1;
            if (FindStopReason(last) is { } reason)
            {
                Stop(reason);
            }
            else if (FindUsedUp() is { } budget)
            {
                StopAfterCalls(budget);
            }
        }
    }

    /// <summary>Stops the run at once, for the first reason given.</summary>
    public void Stop(string reason)
    {
        lock (gate)
        {
            StopReason ??= reason;
            _ = noFurtherCalls.CancelAsync();
            _ = abort.CancelAsync();
        }
    }

    public void Dispose()
    {
        noFurtherCalls.Dispose();
        abort.Dispose();
    }

    private void StopAfterCalls(string reason)
    {
        StopReason ??= reason;
        _ = noFurtherCalls.CancelAsync();
    }

    private string? FindStopReason(Attempt last)
    {
        var model = configuration.ModelOf(last.Role);
        return last.Answered && !ServedModelRule.Accepts(model, last.ServedModel) ? ServedModelRule.Describe(model, last.ServedModel)
            : errorsInARow[(int)last.Role] >= plan.Execution.StopAfterConsecutiveErrors ? string.Create(CultureInfo.InvariantCulture,
                $"{errorsInARow[(int)last.Role]} trials of {model.DisplayName} in a row had no answer; the last one: {last.Fault}")
            : null;
    }

    private string? FindUsedUp()
    {
        var total = usage[0] + usage[1];
        return total.Total >= plan.Budgets.MaxTokens ? string.Create(CultureInfo.InvariantCulture, $"the budget of {plan.Budgets.MaxTokens} tokens is used up")
            : CostOf(usage) >= plan.Budgets.MaxCost ? string.Create(CultureInfo.InvariantCulture, $"the budget of {plan.Budgets.MaxCost} is used up")
            : timeProvider.GetElapsedTime(started).TotalMinutes >= plan.Budgets.MaxMinutes ? string.Create(CultureInfo.InvariantCulture, $"the time budget of {plan.Budgets.MaxMinutes} minutes is used up")
            : null;
    }

    /// <summary>Which budget would be broken if all calls that are set aside used what is expected of them.</summary>
    private string? FindExcess()
    {
        TokenUsage[] expected = [usage[0] + reserved[0], usage[1] + reserved[1]];
        var tokens = (expected[0] + expected[1]).Total;
        return tokens > plan.Budgets.MaxTokens ? string.Create(CultureInfo.InvariantCulture,
                $"the budget of {plan.Budgets.MaxTokens} tokens does not bear another call: {(usage[0] + usage[1]).Total} are used, {tokens} would be after it")
            : CostOf(expected) > plan.Budgets.MaxCost ? string.Create(CultureInfo.InvariantCulture,
                $"the budget of {plan.Budgets.MaxCost} does not bear another call: {CostOf(usage):0.00} is used, {CostOf(expected):0.00} would be after it")
            : null;
    }

    private decimal CostOf(TokenUsage[] used) => (configuration.Baseline.Price?.CostOf(used[0]) ?? 0) + (configuration.Candidate.Price?.CostOf(used[1]) ?? 0);

    private string? DescribeCost() =>
        (configuration.Candidate.Price ?? configuration.Baseline.Price)?.Currency is { } currency
            ? string.Create(CultureInfo.InvariantCulture, $"{CostOf(usage):0.00} {currency}") : null;
}
