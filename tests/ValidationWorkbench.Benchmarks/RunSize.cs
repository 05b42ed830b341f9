using System.Globalization;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Cost per trial and peak memory of the real program, for a small and a large case set.</summary>
internal static class RunSize
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
        await Child.RunAsync(folder, "cases", "generate", "--count", cases.ToString(CultureInfo.InvariantCulture), "--seed", "7", "--out", set);
        var run = await Child.RunAsync(folder, "--model", "gpt-oss-120b", "--cases", set, "--repeats", "1", "--reason", "benchmark", "--records", $"{set}-records", "--out", $"{set}-packages");
        return (run.Wall.TotalMilliseconds / (2 * cases), run.PeakMebibytes);
    }
}
