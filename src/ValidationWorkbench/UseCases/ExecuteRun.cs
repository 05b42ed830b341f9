using System.Globalization;
using System.Runtime.ExceptionServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Replay;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Makes the calls of a planned run, or those that are still missing from one that was cut off.</summary>
public sealed record ExecuteRun : IRequest<ExecutedRun>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    /// <summary>Folder to record requests and replies in; null for none.</summary>
    public string? RecordFolder { get; init; }

    /// <summary>
    /// Folder of a recording to answer from: both models, or the baseline where the run has a frozen one. Null to ask the models, and to look for a frozen
    /// baseline where the plan says it lies.
    /// </summary>
    public string? ReplayFolder { get; init; }

    /// <summary>Told after every finished trial, from any thread.</summary>
    public Action<RunProgress>? OnProgress { get; init; }

    public string Subject => $"execute run {RunId}";
}

/// <summary>What came of it.</summary>
/// <param name="Progress">How far the run is.</param>
/// <param name="StopReason">Why it stopped early; null where every trial is finished.</param>
/// <param name="Cancelled">True where the user stopped it.</param>
public sealed record ExecutedRun(RunProgress Progress, string? StopReason, bool Cancelled);

internal sealed class ExecuteRunHandler(RecordsFolder records, ModelClients clients, HostFacts host, TimeProvider timeProvider)
    : IRequestHandler<ExecuteRun, ExecutedRun>
{
    /// <summary>Trials that may wait for the disk for each call that may be under way. They share a commit, so a slow disk does not slow the calls down.</summary>
    private const int WaitingForDisk = 4;

    private static readonly ModelRole[] Roles = [ModelRole.Baseline, ModelRole.Candidate];

    public async Task<ExecutedRun> Handle(ExecuteRun request, CancellationToken cancellationToken)
    {
        var material = RunMaterial.Load(records, request.RunId);
        var forecast = new UsageForecast(material.Prompts);
        var missing = FindMissing(material, forecast, out var finished, out var used);
        using var monitor = new RunMonitor(material.Configuration, material.Plan, material.Run.Planned, finished, used, timeProvider);
        var again = SequentialRecords.Missing(records, material);
        if (missing.Count == 0 && again.Count == 0)
        {
            await CompleteAsync(material.Run, request.Actor).ConfigureAwait(false);
            return new ExecutedRun(monitor.Progress, null, false);
        }

        if (material.Configuration.ReplayedFrom is null)
        {
            var isFrozen = material.Configuration.FrozenBaseline is not null;
            if (request.ReplayFolder is not null && !isFrozen)
            {
                throw new InputException("--replay", "this run asks the models; it cannot go on from a recording.");
            }

            // A new run was checked when it was planned.
            if (material.Run.State == RunState.Executing)
            {
                if (!isFrozen)
                {
                    await clients.CheckReachableAsync(material.Configuration.Baseline, records.ReadEvidence, cancellationToken).ConfigureAwait(false);
                }

                await clients.CheckReachableAsync(material.Configuration.Candidate, records.ReadEvidence, cancellationToken).ConfigureAwait(false);
            }
        }

        using var owned = new RunClients(clients);
        var accessOf = CreateAccess(request, material, owned, out var cassette);
        await StartAsync(material.Run, request.Actor, finished).ConfigureAwait(false);
        using var calls = new CallMaker(material.Configuration.Concurrency, monitor, forecast, timeProvider);
        var cancelled = await RunAllAsync(request, material, missing, again, calls, accessOf, monitor, cancellationToken).ConfigureAwait(false);
        cassette?.Finish(host.Tool, [material.Configuration.Baseline, material.Configuration.Candidate]);
        var open = again.Count > 0 && (cancelled || monitor.StopReason is not null) ? SequentialRecords.Missing(records, material).Count : 0;
        var isWhole = monitor.Progress.Finished == material.Run.Planned && !(cancelled && open > 0);
        var stopReason = isWhole ? null : cancelled ? "stopped by the user" : monitor.StopReason;
        if (isWhole && open > 0)
        {
            await GiveUpAsync(material.Run.Id, monitor.StopReason!).ConfigureAwait(false);
        }

        if (stopReason is null)
        {
            await CompleteAsync(material.Run, request.Actor).ConfigureAwait(false);
        }
        else
        {
            await AppendAsync(material.Run, AuditAction.RunInterrupted, request.Actor, stopReason, null).ConfigureAwait(false);
        }

        return new ExecutedRun(monitor.Progress, stopReason, cancelled && stopReason is not null);
    }

    private async Task<bool> RunAllAsync(
        ExecuteRun request, RunMaterial material, IReadOnlyList<ScheduledTrial> missing, IReadOnlyList<ScheduledTrial> again, CallMaker calls, Func<ModelRole, ModelAccess> accessOf, RunMonitor monitor,
        CancellationToken cancellationToken)
    {
        var runner = new TrialRunner(
            records, material.Run, material.Configuration, material.Plan.Execution.MaxAttempts, material.Prompts, accessOf, calls, monitor, timeProvider);
        var gates = Roles.SelectMany(role => accessOf(role).Endpoints).Select(endpoint => endpoint.Gate).OfType<EndpointGate>().Distinct().ToList();
        using var noFurtherCalls = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, monitor.NoFurtherCalls);
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, monitor.Abort);
        Exception? failure = null;
        try
        {
            foreach (var first in (material.Plan.Execution.WarmUp ? missing : []).Where(trial => material.Configuration.ModelOf(trial.Key.Role).HasEndpoint)
                .DistinctBy(trial => trial.Key.Role).OrderBy(trial => trial.Key.Role))
            {
                await runner.WarmUpAsync(first, noFurtherCalls.Token, abort.Token).ConfigureAwait(false);
            }

            // While some trials wait for the disk others ask; one call at a time is one trial at a time, in the drawn order.
            var concurrency = material.Configuration.Concurrency;
            var trials = concurrency == 1 ? 1 : concurrency * (1 + WaitingForDisk);
            var options = new ParallelOptions { MaxDegreeOfParallelism = trials, CancellationToken = noFurtherCalls.Token };
            await Parallel.ForEachAsync(missing, options, async (trial, token) =>
            {
                try
                {
                    await runner.RunAsync(trial, token, abort.Token).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // What cannot be recorded must not go on.
                    failure ??= exception;
                    monitor.Stop(exception.Message);
                    throw;
                }

                request.OnProgress?.Invoke(monitor.Progress with { Health = gates.Select(gate => gate.Health).DefaultIfEmpty(1).Min() });
            }).ConfigureAwait(false);
            foreach (var question in again)
            {
                await runner.AskAgainAsync(question, noFurtherCalls.Token, abort.Token).ConfigureAwait(false);
            }

            return false;
        }
        catch (OperationCanceledException) when (failure is null && (cancellationToken.IsCancellationRequested || monitor.StopReason is not null))
        {
            return monitor.StopReason is null;
        }
        catch (OperationCanceledException) when (failure is not null)
        {
            // The other calls were only cancelled because of it.
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }
    }

    private List<ScheduledTrial> FindMissing(RunMaterial material, UsageForecast forecast, out int finished, out TokenUsage[] used)
    {
        var cases = material.Cases.ToDictionary(entry => entry.Case.Id);
        var done = new HashSet<TrialKey>();
        var attempts = new Dictionary<TrialKey, (int Made, int Failed)>();
        used = new TokenUsage[Roles.Length];

        // Nothing is asked before the run is started, so there is nothing to look for.
        if (material.Run.State != RunState.Planned)
        {
            ReadMade(material, forecast, cases, done, attempts, used);
        }

        finished = done.Count;
        return [.. TrialSchedule.Draw([.. material.Cases.Select(entry => entry.Case.Id)], material.Configuration.Repeats, material.Configuration.Seed)
            .Select((key, position) =>
            {
                var (made, failed) = attempts.GetValueOrDefault(key);
                return new ScheduledTrial(key, position, cases[key.CaseId].Task, cases[key.CaseId].Case, made, failed);
            }).Where(trial => !done.Contains(trial.Key))];
    }

    /// <summary>Adds what is on record of a run that was started before.</summary>
    private void ReadMade(
        RunMaterial material, UsageForecast forecast, Dictionary<string, (CaseTask Task, TestCase Case)> cases, HashSet<TrialKey> done,
        Dictionary<TrialKey, (int Made, int Failed)> attempts, TokenUsage[] used)
    {
        using var context = records.CreateReader();
        var runId = material.Run.Id;
        done.UnionWith(context.Trials.Where(trial => trial.RunId == runId).AsEnumerable().Select(trial => trial.Key));
        FurtherCalls.AddUsage(context, runId, material.Configuration, used);
        foreach (var attempt in context.Attempts.Where(attempt => attempt.RunId == runId).AsNoTracking().AsEnumerable())
        {
            var asked = cases[attempt.CaseId];
            used[(int)attempt.Role] += attempt.Answered ? UsageForecast.Known(attempt.Usage, forecast.Expect(attempt.Role, asked.Task, asked.Case)) : attempt.Usage;
            forecast.Learn(attempt.Role, asked.Task, attempt.Usage);
            var key = new TrialKey(attempt.CaseId, attempt.Role, attempt.Repeat);
            var (made, failed) = attempts.GetValueOrDefault(key);
            attempts[key] = (Math.Max(made, attempt.Number), failed + (attempt.Cancelled ? 0 : 1));
        }
    }

    private Func<ModelRole, ModelAccess> CreateAccess(ExecuteRun request, RunMaterial material, RunClients owned, out Cassette? recording)
    {
        var configuration = material.Configuration;
        recording = null;
        if (configuration.ReplayedFrom is { } expected)
        {
            var played = OpenPlayed(request.ReplayFolder, expected);
            ModelAccess old = Play(played, configuration.Baseline), @new = Play(played, configuration.Candidate);
            return role => role == ModelRole.Baseline ? old : @new;
        }

        var isResumed = material.Run.State == RunState.Executing;
        var cassette = recording = request.RecordFolder is { } folder ? Cassette.OpenForRecording(folder, timeProvider, goOn: isResumed) : null;
        var gates = new EndpointGates([configuration.Baseline, configuration.Candidate], configuration.Concurrency, material.Plan.Execution, timeProvider);
        IModelClient Recorded(IModelClient client, ModelSpec model, int place = 0) =>
            cassette is null ? client : new RecordingModelClient(client, cassette, RecordedName(model, place));
        ModelAccess Create(ModelRole role)
        {
            var model = configuration.ModelOf(role);
            if (role == ModelRole.Baseline && configuration.FrozenBaseline is not null)
            {
                // Nobody is asked, so nothing is limited and nothing warmed up.
                var frozen = BaselineRecording.Open(configuration, material.Plan, request.ReplayFolder);
                return new ModelAccess([new EndpointAccess(model, Recorded(frozen, model), null, null)], null);
            }

            var asked = model.Chain.Select(there => owned.Create(there, configuration.Seed, records.ReadEvidence)).ToList();
            return new ModelAccess(
                [.. model.Chain.Select((there, place) =>
                    new EndpointAccess(there, Recorded(asked[place], model, place), gates.Of(there), model.NameOfEndpoint(place)))],
                asked[0]);
        }

        ModelAccess baseline = Create(ModelRole.Baseline), candidate = Create(ModelRole.Candidate);
        return role => role == ModelRole.Baseline ? baseline : candidate;
    }

    private static Cassette OpenPlayed(string? folder, string expected)
    {
        var cassette = Cassette.OpenForPlaying(folder ?? throw new InputException("--replay", "this run answers from a recording; name its folder again to resume."));
        return cassette.Sha256 == expected ? cassette
            : throw new InputException(folder, $"is another recording (index SHA-256 {cassette.Sha256}) than the run was planned with ({expected}).");
    }

    private static ModelAccess Play(Cassette cassette, ModelSpec model) => new(
        [.. model.Chain.Select((there, place) =>
        {
            var client = new RecordedModelClient(cassette, RecordedName(model, place));
            return new EndpointAccess(there, client, null, model.NameOfEndpoint(place)) { Holds = client.Holds };
        })], null);

    /// <summary>Equal bytes may be sent to several endpoints, so a recording keeps their answers apart.</summary>
    private static string RecordedName(ModelSpec model, int place) =>
        place == 0 ? model.Name : string.Create(CultureInfo.InvariantCulture, $"{model.Name} ({ModelSpec.FallbackWord} {place})");

    /// <summary>What stops the calls one at a time stops no run: every trial is finished.</summary>
    private Task<LedgerHead> GiveUpAsync(string runId, string reason) => records.AppendAsync(new RecordBatch(new AuditEntry
    {
        Actor = Actor.Workbench,
        Action = AuditAction.SequentialStopped,
        EntityType = "run",
        EntityId = runId,
        RunId = runId,
        Reason = AuditText.Clean(reason),
    }));

    private async Task StartAsync(Run run, Actor actor, int finished)
    {
        if (run.State == RunState.Planned)
        {
            await AppendAsync(run, AuditAction.RunStarted, actor, null, RunState.Executing).ConfigureAwait(false);
        }
        else
        {
            await AppendAsync(run, AuditAction.RunResumed, actor, FormattableString.Invariant($"{finished} of {run.Planned} trials were finished before"), null).ConfigureAwait(false);
        }
    }

    private async Task CompleteAsync(Run run, Actor actor)
    {
        if (RunMaterial.FindRun(records, run.Id).State < RunState.Completed)
        {
            await AppendAsync(run, AuditAction.RunCompleted, actor, null, RunState.Completed).ConfigureAwait(false);
        }
    }

    /// <summary>The record says how far the run is by the tables, so that its arithmetic can be checked by the records alone.</summary>
    private Task<LedgerHead> AppendAsync(Run run, string action, Actor actor, string? reason, RunState? next)
    {
        var (answered, error) = records.CountTrials(run.Id);
        return records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = actor,
            Action = action,
            EntityType = "run",
            EntityId = run.Id,
            RunId = run.Id,
            ConfigurationSha256 = run.ConfigurationSha256,
            Reason = AuditText.Clean(reason),
            After = new ProgressFacts(new { planned = run.Planned, answered, error, aborted = run.Planned - answered - error }, host.Machine).Write(),
        })
        {
            RunMoves = next is { } state ? (run.Id, state) : null,
        });
    }
}
