using System.Diagnostics;
using System.Globalization;
using ValidationWorkbench.Cli;
using Xunit;

namespace ValidationWorkbench.Specs.Drivers;

/// <summary>Starts the real program, so that it can be killed, stopped or starved.</summary>
public sealed class ProgramDriver(WorkbenchDriver workbench)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    /// <summary>Runs the program to its end in the scenario's folder, with relative paths as a user would.</summary>
    public async Task RunAsync(string arguments)
    {
        using var process = Start("dotnet", [ProgramFile, .. arguments.Split(' ')]);
        await FinishAsync(process);
    }

    /// <summary>Starts a run of the plan and sends a signal once some trials are on record.</summary>
    public async Task SignalAsync(string signal)
    {
        using var process = Start("dotnet", [ProgramFile, .. RunArguments]);
        await WaitForTrialsAsync(process);
        using (var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await FinishAsync(process);
    }

    /// <summary>
    /// Runs the plan with a ceiling on file sizes, ignored as a signal, so that writing fails half-way as on a full disk.
    /// </summary>
    public async Task RunWithFileCeilingAsync(int kibibytes)
    {
        var command = $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {kibibytes.ToString(CultureInfo.InvariantCulture)}; exec dotnet {ProgramFile} {string.Join(' ', RunArguments)}";
        using var process = Start("bash", ["-c", command]);
        await FinishAsync(process);
    }

    private static string ProgramFile => typeof(CommandLine).Assembly.Location;

    private string[] RunArguments => workbench.Arguments($"--model {PlanDriver.Candidate} --plan plan.yaml");

    private Process Start(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = workbench.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private async Task FinishAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(LongestRun);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token), error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        (workbench.ExitCode, workbench.Output, workbench.Error) = (process.ExitCode, await output, await error);
    }

    private async Task WaitForTrialsAsync(Process process)
    {
        for (var i = 0; i < 2000 && !process.HasExited; i++)
        {
            if (File.Exists(workbench.In("records/workbench.db")) && CountTrials() > 20)
            {
                return;
            }

            await Task.Delay(5);
        }

        Assert.Fail($"The program ended or made no progress before it could be interrupted: {await process.StandardError.ReadToEndAsync()}");
    }

    private int CountTrials()
    {
        try
        {
            return int.Parse(workbench.Query("select count(*) from Trials")[0], CultureInfo.InvariantCulture);
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // The tables are being made, or the writer holds the file; the next look will tell.
            return 0;
        }
    }
}
