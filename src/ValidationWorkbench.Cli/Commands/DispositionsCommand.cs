using System.CommandLine;
using System.Globalization;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate dispositions RUN FILE</c>.</summary>
internal static class DispositionsCommand
{
    public static Command Create(CliHost host)
    {
        var run = new Argument<string>("RUN") { Description = "Id of the run" };
        var file = new Argument<string>("FILE") { Description = "differences.csv of its package, with disposition, expert and reason filled in" };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var format = CommonOptions.Format();
        var actor = CommonOptions.Actor();
        var command = new Command("dispositions", "Put on record what experts found about the critical differences of a run, and assess it again. "
            + "What a later file says about a difference takes the place of what an earlier one said.")
        {
            run, file, records, anchor, format, actor,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var workbench = Workbench.WritingExisting(host, result.GetRequiredValue(records), result.GetValue(anchor));
            var by = host.ActorNamed(result.GetValue(actor));
            var (runId, isJson) = (result.GetRequiredValue(run), result.GetValue(format) == "json");
            var counts = await workbench.SendAsync(
                new RecordDispositions { RunId = runId, FilePath = result.GetRequiredValue(file), Actor = by }, cancellationToken).ConfigureAwait(false);
            var assessed = await workbench.SendAsync(new AssessRun { RunId = runId, Again = true, Actor = by }, cancellationToken).ConfigureAwait(false);
            var exitCode = await AssessmentOutput.WriteAsync(host, workbench, assessed, isJson).ConfigureAwait(false);
            if (!isJson)
            {
                Lines.WriteFact(host.ConsoleOn(host.Out), "Differences", string.Create(CultureInfo.InvariantCulture,
                    $"{counts.Total} = {counts.Acceptable} acceptable + {counts.NotAcceptable} not acceptable + {counts.Open} open"), AssessmentOutput.NameWidth);
            }

            return exitCode;
        });
        return command;
    }
}
