using System.CommandLine;
using System.Text.Json;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate audit alcoa [RUN]</c>.</summary>
internal static class AlcoaCommand
{
    public static Command Create(CliHost host)
    {
        var run = new Argument<string?>("RUN") { Description = "Id of the run; all records if left out", Arity = ArgumentArity.ZeroOrOne };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var format = CommonOptions.Format();
        var command = new Command("alcoa", "Evaluate the records against ALCOA+ by what can be computed, with the evidence for each check. Exit code 1 where a check fails.") { run, records, anchor, format };
        command.SetAction((result, cancellationToken) => EvaluateAsync(
            host, new EvaluateAlcoa(result.GetValue(run), result.GetValue(anchor)), result.GetRequiredValue(records), result.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> EvaluateAsync(CliHost host, EvaluateAlcoa request, string folder, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Reading(host, folder);
        var report = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var exitCode = report.HasFailed ? ExitCode.NoGo : ExitCode.Go;
        if (json)
        {
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(AlcoaLines.ForJson(report, exitCode), JsonOutput.Options)).ConfigureAwait(false);
        }
        else
        {
            AlcoaLines.Write(host.ConsoleOn(host.Out), report);
        }

        return exitCode;
    }
}
