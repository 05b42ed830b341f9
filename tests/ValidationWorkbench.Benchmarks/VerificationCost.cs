using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Benchmarks;

/// <summary><c>validate audit verify</c> on a long trail, against nothing but SHA-256 over the same bytes, and <c>validate audit show</c> on it.</summary>
internal static class VerificationCost
{
    private const int RecordsAtOnce = 1000;

    /// <summary>What is looked for in the trail: the end of it, one record among all, all records, none.</summary>
    private static readonly string[][] Filters =
        [[], ["--entity", "trial:C-00000777/candidate/1"], ["--what", "log-created"], ["--run", "R20261121-090000-0000"], ["--who", "validation-workbench"], ["--why", "crash"], ["--from", "2200-01-01"]];

    public static Task MeasureAsync(int count) => Bench.InFolderAsync(async folder =>
    {
        string full = Path.Combine(folder, "full"), small = Path.Combine(folder, "small");
        await FillAsync(small, 1);
        await FillAsync(full, count);
        var (bytes, limit) = HashAll(full);
        var start = await Child.RunAsync(folder, "audit", "verify", "--records", small);
        var verify = await Child.RunAsync(folder, "audit", "verify", "--records", full);
        var cpu = (verify.Cpu - start.Cpu).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} records of {bytes / count} bytes; start of the program: {start.Cpu.TotalSeconds:0.00} s CPU"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"audit verify: {verify.Wall.TotalSeconds:0.0} s, {cpu:0.0} s CPU without the start, {count / cpu:0} records per CPU second, peak {verify.PeakMebibytes:0} MiB (goal 150)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SHA-256 alone: {count / limit:0} records per CPU second; ratio {limit / cpu:0.00} (goal 0.25 at a million)"));
        foreach (var filter in Filters)
        {
            var show = await Child.RunAsync(folder, ["audit", "show", "--records", full, .. filter]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"audit show {string.Join(' ', filter)}: {show.Wall.TotalSeconds:0.00} s, {show.Cpu.TotalSeconds:0.00} s CPU (goal 1)"));
        }
    });

    private static async Task FillAsync(string folder, int count)
    {
        await using var records = Bench.Open(folder);
        for (var done = 0; done < count; done += 1000)
        {
            await Task.WhenAll(Enumerable.Range(done, Math.Min(1000, count - done)).Select(i => records.AppendAsync(new RecordBatch(Bench.Entry(i)))));
        }
    }

    /// <summary>Time of hashing every record once, without reading it: of each part the shortest of three, which other work on the machine held up least.</summary>
    private static (long Bytes, double Seconds) HashAll(string folder)
    {
        using var connection = DatabaseSchema.Open(Path.Combine(folder, "workbench.db"), readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText = "select Bytes from AuditRecords order by Sequence";
        using var reader = command.ExecuteReader();
        var (bytes, ticks) = (0L, 0L);
        foreach (var part in Leaves(reader).Chunk(RecordsAtOnce))
        {
            bytes += part.Sum(leaf => leaf.Length - 1L);
            ticks += Enumerable.Range(0, 3).Min(_ => Hash(part));
        }

        return (bytes, ticks / (double)Stopwatch.Frequency);
    }

    private static IEnumerable<byte[]> Leaves(SqliteDataReader reader)
    {
        while (reader.Read())
        {
            yield return [0, .. reader.GetFieldValue<byte[]>(0)];
        }
    }

    private static long Hash(byte[][] leaves)
    {
        Span<byte> hash = stackalloc byte[32];
        var start = Stopwatch.GetTimestamp();
        foreach (var leaf in leaves)
        {
            SHA256.HashData(leaf, hash);
        }

        return Stopwatch.GetTimestamp() - start;
    }
}
