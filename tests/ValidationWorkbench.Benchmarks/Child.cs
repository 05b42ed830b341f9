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
    /// <summary>The program with the libraries of the benchmarks: the framework of their server brings some of them, which are then not beside the program.</summary>
    private static string[] Program
    {
        get
        {
            var benchmarks = Path.ChangeExtension(typeof(Child).Assembly.Location, null);
            return ["exec", "--runtimeconfig", $"{benchmarks}.runtimeconfig.json", "--depsfile", $"{benchmarks}.deps.json", typeof(CommandLine).Assembly.Location];
        }
    }

    public static Task<Child> RunAsync(string folder, params string[] arguments) => RunProgramAsync(null, folder, arguments);

    /// <param name="program">A published program; null for the one that was built with the benchmarks.</param>
    /// <param name="folder">Folder to run in.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<Child> RunProgramAsync(string? program, string folder, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program ?? "dotnet", program is null ? [.. Program, .. arguments] : arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        var (peak, cpu) = (0.0, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, ReadPeak(process.Id));
            cpu = ReadCpu(process) ?? cpu;
        }

        var wall = watch.Elapsed;

        // GO, NO-GO and UNDECIDED are results like any other.
        return process.ExitCode is 0 or 1 or 4 ? new Child(wall, cpu, peak) : throw new InvalidOperationException($"exit code {process.ExitCode}: {await output}{await error}");
    }

    /// <summary>Runs the benchmarks themselves in a process of their own and gives what they print.</summary>
    public static async Task<string> OwnAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {output}");
    }

    /// <summary>Null once the process has ended: its time is gone with it.</summary>
    private static TimeSpan? ReadCpu(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public static double ReadPeak(int processId)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/status");
            return PeakPattern().Match(status) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) / 1024 : 0;
        }
        catch (IOException)
        {
            // No such system, or the process ended just now.
            return 0;
        }
    }

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex PeakPattern();
}
