using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Replay;

/// <summary>
/// Carries out one trial: asks, keeps the raw reply, then looks at it, and tries again only where the endpoint was in trouble. Every attempt
/// becomes a record as it happens.
/// </summary>
internal sealed class TrialRunner(
    RecordsFolder records, RunConfiguration configuration, string configurationSha256, int maxAttempts, IReadOnlyDictionary<CaseTask, string> prompts, Func<ModelRole, IModelClient> clientOf, TimeProvider timeProvider)
{
    /// <summary>Runs a trial to its end and returns its last attempt.</summary>
    /// <param name="runId">Run it belongs to.</param>
    /// <param name="key">The trial.</param>
    /// <param name="position">Its place in the drawn order.</param>
    /// <param name="task">Task of its case.</param>
    /// <param name="testCase">Its case.</param>
    /// <param name="earlierAttempts">Attempts of earlier starts that were cut off.</param>
    /// <param name="cancellationToken">Ends the trial; an attempt under way is recorded as cancelled.</param>
    public async Task<Attempt> RunAsync(string runId, TrialKey key, int position, CaseTask task, TestCase testCase, int earlierAttempts, CancellationToken cancellationToken)
    {
        var request = TrialRequest.Of(configuration.ModelOf(key.Role), task, testCase, prompts[task], key.Repeat);
        var number = earlierAttempts;
        var pipeline = EndpointRetry.Pipeline<(Attempt Attempt, EndpointFault? Fault, TimeSpan? RetryAfter)>(maxAttempts, timeProvider, last => (last.Fault, last.RetryAfter));
        var last = await pipeline.ExecuteAsync(async token =>
        {
            number++;
            return await AttemptAsync(runId, key, position, request, number, number - earlierAttempts >= maxAttempts, token).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        return last.Attempt;
    }

    private async Task<(Attempt Attempt, EndpointFault? Fault, TimeSpan? RetryAfter)> AttemptAsync(
        string runId, TrialKey key, int position, ModelRequest request, int number, bool isLast, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetUtcNow();
        var timestamp = timeProvider.GetTimestamp();
        ModelExchange exchange;
        try
        {
            exchange = await clientOf(key.Role).AskAsync(request, cancellationToken).ConfigureAwait(false);
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
            await RecordAsync(runId, key, position, cancelled, started, number, ended: false, isCancelled: true).ConfigureAwait(false);
            throw;
        }

        return await RecordAsync(runId, key, position, exchange, started, number, isLast).ConfigureAwait(false);
    }

    private async Task<(Attempt Attempt, EndpointFault? Fault, TimeSpan? RetryAfter)> RecordAsync(
        string runId, TrialKey key, int position, ModelExchange exchange, DateTimeOffset started, int number, bool ended, bool isCancelled = false)
    {
        var requestEntry = records.Keep(exchange.RequestBytes);
        var replyEntry = exchange.HttpStatus is null ? null : records.Keep(exchange.ReplyBytes);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, configuration.ModelOf(key.Role).Wire);
        var attempt = new Attempt
        {
            RunId = runId,
            CaseId = key.CaseId,
            Role = key.Role,
            Repeat = key.Repeat,
            Number = number,
            StartedMicros = Microseconds.Of(started),
            LatencyMicros = (long)exchange.Latency.TotalMicroseconds,
            FirstTokenMicros = (long?)exchange.FirstToken?.TotalMicroseconds,
            RequestSha256 = requestEntry.Sha256,
            ReplySha256 = replyEntry?.Sha256,
            HttpStatus = exchange.HttpStatus,
            ServedModel = AuditText.Clean(reply?.Model),
            SystemFingerprint = AuditText.Clean(reply?.SystemFingerprint),
            ReplyId = AuditText.Clean(reply?.Id),
            ServedBy = AuditText.Clean(reply?.Provider),
            FinishReason = AuditText.Clean(reply?.FinishReason),
            PromptTokens = reply?.Usage.PromptTokens ?? 0,
            CompletionTokens = reply?.Usage.CompletionTokens ?? 0,
            CachedTokens = reply?.CachedTokens ?? 0,
            Leaked = reply is not null && Harmony.Extract(reply).Leaked,
            Headers = ReplyHeaders.Write(exchange.Headers),
            Fault = AuditText.Clean(fault?.ToString()),
            TransportError = AuditText.Clean(exchange.TransportError),
            Cancelled = isCancelled,
        };
        var isTrial = fault is null || ((ended || !fault.IsTransient) && !isCancelled);
        var trial = isTrial ? new Trial
        {
            RunId = runId,
            CaseId = key.CaseId,
            Role = key.Role,
            Repeat = key.Repeat,
            Position = position,
            Attempts = number,
            Answered = fault is null,
            FinishedMicros = Microseconds.Of(timeProvider.GetUtcNow()),
        }
        : null;
        await records.AppendAsync(new RecordBatch(Entry(runId, key, attempt, trial, requestEntry, replyEntry))
        {
            Evidence = replyEntry is null ? [requestEntry] : [requestEntry, replyEntry],
            Attempt = attempt,
            Trial = trial,
        }).ConfigureAwait(false);
        return (attempt, fault, exchange.RetryAfter);
    }

    private AuditEntry Entry(string runId, TrialKey key, Attempt attempt, Trial? trial, EvidenceEntry request, EvidenceEntry? reply) => new()
    {
        Actor = Actor.Workbench,
        Action = trial is not null ? AuditAction.TrialFinished : AuditAction.AttemptFailed,
        EntityType = "trial",
        EntityId = key.ToString(),
        RunId = runId,
        OccurredMicros = attempt.StartedMicros + attempt.LatencyMicros,
        ConfigurationSha256 = configurationSha256,
        Reason = attempt.Fault,
        After = AttemptFacts.Write(attempt, configuration.ModelOf(key.Role).DisplayName, trial),
        Attachments = reply is null ? [Attachment("request", request)] : [Attachment("request", request), Attachment("reply", reply)],
    };

    private static AuditAttachment Attachment(string name, EvidenceEntry entry) => new(name, entry.Length, entry.Sha256);
}
