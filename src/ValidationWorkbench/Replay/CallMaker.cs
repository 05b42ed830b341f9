using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>Makes single calls: through the endpoint's gate and within the budget, from the wait for its turn to its record.</summary>
/// <param name="concurrency">Most calls under way at once, from 1.</param>
/// <param name="monitor">Keeps the budget and says when to stop.</param>
/// <param name="forecast">What a call will use.</param>
/// <param name="timeProvider">Clock.</param>
internal sealed class CallMaker(int concurrency, RunMonitor monitor, UsageForecast forecast, TimeProvider timeProvider) : IDisposable
{
    private readonly SemaphoreSlim places = new(concurrency);

    /// <summary>Makes one call and hands it to be recorded.</summary>
    /// <typeparam name="T">What the record says of it.</typeparam>
    /// <param name="trial">The trial that it is made for.</param>
    /// <param name="client">Who is asked.</param>
    /// <param name="gate">Way to the endpoint; null for none.</param>
    /// <param name="request">The question.</param>
    /// <param name="record">Keeps the bytes of the call, reads them, and hands their record in.</param>
    /// <param name="waits">Ends the wait before the call.</param>
    /// <param name="calls">Ends the call, which is recorded as cancelled.</param>
    /// <exception cref="OperationCanceledException">The run stopped before the call was made or while it was under way.</exception>
    public async Task<T> MakeAsync<T>(
        ScheduledTrial trial, IModelClient client, EndpointGate? gate, ModelRequest request, Func<MadeCall, CallRecord<T>> record,
        CancellationToken waits, CancellationToken calls)
    {
        var expected = forecast.Expect(trial.Key.Role, trial.Task, trial.Case);
        await EnterAsync(trial, gate, expected, waits).ConfigureAwait(false);
        var (call, used) = (await AskAsync(client, request, calls).ConfigureAwait(false), default(TokenUsage));
        CallRecord<T> made;
        try
        {
            made = record(call);
            used = made.Used;
            forecast.Learn(trial.Key.Role, trial.Task, used);
            if (call.IsCancelled)
            {
                gate?.LeaveUnused();
            }
            else if (gate?.Leave(made.Fault, call.Exchange.RetryAfter, expected.Total, used.Total) is { } reason)
            {
                monitor.Stop(reason);
            }
        }
        finally
        {
            // The next call need not wait until this one is on the disk.
            monitor.Settle(trial.Key.Role, expected, used);
            places.Release();
        }

        await made.Recorded.ConfigureAwait(false);
        return call.IsCancelled ? throw new OperationCanceledException(calls) : made.Result;
    }

    public void Dispose() => places.Dispose();

    private async Task EnterAsync(ScheduledTrial trial, EndpointGate? gate, TokenUsage expected, CancellationToken waits)
    {
        await places.WaitAsync(waits).ConfigureAwait(false);
        try
        {
            // The gate comes after the place, so that whoever waits for a place learns of an outage before it calls.
            await (gate?.EnterAsync(expected.Total, waits) ?? Task.CompletedTask).ConfigureAwait(false);
            try
            {
                await monitor.ReserveAsync(trial.Key.Role, expected, waits).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                gate?.LeaveUnused();
                throw;
            }
        }
        catch (OperationCanceledException)
        {
            places.Release();
            throw;
        }
    }

    private async Task<MadeCall> AskAsync(IModelClient client, ModelRequest request, CancellationToken cancellationToken)
    {
        var (started, timestamp) = (timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        try
        {
            return new MadeCall(await client.AskAsync(request, cancellationToken).ConfigureAwait(false), started, IsCancelled: false);
        }
        catch (OperationCanceledException)
        {
            // The call may have cost something, so it is on record although nobody waited for its reply.
            var cancelled = new ModelExchange
            {
                RequestBytes = ChatCompletionRequest.ToBytes(request),
                ReplyBytes = [],
                TransportError = "cancelled: the run was stopped",
                Latency = timeProvider.GetElapsedTime(timestamp),
            };
            return new MadeCall(cancelled, started, IsCancelled: true);
        }
    }
}
