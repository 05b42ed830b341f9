using System.CommandLine;
using System.Text.Json;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate drift</c>.</summary>
internal static class DriftCommand
{
    public static Command Create(CliHost host)
    {
        var reference = new Option<string>("--reference") { HelpName = "RUN", Description = "The run that was accepted", Required = true };
        var run = new Option<string?>("--run") { HelpName = "RUN", Description = "A later run of the same cases, to be compared case by case" };
        var production = new Option<string?>("--production")
        {
            HelpName = "FILE",
            Description = "Answers logged in production, as CSV with a header or as JSON lines: category, and confidence and at if known",
        };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var format = CommonOptions.Format();
        var actor = CommonOptions.Actor();
        var command = new Command(
            "drift",
            "Check whether the candidate of an accepted run is still what it was, and put the check on record. "
            + "Its limits are those of the reference's plan. Exit code 0 STABLE, 1 REVALIDATE, 4 ALERT: a person has to look.")
        {
            reference, run, production, records, anchor, format, actor,
        };
        command.SetAction((result, cancellationToken) => CheckAsync(host, new CheckDrift
        {
            Actor = host.ActorNamed(result.GetValue(actor)),
            ReferenceId = result.GetRequiredValue(reference),
            RunId = result.GetValue(run),
            ProductionPath = result.GetValue(production),
        }, result.GetRequiredValue(records), result.GetValue(anchor), result.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(CliHost host, CheckDrift request, string folder, string? anchor, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Writing(host, folder, anchor);
        var drift = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var exitCode = ExitCode.Of(drift.Decision.Outcome);
        if (json)
        {
            using var document = JsonDocument.Parse(drift.Json);
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(new
            {
                outcome = drift.Result.Outcome,
                demonstration = drift.Result.Demonstration,
                exitCode,
                reasons = drift.Result.Reasons,
                resultsSha256 = Sha256Hex.Of(drift.Json),
                results = document.RootElement,
                audit = new { records = drift.Head.Records, head = drift.Head.Hash, root = drift.Head.Root },
            }, JsonOutput.Options)).ConfigureAwait(false);
        }
        else
        {
            DriftReport.Write(host.ConsoleOn(host.Out), drift);
        }

        return exitCode;
    }
}
