using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ValidationWorkbench.Audit;
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
        Console.WriteLine("A: rows alone; B: rows, then a line appended to another file and waited for, as a checkpoint has to be.");
        Console.WriteLine("batch   A rec/s   B rec/s   ledger rec/s   ledger/A   ledger/B   goal   encode + hash / insert (CPU)   goal");
        foreach (var (batch, commits) in new[] { (1, 150), (100, 20), (1000, 5) })
        {
            var rounds = new List<(double Raw, double Anchored, double Ledger, double Hash)>();
            for (var round = -1; round < Rounds; round++)
            {
                var rawTime = Time(() => raw.EncodeAndInsert(batch), commits);
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < commits; i++)
                {
                    await AppendAsync(records, batch);
                }

                var ledgerTime = watch.Elapsed;
                var anchoredTime = Time(() => raw.EncodeAndInsert(batch, anchor), commits);
                if (round >= 0)
                {
                    rounds.Add((rawTime.TotalSeconds, anchoredTime.TotalSeconds, ledgerTime.TotalSeconds, HashShare(bare, batch, commits)));
                }
            }

            double Rate(Func<(double Raw, double Anchored, double Ledger, double Hash), double> time) => batch * commits / Bench.Median(rounds.Select(time));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{batch,5} {Rate(r => r.Raw),9:0} {Rate(r => r.Anchored),9:0} {Rate(r => r.Ledger),14:0} {Bench.Median(rounds.Select(r => r.Raw / r.Ledger)),10:0.00}")
                + string.Create(CultureInfo.InvariantCulture, $" {Bench.Median(rounds.Select(r => r.Anchored / r.Ledger)),10:0.00}   0.85 {Bench.Median(rounds.Select(r => r.Hash)),30:0.00}   0.15"));
        }

        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var single = await ClosedLoopAsync(records, 1, 200);
            ratios.Add(await ClosedLoopAsync(records, Callers, 100) / single);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"checkpoint: {CheckpointCost(Path.Combine(folder, "checkpoints")):0.000} ms CPU to make, sign, append and flush one (goal 1)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"group commit: {Callers} callers make {Bench.Median(ratios):0.0} times the rate of one (goal 5)"));
    });

    /// <summary>CPU time of one checkpoint over a growing tree, in milliseconds.</summary>
    private static double CheckpointCost(string folder)
    {
        const int count = 1000;
        Directory.CreateDirectory(folder);
        using var anchor = new AnchorFile(Path.Combine(folder, "anchor"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var tree = new CompactRange();
        var name = Checkpoint.OriginOf(Guid.Empty);
        var start = TimeSpan.Zero;
        for (var i = -count; i < count; i++)
        {
            if (i == 0)
            {
                start = Cpu();
            }

            tree.Append(SHA256.HashData(BitConverter.GetBytes(i)));
            anchor.Append(new Checkpoint(name, tree.Size, Convert.ToHexStringLower(tree.Root())).Sign(key));
        }

        return (Cpu() - start).TotalMilliseconds / count;
    }

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
