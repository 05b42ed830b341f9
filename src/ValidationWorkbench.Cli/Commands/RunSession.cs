using Spectre.Console;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Storage;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary>One run from announcement to package.</summary>
internal sealed record RunSession(
    CliHost Host, bool Json, bool Offline, PlanRun? Plan, string? Resume, string? RecordFolder, string? ReplayFolder, string RecordsFolder,
        string? Anchor, string OutFolder, Audit.Actor Actor)
{
    /// <summary>Standard output belongs to the JSON object where that is asked for; everything else goes to standard error then.</summary>
    private readonly IAnsiConsole console = Host.ConsoleOn(Json ? Host.Error : Host.Out);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        PackageFolder.CheckWritable(OutFolder);
        var (runId, replayFolder) = (Resume ?? string.Empty, ReplayFolder);
        var plan = Plan?.BeginReading();
        try
        {
            await using var workbench = Workbench.Writing(Host, RecordsFolder, Anchor, Offline);
            if (plan is not null)
            {
                (runId, var baselineFolder) = await PlanAsync(workbench, plan, cancellationToken).ConfigureAwait(false);
                replayFolder ??= baselineFolder;
            }

            return await ExecuteAsync(workbench, runId, replayFolder, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException || StorageFault.Explain(exception) is RecordsUnavailableException)
        {
            throw new RunStoppedException(
                $"the records in {RecordsFolder} cannot be written any longer: {(StorageFault.Explain(exception) ?? exception).Message} Every trial that was acknowledged is safe. Make room, then go on with `validate --resume {runId}`.", exception);
        }
    }

    private async Task<(string RunId, string? BaselineFolder)> PlanAsync(Workbench workbench, PlanRun plan, CancellationToken cancellationToken)
    {
        var planned = await workbench.SendAsync(plan, cancellationToken).ConfigureAwait(false);
        foreach (var note in planned.Notes)
        {
            await Host.Error.WriteLineAsync($"note: {note}").ConfigureAwait(false);
        }

        RunAnnouncement.Write(console, planned);
        return (planned.RunId, planned.BaselineFolder);
    }

    private async Task<int> ExecuteAsync(Workbench workbench, string runId, string? replayFolder, CancellationToken cancellationToken)
    {
        var display = new ProgressDisplay(console, Host.IsTerminal && !Json);
        var executed = await display.ShowAsync(report => workbench.SendAsync(new ExecuteRun
        {
            Actor = Actor,
            RunId = runId,
            RecordFolder = RecordFolder,
            ReplayFolder = replayFolder,
            OnProgress = report,
        }, cancellationToken)).ConfigureAwait(false);
        if (executed.Cancelled)
        {
            console.WriteLine($"Stopped. {executed.Progress.Finished} of {executed.Progress.Planned} trials are finished and safe; go on with: validate --resume {runId}");
            return await FinishAsync(workbench, await workbench.SendAsync(new ShowRun(runId), CancellationToken.None).ConfigureAwait(false), null, "stopped by the user").ConfigureAwait(false);
        }

        await EmbedAsync(workbench, runId, cancellationToken).ConfigureAwait(false);
        var assessed = await workbench.SendAsync(new AssessRun { Actor = Actor, RunId = runId }, cancellationToken).ConfigureAwait(false);
        try
        {
            var package = await workbench.SendAsync(new IssueDocuments { Actor = Actor, RunId = runId, OutFolder = OutFolder }, cancellationToken).ConfigureAwait(false);
            await MissingCharacters.TellAsync(Host, package.Boxes).ConfigureAwait(false);
            return await FinishAsync(workbench, assessed, package, executed.StopReason).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            // The run is finished and assessed; only its package is missing, so the result is shown all the same.
            await Host.Error.WriteLineAsync($"validate: {exception.Message} `validate documents {runId} --out DIR` writes the package.").ConfigureAwait(false);
            return await FinishAsync(workbench, assessed, null, executed.StopReason).ConfigureAwait(false);
        }
    }

    /// <summary>Before the assessment, which fixes what is shown. Where the plan asks for no embeddings nothing happens.</summary>
    private async Task EmbedAsync(Workbench workbench, string runId, CancellationToken cancellationToken)
    {
        try
        {
            await workbench.SendAsync(new EmbedSuites { Actor = Actor, RunId = runId }, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            console.WriteLine($"Stopped while asking for embeddings. Every trial is finished and safe; go on with: validate --resume {runId}");
            throw;
        }
    }

    private async Task<int> FinishAsync(Workbench workbench, AssessedRun run, IssuedPackage? package, string? stopReason)
    {
        var exitCode = ExitCode.Of(run.Recommendation.Outcome);
        if (Json)
        {
            await Host.Out.WriteLineAsync(RunJsonOutput.Write(run, package, exitCode, stopReason, workbench.Records.ReadHead())).ConfigureAwait(false);
            return exitCode;
        }

        if (stopReason is not null)
        {
            console.WriteLine($"The run stopped early: {stopReason}. Go on with: validate --resume {run.Run.Id}");
        }

        console.WriteLine();
        RunReport.Write(console, run);
        console.WriteLine();
        var head = workbench.Records.ReadHead();
        console.WriteLine($"Package  {package?.Folder ?? "not written"}");
        console.WriteLine($"Results  sha256 {run.ResultsSha256}");
        console.WriteLine($"Audit    {head.Records} records, head {head.Hash}");
        console.WriteLine($"Root     {head.Root}");
        return exitCode;
    }
}
