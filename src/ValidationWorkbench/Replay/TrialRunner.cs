using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Replay;

/// <summary>
/// Carries out trials: asks, keeps the raw reply, then looks at it, and tries again only where the endpoint was in trouble. Every attempt
/// becomes a record as it happens.
/// </summary>
/// <param name="records">Where everything is kept.</param>
/// <param name="run">The run.</param>
/// <param name="configuration">Its configuration.</param>
/// <param name="maxAttempts">Most failed attempts of a trial, over all starts of the run.</param>
/// <param name="prompts">Instructions of both tasks.</param>
/// <param name="accessOf">How a model is asked.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="monitor">Counts the trials.</param>
/// <param name="timeProvider">Clock.</param>
internal sealed class TrialRunner(
    RecordsFolder records, Run run, RunConfiguration configuration, int maxAttempts, IReadOnlyDictionary<CaseTask, string> prompts,
    Func<ModelRole, ModelAccess> accessOf, CallMaker calls, RunMonitor monitor, TimeProvider timeProvider)
{
    /// <summary>Runs a trial to its end, or as far as it gets before the run stops.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="noFurtherCalls">Ends waits: no further attempt is begun.</param>
    /// <param name="abort">Ends calls; one under way is recorded as cancelled.</param>
    /// <exception cref="OperationCanceledException">The run stopped before the trial was finished.</exception>
    public async Task RunAsync(ScheduledTrial trial, CancellationToken noFurtherCalls, CancellationToken abort)
    {
        var access = accessOf(trial.Key.Role);
        var (number, left) = (trial.AttemptsBefore, Math.Max(1, maxAttempts - trial.FailuresBefore));
        var last = number + left;

        var end = await TryAsync(trial, left, () =>
        {
            number++;
            return calls.MakeAsync(
                trial, access.Endpoints, number > trial.AttemptsBefore + 1, model => RequestOf(trial, model), (endpoint, call) => Record(trial, endpoint, call, number, number >= last),
                noFurtherCalls, abort);
        }, noFurtherCalls).ConfigureAwait(false);
        if (end.IsTrial)
        {
            monitor.Add(end.Attempt);
        }
    }

    /// <summary>Asks a case again, as often as its endpoint is in trouble that may pass. Its reply is kept and shown; it is no trial and decides nothing.</summary>
    /// <param name="trial">The question, under a repeat that no trial has.</param>
    /// <param name="noFurtherCalls">Ends waits.</param>
    /// <param name="abort">Ends the call.</param>
    public async Task AskAgainAsync(ScheduledTrial trial, CancellationToken noFurtherCalls, CancellationToken abort)
    {
        if (accessOf(trial.Key.Role) is not { Plain: { } client } access)
        {
            return;
        }

        var number = trial.AttemptsBefore;
        var first = access.Endpoints[0] with { Client = client };
        await TryAsync(trial, Math.Max(1, maxAttempts - trial.FailuresBefore), () =>
        {
            number++;
            return AskAsideAsync(trial, first, number, AuditAction.SequentialAsked, ("trial", trial.Key.ToString()), noFurtherCalls, abort);
        }, noFurtherCalls).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks once with the question of a trial before the first trial. The first call of a server differs from those that follow: it loads the model, and its
    /// caches are empty. So question and reply are kept as evidence and never scored.
    /// </summary>
    /// <param name="trial">The trial whose question is asked.</param>
    /// <param name="noFurtherCalls">Ends waits.</param>
    /// <param name="abort">Ends the call.</param>
    public async Task WarmUpAsync(ScheduledTrial trial, CancellationToken noFurtherCalls, CancellationToken abort)
    {
        var access = accessOf(trial.Key.Role);
        if (access.Plain is { } client)
        {
            var name = configuration.ModelOf(trial.Key.Role).Name;
            await AskAsideAsync(trial, access.Endpoints[0] with { Client = client }, 1, AuditAction.WarmedUp, ("model", name), noFurtherCalls, abort)
                .ConfigureAwait(false);
        }
    }

    /// <summary>One call that is no trial: question and reply are kept under a record of its own.</summary>
    private Task<Outcome> AskAsideAsync(
        ScheduledTrial trial, EndpointAccess first, int number, string action, (string Type, string Id) entity, CancellationToken noFurtherCalls,
        CancellationToken abort) =>
        calls.MakeAsync(trial, [first], isAgain: false, model => RequestOf(trial, model), (endpoint, call) =>
        {
            var (attempt, fault, request, reply) = Read(trial, endpoint, call, number);
            var recorded = records.AppendAsync(new RecordBatch(Entry(action, entity.Type, entity.Id, attempt, null, request, reply))
            {
                Evidence = reply is null ? [request] : [request, reply],
            });
            return new CallRecord<Outcome>(new Outcome(attempt, fault, call.Exchange.RetryAfter, false), fault, attempt.Usage, recorded);
        }, noFurtherCalls, abort);

    /// <summary>
    /// Makes attempts until one ends otherwise than in trouble that may pass. Each trial spreads its waits by numbers of its own; a wait that the endpoint
    /// asked for is kept by its gate, for all calls.
    /// </summary>
    private async Task<Outcome> TryAsync(ScheduledTrial trial, int left, Func<Task<Outcome>> attempt, CancellationToken noFurtherCalls)
    {
        var first = await attempt().ConfigureAwait(false);
        if (left == 1 || first.Fault?.IsTransient != true)
        {
            // Hardly a call fails, so the means to try again are made where one did.
            return first;
        }

        var pipeline = EndpointRetry.Pipeline<Outcome>(
            left, unchecked((ulong)configuration.Seed + ((ulong)trial.Position << 8) + (ulong)trial.AttemptsBefore), timeProvider,
            outcome => (outcome.Fault, outcome.RetryAfter is null ? null : TimeSpan.Zero));
        var next = () => Task.FromResult(first);
        return await pipeline.ExecuteAsync(async _ =>
        {
            var outcome = await next().ConfigureAwait(false);
            next = attempt;
            return outcome;
        }, noFurtherCalls).ConfigureAwait(false);
    }

    private ModelRequest RequestOf(ScheduledTrial trial, ModelSpec model) =>
        TrialRequest.Of(model, trial.Task, trial.Case, prompts[trial.Task], trial.Key.Repeat);

    /// <summary>Keeps the bytes of a call, and reads them only then.</summary>
    private (Attempt Attempt, EndpointFault? Fault, EvidenceEntry Request, EvidenceEntry? Reply) Read(
        ScheduledTrial trial, EndpointAccess endpoint, MadeCall call, int number)
    {
        var (key, exchange) = (trial.Key, call.Exchange);
        var request = records.Keep(exchange.RequestBytes);
        var reply = exchange.HttpStatus is null ? null : records.Keep(exchange.ReplyBytes);
        var (answer, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, endpoint.Model.Wire);
        return (new Attempt
        {
            RunId = run.Id,
            CaseId = key.CaseId,
            Role = key.Role,
            Repeat = key.Repeat,
            Number = number,
            StartedMicros = Microseconds.Of(call.Started),
            LatencyMicros = (long)exchange.Latency.TotalMicroseconds,
            FirstTokenMicros = (long?)exchange.FirstToken?.TotalMicroseconds,
            RequestSha256 = request.Sha256,
            ReplySha256 = reply?.Sha256,
            HttpStatus = exchange.HttpStatus,
            ServedModel = AuditText.Clean(answer?.Model),
            SystemFingerprint = AuditText.Clean(answer?.SystemFingerprint),
            ReplyId = AuditText.Clean(answer?.Id),
            ServedBy = AuditText.Clean(endpoint.Name is null ? answer?.Provider : string.Join(", ", new[] { endpoint.Name, answer?.Provider }.OfType<string>())),
            FinishReason = AuditText.Clean(answer?.FinishReason),
            PromptTokens = answer?.Usage.PromptTokens ?? 0,
            CompletionTokens = answer?.Usage.CompletionTokens ?? 0,
            CachedTokens = answer?.CachedTokens ?? 0,
            Leaked = answer is not null && Harmony.Extract(answer).Leaked,
            Headers = ReplyHeaders.Write(exchange.Headers),
            Fault = AuditText.Clean(fault?.ToString()),
            TransportError = AuditText.Clean(exchange.TransportError),
            Cancelled = call.IsCancelled,
        }, fault, request, reply);
    }

    private CallRecord<Outcome> Record(ScheduledTrial trial, EndpointAccess endpoint, MadeCall call, int number, bool isLast)
    {
        var (attempt, fault, request, reply) = Read(trial, endpoint, call, number);

        // A key that is refused today may be put right for the next start, so its trial stays open while it has attempts left.
        var isOpen = call.IsCancelled || (!isLast && (fault?.IsTransient == true || (endpoint.Gate is not null && EndpointGate.IsHopeless(fault))));
        var finished = fault is not null && isOpen ? null : new Trial
        {
            RunId = run.Id,
            CaseId = attempt.CaseId,
            Role = attempt.Role,
            Repeat = attempt.Repeat,
            Position = trial.Position,
            Attempts = number,
            Answered = fault is null,
            FinishedMicros = Microseconds.Of(timeProvider.GetUtcNow()),
        };
        var action = finished is null ? AuditAction.AttemptFailed : AuditAction.TrialFinished;
        var recorded = records.AppendAsync(new RecordBatch(Entry(action, "trial", trial.Key.ToString(), attempt, finished, request, reply))
        {
            Evidence = reply is null ? [request] : [request, reply],
            Attempt = attempt,
            Trial = finished,
        });
        return new CallRecord<Outcome>(new Outcome(attempt, fault, call.Exchange.RetryAfter, finished is not null), fault, attempt.Usage, recorded);
    }

    private AuditEntry Entry(string action, string entityType, string entityId, Attempt attempt, Trial? trial, EvidenceEntry request, EvidenceEntry? reply) => new()
    {
        Actor = Actor.Workbench,
        Action = action,
        EntityType = entityType,
        EntityId = entityId,
        RunId = run.Id,
        OccurredMicros = attempt.StartedMicros + attempt.LatencyMicros,
        ConfigurationSha256 = run.ConfigurationSha256,
        Reason = attempt.Fault,
        After = AttemptFacts.Write(attempt, configuration.ModelOf(attempt.Role).DisplayName, trial),
        Attachments = reply is null ? [Attachment("request", request)] : [Attachment("request", request), Attachment("reply", reply)],
    };

    private static AuditAttachment Attachment(string name, EvidenceEntry entry) => new(name, entry.Length, entry.Sha256);

    /// <summary>What came of an attempt.</summary>
    private sealed record Outcome(Attempt Attempt, EndpointFault? Fault, TimeSpan? RetryAfter, bool IsTrial);
}
