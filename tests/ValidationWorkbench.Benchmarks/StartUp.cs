using System.Diagnostics;
using System.Globalization;

namespace ValidationWorkbench.Benchmarks;

/// <summary>
/// From the start of the program to the arrival of its first call at an endpoint on this machine, by one clock: a plan of two cases, records in a new folder. The
/// program is the published one whose path is given; without it the one that was built with the benchmarks.
/// </summary>
internal static class StartUp
{
    private const int Rounds = 9;

    public static Task MeasureAsync(string? program) => Bench.InFolderAsync(async folder =>
    {
        var set = Path.Combine(folder, "cases");
        await Child.RunAsync(folder, "cases", "generate", "--count", "2", "--seed", "7", "--out", set);
        using var server = ServerProcess.Start(0, 0);
        var plan = CallPlan.Write(folder, Directory.GetFiles(set, "*.yaml", SearchOption.AllDirectories)[0], server.Address);
        var (first, whole, cpu) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var child = await Child.RunProgramAsync(program, folder, "--plan", plan, "--model", "new", "--repeats", "1", "--reason", "benchmark",
                "--records", Path.Combine(folder, $"records-{round}"), "--out", Path.Combine(folder, $"packages-{round}"));
            var served = await server.TakeServedAsync(skip: 0);
            first.Add(Stopwatch.GetElapsedTime(began, long.Parse(served.Split(' ')[2], CultureInfo.InvariantCulture)).TotalMilliseconds);
            whole.Add(child.Wall.TotalMilliseconds);
            cpu.Add(child.Cpu.TotalMilliseconds);
        }

        Console.WriteLine("ms to the first call: median, least (goal 400)   whole run of 4 calls with its documents: median ms, CPU ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Bench.Median(first),29:0} {first.Min(),6:0} {Bench.Median(whole),53:0} {Bench.Median(cpu),7:0}"));
    });
}
