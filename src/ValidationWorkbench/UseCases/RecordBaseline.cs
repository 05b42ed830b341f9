using System.Globalization;
using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Replay;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Asks the baseline of a plan alone, all cases in all repeats, and keeps its answers as a recording that the plan can pin.</summary>
public sealed record RecordBaseline : IRequest<RecordedBaseline>, IAudited
{
    public required Actor Actor { get; init; }

    public required string PlanPath { get; init; }

    /// <summary>Deployment profile of the plan; null for the plan's default.</summary>
    public string? Profile { get; init; }

    /// <summary>Name of the baseline, as the plan has it.</summary>
    public required string Model { get; init; }

    /// <summary>Folder of the recording. One that was begun and not finished is gone on with.</summary>
    public required string Folder { get; init; }

    /// <summary>Told which model is about to be asked how often.</summary>
    public Action<ModelSpec, int>? OnStart { get; init; }

    public string Subject => $"record baseline {Model} of {PlanPath}";
}

/// <summary>What came of it.</summary>
/// <param name="Model">The baseline as it was asked.</param>
/// <param name="Frozen">The finished recording; null where it could not be finished.</param>
/// <param name="PlanEntry">Path of the recording as the plan would name it, relative to the plan.</param>
/// <param name="Answered">Questions with an answer, earlier starts included.</param>
/// <param name="Planned">Questions: cases x repeats.</param>
/// <param name="StopReason">Why it stopped early; null where every question was asked.</param>
public sealed record RecordedBaseline(ModelSpec Model, FrozenBaseline? Frozen, string PlanEntry, int Answered, int Planned, string? StopReason);

