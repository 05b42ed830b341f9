using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
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
    public async Task<ExecutedRun> Handle(ExecuteRun request, CancellationToken cancellationToken)
    {
        var material = RunMaterial.Load(records, request.RunId);
        var missing = FindMissing(material, out var finished, out var used, out var attemptsMade);
        var monitor = new RunMonitor(material.Configuration, material.Plan, material.Run.Planned, finished, used, timeProvider);
        if (missing.Count == 0)
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

        var clientOf = CreateClients(request, material, material.Run.State == RunState.Executing, out var cassette);
        await StartAsync(material.Run, request.Actor, finished).ConfigureAwait(false);
        var cancelled = await RunAllAsync(request, material, missing, attemptsMade, clientOf, monitor, cancellationToken).ConfigureAwait(false);
        cassette?.Finish(host.Tool, [material.Configuration.Baseline, material.Configuration.Candidate]);
        var stopReason = monitor.Progress.Finished == material.Run.Planned ? null : cancelled ? "stopped by the user" : monitor.StopReason;
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
        ExecuteRun request, RunMaterial material, IReadOnlyList<(int Position, TrialKey Key)> missing, IReadOnlyDictionary<TrialKey, int> attemptsMade,
        Func<ModelRole, IModelClient> clientOf, RunMonitor monitor, CancellationToken cancellationToken)
    {
        var cases = material.Cases.ToDictionary(entry => entry.Case.Id);
        var runner = new TrialRunner(records, material.Configuration, material.Run.ConfigurationSha256, material.Plan.Execution.MaxAttempts, material.Prompts, clientOf, timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = material.Configuration.Concurrency, CancellationToken = stop.Token }, async (trial, token) =>
            {
                var (task, testCase) = cases[trial.Key.CaseId];
                monitor.Add(await runner.RunAsync(request.RunId, trial.Key, trial.Position, task, testCase, attemptsMade.GetValueOrDefault(trial.Key), token).ConfigureAwait(false));
                request.OnProgress?.Invoke(monitor.Progress);
                if (monitor.StopReason is not null)
                {
                    await stop.CancelAsync().ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return monitor.StopReason is null;
        }
    }

    private List<(int Position, TrialKey Key)> FindMissing(RunMaterial material, out int finished, out TokenUsage[] used, out Dictionary<TrialKey, int> attemptsMade)
    {
        using var context = records.CreateReader();
        var runId = material.Run.Id;
        var done = context.Trials.Where(trial => trial.RunId == runId).AsEnumerable().Select(trial => trial.Key).ToHashSet();
        used = new TokenUsage[2];
        attemptsMade = [];
        foreach (var attempt in context.Attempts.Where(attempt => attempt.RunId == runId).AsNoTracking().AsEnumerable())
        {
            used[(int)attempt.Role] += attempt.Usage;
            var key = new TrialKey(attempt.CaseId, attempt.Role, attempt.Repeat);
            attemptsMade[key] = Math.Max(attemptsMade.GetValueOrDefault(key), attempt.Number);
        }

        finished = done.Count;
        return [.. TrialSchedule.Draw([.. material.Cases.Select(entry => entry.Case.Id)], material.Configuration.Repeats, material.Configuration.Seed)
            .Select((key, position) => (Position: position, Key: key)).Where(trial => !done.Contains(trial.Key))];
    }

    private Func<ModelRole, IModelClient> CreateClients(ExecuteRun request, RunMaterial material, bool isResumed, out Cassette? recording)
    {
        var configuration = material.Configuration;
        recording = null;
        if (configuration.ReplayedFrom is { } expected)
        {
            return PlayFrom(request.ReplayFolder, expected, configuration);
        }

        var cassette = recording = request.RecordFolder is { } folder ? Cassette.OpenForRecording(folder, timeProvider, goOn: isResumed) : null;
        IModelClient Create(ModelRole role)
        {
            var client = role == ModelRole.Baseline && configuration.FrozenBaseline is not null
                ? BaselineRecording.Open(configuration, material.Plan, request.ReplayFolder)
                : clients.Create(configuration.ModelOf(role), configuration.Seed, records.ReadEvidence);
            return cassette is null ? client : new RecordingModelClient(client, cassette, configuration.ModelOf(role).Name);
        }

        IModelClient baseline = Create(ModelRole.Baseline), candidate = Create(ModelRole.Candidate);
        return role => role == ModelRole.Baseline ? baseline : candidate;
    }

    private static Func<ModelRole, IModelClient> PlayFrom(string? folder, string expected, RunConfiguration configuration)
    {
        var cassette = Cassette.OpenForPlaying(folder ?? throw new InputException("--replay", "this run answers from a recording; name its folder again to resume."));
        if (cassette.Sha256 != expected)
        {
            throw new InputException(folder, $"is another recording (index SHA-256 {cassette.Sha256}) than the run was planned with ({expected}).");
        }

        RecordedModelClient baseline = new(cassette, configuration.Baseline.Name), candidate = new(cassette, configuration.Candidate.Name);
        return role => role == ModelRole.Baseline ? baseline : candidate;
    }

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
        using var context = records.CreateReader();
        var answered = context.Trials.Count(trial => trial.RunId == run.Id && trial.Answered);
        var error = context.Trials.Count(trial => trial.RunId == run.Id && !trial.Answered);
        return records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = actor,
            Action = action,
            EntityType = "run",
            EntityId = run.Id,
            RunId = run.Id,
            ConfigurationSha256 = run.ConfigurationSha256,
            Reason = AuditText.Clean(reason),
            After = CanonicalJson.WriteText(new { counts = new { planned = run.Planned, answered, error, aborted = run.Planned - answered - error } }),
        })
        {
            RunMoves = next is { } state ? (run.Id, state) : null,
        });
    }
}
