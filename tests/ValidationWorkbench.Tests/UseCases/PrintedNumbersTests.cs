using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Pdf;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>What the pages say is what the records hold: the numbers are read back out of the PDF files.</summary>
public sealed class PrintedNumbersTests
{
    [Fact]
    public async Task Findings_counts_and_hashes_of_the_report_are_those_of_the_records()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(call.Model == "m-old" && call.Text.Contains("system 2 ", StringComparison.Ordinal) ? 5 : 4, call.Model), cases: 7);
        var runId = await bench.FinishedAsync();
        var run = await bench.AssessAsync(runId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("out") });
        var report = Text(bench, runId, "validation-report");

        foreach (var finding in run.Assessment.Findings)
        {
            Assert.Contains(
                Squeeze($"{finding.Criterion.Id} {CriterionWords.Name(finding.Criterion)} {CriterionWords.Required(finding.Criterion)} {CriterionWords.Observed(finding)} "
                    + $"{CriterionWords.Bound(finding)} {CriterionWords.Baseline(finding)} {finding.N.ToString(CultureInfo.InvariantCulture)} {CriterionWords.Word(finding.Verdict)}"),
                report, StringComparison.Ordinal);
        }

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(bench.Folder.PathOf($"out/{runId}/run.json")));
        Assert.Contains(Squeeze($"Results SHA-256 {run.ResultsSha256}"), report, StringComparison.Ordinal);
        Assert.Contains(Squeeze($"{runId}"), report, StringComparison.Ordinal);
        Assert.Contains(Squeeze($"Both {run.Total.Planned} {run.Total.Passed} {run.Total.Failed} {run.Total.Undecided} {run.Total.Error} {run.Total.Aborted} {run.Total.Unscored}"),
            report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_document_names_the_run_its_results_and_the_head_of_the_trail_on_each_page_and_says_that_it_is_a_draft()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), cases: 5);
        var runId = await bench.FinishedAsync();
        var run = await bench.AssessAsync(runId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("out") });

        var files = Directory.GetFiles(bench.Folder.PathOf($"out/{runId}"), "*.pdf");
        Assert.Equal(run.Templates.Value.Templates.Count, files.Length);
        Assert.All(files, file => Assert.All(new PdfReading(File.ReadAllBytes(file)).Text.Select(Squeeze), page =>
        {
            Assert.Contains(Squeeze("DRAFT – NOT APPROVED"), page, StringComparison.Ordinal);
            Assert.Contains(Squeeze(runId), page, StringComparison.Ordinal);
            Assert.Contains(Squeeze($"Results {run.ResultsSha256[..12]}"), page, StringComparison.Ordinal);
        }));
    }

    private static string Text(RunBench bench, string runId, string name) =>
        Squeeze(string.Concat(new PdfReading(File.ReadAllBytes(bench.Folder.PathOf($"out/{runId}/{name}.pdf"))).Text));

    /// <summary>Where a line ends is for the layout to decide.</summary>
    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u00AD'));
}
