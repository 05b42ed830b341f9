using System.Globalization;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Benchmarks;

/// <summary>
/// What the ledger costs the main job. There is no switch that turns the records off, and there shall be none; so the job without them is the
/// job with its records in memory, less the processor time of appending as many trials again.
/// </summary>
internal static class JobWithLedger
{
    private const int Rounds = 5, Cases = 600, Trials = 2 * Cases, Callers = 4;
    private const string Memory = "/dev/shm";

    public static Task MeasureAsync() => Bench.InFolderAsync(async folder =>
    {
        var set = Path.Combine(folder, "cases");
        await Child.RunAsync(folder, "cases", "generate", "--count", Cases.ToString(CultureInfo.InvariantCulture), "--seed", "7", "--out", set);
        if (!Directory.Exists(Memory))
        {
            Console.WriteLine($"no {Memory} here: the job with the ledger is not measured");
            return;
        }

        var memory = Directory.CreateDirectory(Path.Combine(Memory, Path.GetFileName(folder))).FullName;
        try
        {
            var ratios = new List<(double Disk, double Nowhere)>();
            for (var round = 0; round < Rounds; round++)
            {
                var disk = await RunAsync(folder, set, Path.Combine(folder, $"r{round}"));
                var ram = await RunAsync(folder, set, Path.Combine(memory, $"r{round}"));
                var appending = await AppendAsync(Path.Combine(memory, $"a{round}"));
                ratios.Add((disk.Wall / ram.Wall, disk.Wall / (ram.Wall - appending)));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"main job, {Trials} trials: records on disk / in memory {Bench.Median(ratios.Select(r => r.Disk)):0.00}, on disk / nowhere {Bench.Median(ratios.Select(r => r.Nowhere)):0.00} (goal 1.15)"));
        }
        finally
        {
            Directory.Delete(memory, recursive: true);
        }
    });

    private static Task<Child> RunAsync(string folder, string set, string records) =>
        Child.RunAsync(folder, "--model", "gpt-oss-120b", "--cases", set, "--repeats", "1", "--reason", "benchmark", "--records", records, "--out", Path.Combine(folder, "packages"));

    private static async Task<TimeSpan> AppendAsync(string folder)
    {
        await using var records = Bench.Open(folder);
        await records.AppendAsync(new RecordBatch(Bench.Entry(0)));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, Trials), new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (i, _) =>
        {
            var evidence = records.Keep(System.Text.Encoding.UTF8.GetBytes($"{Bench.Entry(i).After} {i}"));
            var caseId = $"C-{i}";
            await records.AppendAsync(new RecordBatch(Bench.Entry(i))
            {
                Evidence = [evidence],
                Attempt = new Attempt { RunId = "R", CaseId = caseId, Role = ModelRole.Candidate, Repeat = 1, Number = 1, StartedMicros = i, LatencyMicros = 1, RequestSha256 = evidence.Sha256 },
                Trial = new Trial { RunId = "R", CaseId = caseId, Role = ModelRole.Candidate, Repeat = 1, Position = i, Attempts = 1, Answered = true, FinishedMicros = i },
            });
        });
        return System.Diagnostics.Stopwatch.GetElapsedTime(start);
    }
}
