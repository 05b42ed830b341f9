using Spectre.Console;
using ValidationWorkbench.Cli.Commands;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Output;

/// <summary>A further assessment of a run on record, as text or JSON.</summary>
internal static class AssessmentOutput
{
    /// <summary>Width of the names in the lines after the recommendation.</summary>
    public const int NameWidth = 12;

    /// <summary>Writes it and returns the exit code that belongs to its outcome.</summary>
    public static async Task<int> WriteAsync(CliHost host, Workbench workbench, AssessedRun assessed, bool isJson)
    {
        var exitCode = ExitCode.Of(assessed.Recommendation.Outcome);
        if (isJson)
        {
            await host.Out.WriteLineAsync(RunJsonOutput.Write(assessed, null, exitCode, null, workbench.Records.ReadHead())).ConfigureAwait(false);
            return exitCode;
        }

        var console = host.ConsoleOn(host.Out);
        RunReport.Write(console, assessed);
        console.WriteLine();
        Lines.WriteFact(console, "Results", $"sha256 {assessed.ResultsSha256}", NameWidth);
        Lines.WriteFact(console, "Assessment", RunReport.Standing(assessed), NameWidth);
        return exitCode;
    }
}
