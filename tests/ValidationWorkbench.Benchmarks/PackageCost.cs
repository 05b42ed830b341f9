using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Storage;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Processor time of the package of the default run: the first time in a process, where much of it is compilation, and afterwards.</summary>
internal static class PackageCost
{
    private const int Times = 10;
    private const double Goal = 2;

    public static Task MeasureAsync() => Bench.InFolderAsync(async folder =>
    {
        var records = Path.Combine(folder, "records");
        await Child.RunAsync(folder, "--model", "gpt-oss-120b", "--reason", "benchmark", "--records", records, "--out", Path.Combine(folder, "packages"));
        Console.WriteLine(await Child.OwnAsync("package", records));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"goal: all files of the package in less than {Goal:0} s of processor time"));
    });

    /// <summary>The only run of a records folder, rendered again and again in this process.</summary>
    public static async Task MeasureOneAsync(string folder)
    {
        await using var records = RecordsFolder.OpenForReading(folder);
        var scorer = new RunScorer(records, (task, key, testCase, reply) =>
            task == CaseTask.Categorization ? CategorizationScorer.Score(key, testCase, reply) : OqSuiteScorer.Score(key, testCase, reply), rows: null);
        var renderer = new PackageRenderer(records, scorer);
        await using var context = records.CreateReader();
        var entry = context.Assessments.AsNoTracking().Single();
        var started = Processor();
        var (assessed, facts) = renderer.Gather(entry, entry.HeadSequence);
        var gathered = Processor();
        var files = renderer.Print(assessed, facts, signer: null);
        var cold = Processor();
        var pages = files.Count(file => file.Name.EndsWith(".pdf", StringComparison.Ordinal));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages} documents and {files.Count - pages} files of data, {files.Sum(file => file.Bytes.Length) / 1024} KiB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first time in a process: {cold - gathered:0.00} s of processor time, after {gathered - started:0.00} s for reading and scoring"));
        foreach (var (name, endings) in ((string, string[])[])[("the whole package", [".pdf", ".json", ".csv", ".xml"]), ("documents as PDF", [".pdf"]),
            ("documents as HTML", [".html"]), ("documents as Markdown", [".md"])])
        {
            var seconds = Enumerable.Range(0, Times)
                .Select(_ => Timed(() => renderer.Print(assessed, facts, file => endings.Contains(Path.GetExtension(file)), signer: null))).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"again, {name}: {seconds[0]:0.00} s, of {Times} times the median {Bench.Median(seconds):0.00} s"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"again, reading and scoring: {Timed(() => renderer.Gather(entry, entry.HeadSequence)):0.00} s"));
    }

    private static double Timed<T>(Func<T> work)
    {
        var before = Processor();
        work();
        return Processor() - before;
    }

    private static double Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }
}