internal sealed class RecordBaselineHandler(RecordsFolder records, ModelClients clients, HostFacts host, TimeProvider timeProvider)
    : IRequestHandler<RecordBaseline, RecordedBaseline>
{
    public async Task<RecordedBaseline> Handle(RecordBaseline request, CancellationToken cancellationToken)
    {
        var inputs = RunInputs.Read(request.PlanPath, [], request.Profile);
        var plan = inputs.Plan.Plan;
        var model = PlanModels.Named(plan, request.Model, "--model");
        if (model.Name != plan.Baseline)
        {
            throw new InputException("--model", $"found \"{model.Name}\"; only the baseline of the plan is recorded, which is {plan.Baseline}.");
        }

        if (Cassette.IsFinished(request.Folder))
        {
            throw new InputException(request.Folder, "holds a finished recording; name an empty folder with --out.");
        }

        CaseNeeds.Check(request.PlanPath, [model], inputs.Cases);
        await clients.CheckReachableAsync(model, sha256 => inputs.PluginFiles[sha256], cancellationToken).ConfigureAwait(false);
        var cassette = Cassette.OpenForRecording(request.Folder, timeProvider, goOn: true);
        var questions = inputs.Cases.SelectMany(entry => Enumerable.Range(1, plan.Repeats).Select(repeat =>
            (Request: TrialRequest.Of(model, entry.Task, entry.Case, inputs.Prompts[entry.Task].Text, repeat),
            Tokens: UsageForecast.Estimate(entry.Task, entry.Case, inputs.Prompts[entry.Task].Text).Total)))
            .Select((entry, position) => new Question(entry.Request, position, entry.Tokens)).ToList();
        var missing = questions.Where(question => !IsAnswered(cassette, model, question.Request)).ToList();
        request.OnStart?.Invoke(model, missing.Count);
        var stopReason = await AskAllAsync(model, missing, cassette, inputs, cancellationToken).ConfigureAwait(false);
        var answered = questions.Count(question => IsAnswered(cassette, model, question.Request));
        if (stopReason is null && questions.Count - answered > (decimal)plan.Execution.MaxErrorShare * questions.Count)
        {
            stopReason = string.Create(CultureInfo.InvariantCulture,
                $"{questions.Count - answered} of {questions.Count} questions have no answer; the plan allows a share of {plan.Execution.MaxErrorShare}");
        }

        var frozen = stopReason is null ? await FinishAsync(request, inputs, model, cassette, answered, questions.Count).ConfigureAwait(false) : null;
        return new RecordedBaseline(model, frozen, Path.GetRelativePath(inputs.Plan.Folder, request.Folder).Replace('\\', '/'), answered,
            questions.Count, stopReason);
    }

    /// <summary>Why it stopped before every question was asked; null where it did not.</summary>
    private async Task<string?> AskAllAsync(ModelSpec model, List<Question> questions, Cassette cassette, RunInputs inputs,
        CancellationToken cancellationToken)
    {
        var (plan, execution) = (inputs.Plan.Plan, inputs.Plan.Plan.Execution);
        var inner = clients.Create(model, plan.Seed, sha256 => inputs.PluginFiles[sha256]);
        var client = new RecordingModelClient(inner, cassette, model.Name);
        var gate = new EndpointGates([model], execution.Concurrency, execution, timeProvider).Of(model);
        var inARow = 0;
        string? stopReason = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Parallel.ForEachAsync(questions,
                new ParallelOptions { MaxDegreeOfParallelism = execution.Concurrency, CancellationToken = stop.Token }, async (question, token) =>
            {
                // A wait that the endpoint asked for is kept by its gate, for all questions.
                var pipeline = EndpointRetry.Pipeline<(EndpointFault? Fault, bool IsToldToWait)>(
                    execution.MaxAttempts, unchecked((ulong)plan.Seed + ((ulong)question.Position << 8)), timeProvider,
                    attempt => (attempt.Fault, attempt.IsToldToWait ? TimeSpan.Zero : null));
                var (fault, _) = await pipeline.ExecuteAsync(async attemptToken =>
                {
                    var (exchange, fault, reason) = await AskAsync(client, model, gate, question, attemptToken).ConfigureAwait(false);
                    if (reason is not null)
                    {
                        stopReason ??= reason;
                        await stop.CancelAsync().ConfigureAwait(false);
                    }

                    return (fault, exchange.RetryAfter is not null);
                }, token).ConfigureAwait(false);
                if (fault is null)
                {
                    Interlocked.Exchange(ref inARow, 0);
                }
                else if (Interlocked.Increment(ref inARow) is var failures && failures >= execution.StopAfterConsecutiveErrors)
                {
                    stopReason = string.Create(CultureInfo.InvariantCulture, $"{failures} questions in a row had no answer; the last one: {fault}");
                    await stop.CancelAsync().ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return stopReason ?? "stopped by the user";
        }
        finally
        {
            (inner as IDisposable)?.Dispose();
        }
    }

    private static async Task<(ModelExchange Exchange, EndpointFault? Fault, string? StopReason)> AskAsync(
        RecordingModelClient client, ModelSpec model, EndpointGate? gate, Question question, CancellationToken cancellationToken)
    {
        await (gate?.EnterAsync(question.Tokens, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        try
        {
            var exchange = await client.AskAsync(question.Request, cancellationToken).ConfigureAwait(false);
            var (reply, fault) = Read(exchange, model);
            return (exchange, fault, gate?.Leave(fault, exchange.RetryAfter, question.Tokens, reply?.Usage.Total ?? 0));
        }
        catch (OperationCanceledException)
        {
            gate?.LeaveUnused();
            throw;
        }
    }

    private async Task<FrozenBaseline> FinishAsync(RecordBaseline request, RunInputs inputs, ModelSpec model, Cassette cassette, int answered,
        int planned)
    {
        var (facts, bytes) = cassette.Finish(host.Tool, [model]);
        var frozen = new FrozenBaseline(Sha256Hex.Of(bytes), facts.IndexSha256, facts.FirstAt, facts.LastAt, facts.Calls, facts.Tool);
        List<(string Name, EvidenceEntry Entry)> evidence =
        [
            ("recording", records.Keep(bytes)), ("index", records.Keep(cassette.IndexBytes)), ("plan", records.Keep(inputs.Plan.File.Bytes)),
        ];
        await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.BaselineRecorded,
            EntityType = "baseline",
            EntityId = model.Name,
            After = CanonicalJson.WriteText(new { recording = frozen, model, planned, answered, planSha256 = inputs.Plan.Sha256 }),
            Attachments = [.. evidence.Select(item => new AuditAttachment(item.Name, item.Entry.Length, item.Entry.Sha256))],
        })
        { Evidence = [.. evidence.Select(item => item.Entry)] }).ConfigureAwait(false);
        return frozen;
    }

    private static bool IsAnswered(Cassette cassette, ModelSpec model, ModelRequest question) =>
        cassette.FindLast(model.Name, ChatCompletionRequest.ToBytes(question), question.Repeat) is { } exchange && Read(exchange, model).Fault is null;

    private static (ModelReply? Reply, EndpointFault? Fault) Read(ModelExchange exchange, ModelSpec model) =>
        ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, model.Wire);

    /// <summary>A question in its place among all of them, which spreads its waits, and the tokens it will use, roughly.</summary>
    private sealed record Question(ModelRequest Request, int Position, long Tokens);
}
