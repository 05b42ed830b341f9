using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Cli;

namespace ValidationWorkbench.Benchmarks;

/// <summary>The real program in a process of its own, and what it cost.</summary>
/// <param name="Wall">Time from start to end.</param>
/// <param name="Cpu">Processor time.</param>
/// <param name="PeakMebibytes">Peak resident memory, as the system reports it while the process lives.</param>
internal sealed partial record Child(TimeSpan Wall, TimeSpan Cpu, double PeakMebibytes)
{
    public static async Task<Child> RunAsync(string folder, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, ReadPeak(process.Id));
        }

        var wall = watch.Elapsed;
        return process.ExitCode == 0 ? new Child(wall, process.TotalProcessorTime, peak) : throw new InvalidOperationException($"exit code {process.ExitCode}: {await output}{await error}");
    }

    private static double ReadPeak(int processId)
    {
        var status = $"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/status";
        return File.Exists(status) && PeakPattern().Match(File.ReadAllText(status)) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) / 1024
            : 0;
    }

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex PeakPattern();
}
