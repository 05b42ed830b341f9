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
    /// <param name="endpoints">Where it may be asked: the first that is not down is.</param>
    /// <param name="isAgain">True where the call before brought no answer: it is not to be the one that tries an endpoint that is down.</param>
    /// <param name="requestOf">The question, as it is put to a model.</param>
    /// <param name="record">Keeps the bytes of the call, reads them, and hands their record in.</param>
    /// <param name="waits">Ends the wait before the call.</param>
    /// <param name="calls">Ends the call, which is recorded as cancelled.</param>
    /// <exception cref="OperationCanceledException">The run stopped before the call was made or while it was under way.</exception>
    public async Task<T> MakeAsync<T>(
        ScheduledTrial trial, IReadOnlyList<EndpointAccess> endpoints, bool isAgain, Func<ModelSpec, ModelRequest> requestOf,
        Func<EndpointAccess, MadeCall, CallRecord<T>> record, CancellationToken waits, CancellationToken calls)
    {
        var expected = forecast.Expect(trial.Key.Role, trial.Task, trial.Case);
        var endpoint = await EnterAsync(trial, endpoints, isAgain, requestOf, expected, waits).ConfigureAwait(false);
        var gate = endpoint.Gate;
        var (call, used) = (await AskAsync(endpoint.Client, requestOf(endpoint.Model), calls).ConfigureAwait(false), default(TokenUsage));
        CallRecord<T> made;
        try
        {
            made = record(endpoint, call);
            forecast.Learn(trial.Key.Role, trial.Task, made.Used);
            used = made.Fault is null ? UsageForecast.Known(made.Used, expected) : made.Used;
            if (call.IsCancelled)
            {
                gate?.LeaveUnused();
            }
            else if (gate?.Leave(made.Fault, call.Exchange.RetryAfter, expected.Total, made.Used.Total) is { } reason
                && (endpoint == endpoints[^1] || !gate.IsDown))
            {
                // An endpoint that is down stops nothing while there is another one to ask.
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

    private async Task<EndpointAccess> EnterAsync(
        ScheduledTrial trial, IReadOnlyList<EndpointAccess> endpoints, bool isAgain, Func<ModelSpec, ModelRequest> requestOf, TokenUsage expected,
        CancellationToken waits)
    {
        await places.WaitAsync(waits).ConfigureAwait(false);
        try
        {
            // The gate comes after the place, so that whoever waits for a place learns of an outage before it calls.
            var endpoint = await ChooseAsync(endpoints, isAgain, requestOf, expected.Total, waits).ConfigureAwait(false);
            try
            {
                await monitor.ReserveAsync(trial.Key.Role, expected, waits).ConfigureAwait(false);
                return endpoint;
            }
            catch (OperationCanceledException)
            {
                endpoint.Gate?.LeaveUnused();
                throw;
            }
        }
        catch (OperationCanceledException)
        {
            places.Release();
            throw;
        }
    }

    /// <summary>The first endpoint that lets the call in; the last one where none does at once.</summary>
    private static async Task<EndpointAccess> ChooseAsync(
        IReadOnlyList<EndpointAccess> endpoints, bool isAgain, Func<ModelSpec, ModelRequest> requestOf, long expected, CancellationToken waits)
    {
        if (endpoints[0].Gate is null)
        {
            return endpoints.FirstOrDefault(endpoint => endpoint.Holds(requestOf(endpoint.Model))) ?? endpoints[0];
        }

        foreach (var endpoint in endpoints.SkipLast(1))
        {
            if (!(isAgain && endpoint.Gate!.IsDown) && await endpoint.Gate!.TryEnterAsync(expected, waits).ConfigureAwait(false))
            {
                return endpoint;
            }
        }

        await endpoints[^1].Gate!.EnterAsync(expected, waits).ConfigureAwait(false);
        return endpoints[^1];
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
