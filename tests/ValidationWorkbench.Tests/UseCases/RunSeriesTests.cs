using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>The control chart of a report against that of a drift check of the same runs.</summary>
public sealed class RunSeriesTests
{
    [Fact]
    public async Task The_report_shows_the_chart_that_a_drift_check_finds_and_an_earlier_report_stays_as_it_was()
    {
        await using var bench = new DriftBench(cases: 20);
        var runs = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            bench.Wrong = [.. Enumerable.Range(1, i % 3)];
            runs.Add(await bench.RunAsync());
        }

        var early = await ReportAsync(bench, runs[3], "before");
        var chart = (await bench.CheckAsync(runs[0], runs[9])).Result.Panel!.Tasks[0].Chart!;

        var report = await ReportAsync(bench, runs[9], "before");
        Assert.Equal(2, chart.Points.Count);
        Assert.All(chart.Points, point => Assert.Contains(
            $"| {point.RunId} | {Figures.Ratio(point.Score)} | {Figures.Ratio(point.Average)} | {Figures.Ratio(point.Lower)} | {Figures.Ratio(point.Upper)} "
                + $"| {point.Cusum.ToString("0.00", CultureInfo.InvariantCulture)} |",
            report, StringComparison.Ordinal));
        Assert.Contains("on record: 3.", early, StringComparison.Ordinal);
        Assert.Equal(early, await ReportAsync(bench, runs[3], "after"));

        // The check came after the assessment of the tenth run and is in no report before the next.
        Assert.Contains("No drift check of this use is on record", report, StringComparison.Ordinal);
        Assert.Contains($"| {runs[0]} | {runs[9]} | ", await ReportAsync(bench, await bench.RunAsync(), "after"), StringComparison.Ordinal);
        Assert.True((await bench.Bench.VerifyAsync(deep: true)).Holds);
    }

    [Fact]
    public async Task A_run_of_another_model_behind_the_name_is_left_out()
    {
        await using var bench = new DriftBench(cases: 20);
        var first = await bench.RunAsync();
        bench.Served = "m-new-2026-11-01";
        var second = await bench.RunAsync();

        Assert.Contains($"{first} (another candidate by what answered)", await ReportAsync(bench, second, "out"), StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(DriftBench bench, string runId, string folder)
    {
        var rendered = await bench.Bench.SendAsync(new RenderDocuments
        {
            Actor = RunBench.Tester,
            RunId = runId,
            Only = ["validation-report"],
            Format = DocumentFormat.Md,
            OutFolder = bench.Bench.Folder.PathOf(folder),
        });
        return Regex.Replace(await File.ReadAllTextAsync(Path.Combine(rendered.Folder, "validation-report.md")), " +", " ");
    }
}
