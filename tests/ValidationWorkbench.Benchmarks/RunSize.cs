using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Cli;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Cost per trial and peak memory of the real program, for a small and a large case set.</summary>
internal static partial class RunSize
{
    /// <summary>Measures both sizes, each in a process of its own, and prints a table with the ratio of the cost per trial.</summary>
    public static async Task MeasureAsync(int few, int many)
    {
        var folder = Directory.CreateTempSubdirectory("vwb-bench-").FullName;
        try
        {
            var small = await MeasureAsync(folder, few);
            var large = await MeasureAsync(folder, many);
            Console.WriteLine("cases   ms per trial   peak memory");
            foreach (var (cases, result) in new[] { (few, small), (many, large) })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases,5} {result.MillisecondsPerTrial,14:0.00} {result.PeakMebibytes,9:0} MiB"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of the cost per trial, {many} to {few} cases: {large.MillisecondsPerTrial / small.MillisecondsPerTrial:0.00}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double MillisecondsPerTrial, double PeakMebibytes)> MeasureAsync(string folder, int cases)
    {
        var set = Path.Combine(folder, $"cases-{cases.ToString(CultureInfo.InvariantCulture)}");
        await RunAsync(folder, "cases", "generate", "--count", cases.ToString(CultureInfo.InvariantCulture), "--seed", "7", "--out", set);
        var watch = Stopwatch.StartNew();
        var peak = await RunAsync(folder, "--model", "gpt-oss-120b", "--cases", set, "--repeats", "1", "--records", $"{set}-records", "--out", $"{set}-packages");
        return (watch.Elapsed.TotalMilliseconds / (2 * cases), peak);
    }

    /// <summary>Runs the program and returns its peak resident memory in MiB, as the system reports it while the process lives.</summary>
    private static async Task<double> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(50))
        {
            peak = Math.Max(peak, ReadPeak(process.Id));
        }

        await output;
        return peak;
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
