using System.Diagnostics;
using System.Globalization;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Benchmarks;

/// <summary>The ledger against raw prepared inserts, round by round in turn, and group commit against one caller.</summary>
internal static class LedgerRates
{
    private const int Rounds = 9, Callers = 16;

    public static Task MeasureAsync() => Bench.InFolderAsync(async folder =>
    {
        await using var raw = await RawInserts.CreateAsync(Path.Combine(folder, "raw"));
        await using var anchor = new FileStream(Path.Combine(folder, "raw.appended"), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        await using var bare = await RawInserts.CreateAsync(Path.Combine(folder, "bare"));
        await using var records = Bench.Open(Path.Combine(folder, "ledger"));
        var mode = StorageMode.For(SqliteLibrary.Version);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite {SqliteLibrary.Version}, journal {mode.Journal}, synchronous {mode.Synchronous}; medians of {Rounds} rounds"));
        Console.WriteLine("batch   raw rec/s   raw + append + fsync   ledger rec/s   ledger / raw   (by CPU)   goal   ledger / raw + append   encode + hash / bare insert (CPU)   goal");
        foreach (var (batch, commits) in new[] { (1, 150), (100, 20), (1000, 5) })
        {
            var rounds = new List<(double Raw, double Anchored, double Ledger, double CpuRatio, double Hash)>();
            for (var round = -1; round < Rounds; round++)
            {
                var start = Cpu();
                var rawTime = Time(() => raw.EncodeAndInsert(batch), commits);
                var middle = Cpu();
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < commits; i++)
                {
                    await AppendAsync(records, batch);
                }

                var ledgerTime = watch.Elapsed;
                var cpuRatio = (middle - start) / (Cpu() - middle);
                var anchoredTime = Time(() => raw.EncodeAndInsert(batch, anchor), commits);
                if (round >= 0)
                {
                    rounds.Add((rawTime.TotalSeconds, anchoredTime.TotalSeconds, ledgerTime.TotalSeconds, cpuRatio, HashShare(bare, batch, commits)));
                }
            }

            double Rate(Func<(double Raw, double Anchored, double Ledger, double CpuRatio, double Hash), double> time) => batch * commits / Bench.Median(rounds.Select(time));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{batch,5} {Rate(r => r.Raw),11:0} {Rate(r => r.Anchored),22:0} {Rate(r => r.Ledger),14:0} {Bench.Median(rounds.Select(r => r.Raw / r.Ledger)),14:0.00} {Bench.Median(rounds.Select(r => r.CpuRatio)),10:0.00}   0.85")
                + string.Create(CultureInfo.InvariantCulture, $" {Bench.Median(rounds.Select(r => r.Anchored / r.Ledger)),23:0.00} {Bench.Median(rounds.Select(r => r.Hash)),35:0.00}   0.15"));
        }

        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var single = await ClosedLoopAsync(records, 1, 200);
            ratios.Add(await ClosedLoopAsync(records, Callers, 100) / single);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"group commit: {Callers} callers make {Bench.Median(ratios):0.0} times the rate of one (goal 5)"));
    });

    private static TimeSpan Time(Action work, int times)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            work();
        }

        return watch.Elapsed;
    }

    private static Task<LedgerHead[]> AppendAsync(RecordsFolder records, int batch) =>
        Task.WhenAll(Enumerable.Range(0, batch).Select(i => records.AppendAsync(new RecordBatch(Bench.Entry(i)))));

    /// <summary>CPU time of encoding and hashing, as a share of that of inserting what was encoded.</summary>
    private static double HashShare(RawInserts bare, int batch, int commits)
    {
        TimeSpan hash = default, insert = default;
        for (var i = 0; i < commits; i++)
        {
            var start = Cpu();
            var encoded = bare.Encode(batch);
            var middle = Cpu();
            bare.Insert(encoded);
            (hash, insert) = (hash + (middle - start), insert + (Cpu() - middle));
        }

        return hash / insert;
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Records per second of so many callers that each wait for their record before they hand in the next.</summary>
    private static async Task<double> ClosedLoopAsync(RecordsFolder records, int callers, int each)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await records.AppendAsync(new RecordBatch(Bench.Entry(i)));
            }
        })));
        return callers * each / watch.Elapsed.TotalSeconds;
    }
}
