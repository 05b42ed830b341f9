using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Replay;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Asks for embeddings of the OQ suites of a finished run, where its frozen plan wants them, and puts request and raw reply on record. They are
/// shown and decide nothing, so no trouble here stops or fails a run. Once the run is assessed nothing is asked any more: its results are fixed.
/// </summary>
public sealed record EmbedSuites : IRequest<EmbeddedSuites>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    public string Subject => $"embed the suites of run {RunId}";
}

/// <summary>What came of it.</summary>
/// <param name="Received">Cases whose vectors were received now.</param>
/// <param name="Failed">Cases that have none.</param>
public sealed record EmbeddedSuites(int Received, int Failed);

internal sealed class EmbedSuitesHandler(RecordsFolder records, ModelClients clients, TimeProvider timeProvider) : IRequestHandler<EmbedSuites, EmbeddedSuites>
{
    private const int FewestSuites = 2;
    private const int MostFailuresInARow = 3;

    public async Task<EmbeddedSuites> Handle(EmbedSuites request, CancellationToken cancellationToken)
    {
        var run = RunMaterial.FindRun(records, request.RunId);
        var configuration = RunMaterial.ReadConfiguration(records, run);
        var plan = PlanFile.Parse(TextFile.Parse(configuration.Plan.Name, records.ReadEvidence(configuration.Plan.Sha256), TextFile.LargestSetting)).Plan;
        if (plan.Embeddings is not { } embeddings || configuration.ReplayedFrom is not null || !IsDue(run))
        {
            return new EmbeddedSuites(0, 0);
        }

        var received = EmbeddingsRecords.Received(records, run.Id);
        var missing = RunMaterial.Load(records, run.Id).Cases.Where(entry => entry.Task == CaseTask.OqGeneration && !received.Contains(entry.Case.Id))
            .Select(entry => entry.Case.Id).ToList();
        HttpEmbeddingsClient client;
        try
        {
            client = clients.CreateEmbeddings(embeddings);
        }
        catch (InputException exception)
        {
            await Task.WhenAll(missing.Select(id => RecordNotAskedAsync(run.Id, id, exception.Message))).ConfigureAwait(false);
            return new EmbeddedSuites(0, missing.Count);
        }

        using (client)
        {
            return await AskAllAsync(configuration, run.Id, missing, plan, client, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>True where every trial is finished and no assessment has looked at them all.</summary>
    private bool IsDue(Run run)
    {
        using var context = records.CreateReader();
        long? Last(string action) => context.AuditRecords.Where(record => record.RunId == run.Id && record.Action == action).Max(record => (long?)record.Sequence);
        return context.Trials.Count(trial => trial.RunId == run.Id) == run.Planned && !(Last(AuditAction.RunAssessed) > Last(AuditAction.TrialFinished));
    }

    private async Task<EmbeddedSuites> AskAllAsync(RunConfiguration configuration, string runId, List<string> caseIds, ValidationPlan plan, HttpEmbeddingsClient client, CancellationToken cancellationToken)
    {
        var (received, inARow) = (0, 0);
        string? gaveUp = null;
        foreach (var caseId in caseIds)
        {
            var suites = gaveUp is null ? ReadSuites(configuration, runId, caseId) : [];
            if (gaveUp is not null || suites.Count < FewestSuites)
            {
                await RecordNotAskedAsync(runId, caseId, gaveUp ?? "fewer than two readable suites").ConfigureAwait(false);
                continue;
            }

            var fault = await AskAsync(runId, caseId, suites, plan, client, cancellationToken).ConfigureAwait(false);
            received += fault is null ? 1 : 0;
            inARow = fault is null ? 0 : inARow + 1;

            // A key that is refused is refused for every case, and an endpoint that is down must not hold up the run for hours.
            var isHopeless = fault is { Kind: EndpointFaultKind.Authentication or EndpointFaultKind.Quota } || inARow == MostFailuresInARow;
            gaveUp = isHopeless ? $"given up after case {caseId}: {fault}" : null;
        }

        return new EmbeddedSuites(received, caseIds.Count - received);
    }

    /// <summary>Readable suites of a case that have a step, baseline first, each as one text.</summary>
    private List<(ModelRole Role, int Repeat, string Text)> ReadSuites(RunConfiguration configuration, string runId, string caseId)
    {
        using var context = records.CreateReader();
        var answered = (from trial in context.Trials
                        where trial.RunId == runId && trial.CaseId == caseId && trial.Answered
                        join attempt in context.Attempts on new { trial.RunId, trial.CaseId, trial.Role, trial.Repeat, Number = trial.Attempts }
                            equals new { attempt.RunId, attempt.CaseId, attempt.Role, attempt.Repeat, attempt.Number }
                        select attempt).AsNoTracking().ToList();
        return [.. answered.OrderBy(attempt => attempt.Role).ThenBy(attempt => attempt.Repeat)
            .Select(attempt => (attempt.Role, attempt.Repeat, Text: TextOf(attempt, configuration.ModelOf(attempt.Role).Wire))).Where(suite => suite.Text.Length > 0)];
    }

    private string TextOf(Attempt attempt, EndpointSettings settings)
    {
        var reply = ChatCompletionReader.Read(attempt.HttpStatus, attempt.TransportError, records.ReadEvidence(attempt.ReplySha256!), settings).Reply;
        return reply is not null && OqSuite.Read(reply).Suite is { } suite ? SuiteText.Of(suite) : string.Empty;
    }

    private async Task<EndpointFault?> AskAsync(
        string runId, string caseId, List<(ModelRole Role, int Repeat, string Text)> suites, ValidationPlan plan, HttpEmbeddingsClient client, CancellationToken cancellationToken)
    {
        var embeddings = plan.Embeddings!;
        var requestBytes = EmbeddingsRequest.ToBytes(embeddings.Model, suites.ConvertAll(suite => suite.Text));
        var longest = TimeSpan.FromSeconds(plan.Execution.MaxWaitSeconds);
        var pipeline = EndpointRetry.Pipeline<(EndpointFault? Fault, TimeSpan? RetryAfter)>(
            plan.Execution.MaxAttempts, unchecked((ulong)plan.Seed), timeProvider,
            attempt => (attempt.Fault, attempt.RetryAfter > longest ? longest : attempt.RetryAfter));
        var last = await pipeline.ExecuteAsync(async token =>
        {
            var (started, timestamp) = (timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
            ModelExchange exchange;
            try
            {
                exchange = await client.AskAsync(requestBytes, token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The call may have cost something, so it is on record although nobody waited for its reply.
                var cancelled = new ModelExchange
                {
                    RequestBytes = requestBytes,
                    ReplyBytes = [],
                    TransportError = "cancelled: the run was stopped",
                    Latency = timeProvider.GetElapsedTime(timestamp),
                };
                await RecordAsync(runId, caseId, suites, embeddings, cancelled, started).ConfigureAwait(false);
                throw;
            }

            var fault = await RecordAsync(runId, caseId, suites, embeddings, exchange, started).ConfigureAwait(false);
            return (Fault: fault, exchange.RetryAfter);
        }, cancellationToken).ConfigureAwait(false);
        return last.Fault;
    }

    private async Task<EndpointFault?> RecordAsync(
        string runId, string caseId, List<(ModelRole Role, int Repeat, string Text)> suites, EmbeddingsSpec embeddings, ModelExchange exchange, DateTimeOffset started)
    {
        // The raw reply is stored before it is read.
        var request = records.Keep(exchange.RequestBytes);
        var reply = exchange.HttpStatus is null ? null : records.Keep(exchange.ReplyBytes);
        var (vectors, fault) = EmbeddingsReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, suites.Count);
        var facts = new EmbeddingsFacts
        {
            Model = embeddings.Model,
            Endpoint = embeddings.Endpoint,
            HttpStatus = exchange.HttpStatus,
            TransportError = exchange.TransportError,
            ServedModel = vectors?.Model,
            LatencyMicros = (long)exchange.Latency.TotalMicroseconds,
            StartedAt = Microseconds.Write(Microseconds.Of(started)),
            PromptTokens = vectors?.PromptTokens ?? 0,
            Suites = [.. suites.Select((suite, position) => new EmbeddedSuite(suite.Role, suite.Repeat, position))],
        };
        await records.AppendAsync(new RecordBatch(Entry(runId, caseId, fault?.ToString()) with
        {
            After = facts.Write(),
            Attachments = reply is null ? [Attachment("request", request)] : [Attachment("request", request), Attachment(EmbeddingsRecords.ReplyName, reply)],
        })
        { Evidence = reply is null ? [request] : [request, reply] }).ConfigureAwait(false);
        return fault;
    }

    private Task<LedgerHead> RecordNotAskedAsync(string runId, string caseId, string reason) =>
        records.AppendAsync(new RecordBatch(Entry(runId, caseId, $"not asked: {reason}")));

    private static AuditEntry Entry(string runId, string caseId, string? reason) => new()
    {
        Actor = Actor.Workbench,
        Action = reason is null ? AuditAction.EmbeddingsReceived : AuditAction.EmbeddingsFailed,
        EntityType = "case",
        EntityId = caseId,
        RunId = runId,
        Reason = AuditText.Clean(reason),
    };

    private static AuditAttachment Attachment(string name, EvidenceEntry entry) => new(name, entry.Length, entry.Sha256);
}
