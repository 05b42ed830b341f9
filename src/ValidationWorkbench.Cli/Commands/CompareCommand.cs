using System.CommandLine;
using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate compare RUN-A RUN-B</c>.</summary>
internal static class CompareCommand
{
    public static Command Create(CliHost host)
    {
        var first = new Argument<string>("RUN-A") { Description = "Id of the run that is compared with, usually the earlier one" };
        var second = new Argument<string>("RUN-B") { Description = "Id of the run that is compared" };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var format = CommonOptions.Format();
        var command = new Command("compare", "Compare the candidates of two runs, case by case, on the cases that both runs have: one panel at two times, or two versions. Changes nothing.")
        {
            first, second, records, anchor, format,
        };
        command.SetAction((result, cancellationToken) => CompareAsync(
            host, new CompareRuns(result.GetRequiredValue(first), result.GetRequiredValue(second), result.GetValue(anchor)),
            result.GetRequiredValue(records), result.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> CompareAsync(CliHost host, CompareRuns request, string folder, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Reading(host, folder);
        var comparison = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (json)
        {
            using var document = JsonDocument.Parse(CanonicalJson.Write(comparison));
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { exitCode = ExitCode.Go, comparison = document.RootElement }, JsonOutput.Options)).ConfigureAwait(false);
        }
        else
        {
            ComparisonReport.Write(host.ConsoleOn(host.Out), comparison);
        }

        return ExitCode.Go;
    }
}
