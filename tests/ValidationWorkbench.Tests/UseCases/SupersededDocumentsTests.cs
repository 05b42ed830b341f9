using System.Text;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Pdf;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Documents of an assessment that a later one of the same run replaced.</summary>
public sealed class SupersededDocumentsTests
{
    private const string Words = "SUPERSEDED by assessment 2 of ";

    [Fact]
    public async Task A_document_is_superseded_as_of_the_records_it_is_made_for()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        var runId = await bench.FinishedAsync();
        await bench.AssessAsync(runId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("first") });
        var before = await RenderAsync(bench, runId, 1, DocumentFormat.Md, "before");
        await bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true });

        // The bundle holds what was issued, which was not superseded when it was issued.
        var bundle = await bench.SendAsync(new ExportBundle { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("bundles") });
        Assert.True(BundleVerifier.Verify(bundle.Folder, bundle.Vkey).Holds);
        Assert.Equal(
            await File.ReadAllBytesAsync(bench.Folder.PathOf($"first/{runId}/release-statement.pdf")),
            await File.ReadAllBytesAsync(Path.Combine(bundle.Folder, "documents", "release-statement.pdf")));

        var (md, html) = (await RenderAsync(bench, runId, 1, DocumentFormat.Md, "after"), await RenderAsync(bench, runId, 1, DocumentFormat.Html, "after"));
        var pdf = string.Join(" ", new PdfReading(await RenderAsync(bench, runId, 1, DocumentFormat.Pdf, "after")).Text).ReplaceLineEndings(" ");
        var second = await RenderAsync(bench, runId, 2, DocumentFormat.Md, "after");
        Assert.DoesNotContain("SUPERSEDED", Encoding.UTF8.GetString(before), StringComparison.Ordinal);
        Assert.DoesNotContain("SUPERSEDED", Encoding.UTF8.GetString(second), StringComparison.Ordinal);
        Assert.Contains(Words, Encoding.UTF8.GetString(md), StringComparison.Ordinal);
        Assert.Contains(Words, Encoding.UTF8.GetString(html), StringComparison.Ordinal);
        Assert.Contains("SUPERSEDED DRAFT – NOT APPROVED", pdf, StringComparison.Ordinal);
        Assert.Contains("This statement is superseded by assessment 2", pdf, StringComparison.Ordinal);

        // Every issue and every rendering is made again as of its own record.
        var report = await bench.VerifyAsync(deep: true);
        Assert.Empty(report.Faults);
        Assert.True(report.Recomputed!.Value.Documents > 20);
    }

    [Fact]
    public async Task An_assessment_by_another_plan_supersedes_nothing()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        var runId = await bench.FinishedAsync();
        await bench.AssessAsync(runId);
        var plan = bench.Folder.Write("other.yaml", (await File.ReadAllTextAsync(bench.PlanPath)).Replace("limit: 0.35", "limit: 0.3", StringComparison.Ordinal));
        await bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, PlanPath = plan, Reason = "to see" });

        Assert.DoesNotContain("SUPERSEDED", Encoding.UTF8.GetString(await RenderAsync(bench, runId, 1, DocumentFormat.Md, "after")), StringComparison.Ordinal);
    }

    private static async Task<byte[]> RenderAsync(RunBench bench, string runId, int assessment, DocumentFormat format, string folder)
    {
        var rendered = await bench.SendAsync(new RenderDocuments
        {
            Actor = RunBench.Tester,
            RunId = runId,
            Assessment = assessment,
            Only = ["release-statement"],
            Format = format,
            OutFolder = bench.Folder.PathOf(folder),
        });
        return await File.ReadAllBytesAsync(Path.Combine(rendered.Folder, rendered.Files.Single().Name));
    }
}
