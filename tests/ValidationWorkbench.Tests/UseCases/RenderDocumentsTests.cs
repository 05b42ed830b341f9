using ValidationWorkbench.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Documents rendered beside an issued package.</summary>
public sealed class RenderDocumentsTests
{
    [Fact]
    public async Task The_documents_asked_for_are_rendered_the_same_again_and_the_package_stays()
    {
        await using var bench = Bench();
        var (runId, package) = await IssuedAsync(bench);
        var before = Files(package);

        var first = await RenderAsync(bench, runId, DocumentFormat.Html, "packages", "validation-report", "user-requirements");
        bench.Clock.Now = bench.Clock.Now.AddDays(3);
        var second = await RenderAsync(bench, runId, DocumentFormat.Html, "packages", "user-requirements", "validation-report");

        Assert.Equal(["user-requirements.html", "validation-report.html"], first.Files.Select(file => file.Name));
        Assert.Equal(first.Files, second.Files);
        Assert.All(first.Files, file => Assert.Equal(file.Sha256, Sha256Hex.Of(File.ReadAllBytes(Path.Combine(first.Folder, file.Name)))));
        Assert.Equal(before, Files(package).Where(file => !file.Name.EndsWith(".html", StringComparison.Ordinal)));
        Assert.Equal(before.Count(file => file.Name.EndsWith(".pdf", StringComparison.Ordinal)), (await RenderAsync(bench, runId, DocumentFormat.Md, "packages")).Files.Count);
        Assert.Equal(
            before.Where(file => file.Name == "validation-report.pdf"),
            (await RenderAsync(bench, runId, DocumentFormat.Pdf, "elsewhere", "validation-report")).Files);
    }

    [Fact]
    public async Task What_was_rendered_is_on_record_and_holds_until_it_is_altered()
    {
        await using var bench = Bench();
        var (runId, package) = await IssuedAsync(bench);
        await RenderAsync(bench, runId, DocumentFormat.Md, "packages");
        var options = new AuditOptions(bench.RecordsPath) { PackagesFolder = Path.GetDirectoryName(package), Deep = true };

        var report = await bench.SendAsync(new VerifyAudit(options));
        Assert.Equal((AuditReport.Pass, 0), (report.Verdict, report.Faults.Count));
        Assert.DoesNotContain(report.Remarks, remark => remark.Contains("no part of the package", StringComparison.Ordinal));
        Assert.Equal(Files(package).Count - 1, report.Recomputed!.Value.Documents);

        await File.AppendAllTextAsync(Path.Combine(package, "validation-report.md"), "GO");

        Assert.Contains(
            "validation-report.md was altered after its issue", Assert.Single((await bench.SendAsync(new VerifyAudit(options))).Faults).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_renderings_alone_is_no_package_that_lost_files()
    {
        await using var bench = Bench();
        var (runId, _) = await IssuedAsync(bench);
        var rendered = await RenderAsync(bench, runId, DocumentFormat.Pdf, "elsewhere", "validation-report");
        var options = new AuditOptions(bench.RecordsPath) { PackagesFolder = bench.Folder.PathOf("elsewhere") };

        var report = await bench.SendAsync(new VerifyAudit(options));
        Assert.Equal(AuditReport.Pass, report.Verdict);
        Assert.Contains(report.Remarks, remark => remark.StartsWith($"the package of run {runId} is not in ", StringComparison.Ordinal));

        await File.AppendAllTextAsync(Path.Combine(rendered.Folder, "validation-report.pdf"), "x");

        Assert.Single((await bench.SendAsync(new VerifyAudit(options))).Faults);
    }

    [Fact]
    public async Task No_rendering_takes_the_place_of_a_file_that_a_manifest_names_with_other_bytes()
    {
        await using var bench = Bench();
        var (runId, package) = await IssuedAsync(bench);
        await bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true });
        var before = Files(package);

        var exception = await Assert.ThrowsAsync<InputException>(() => RenderAsync(bench, runId, DocumentFormat.Pdf, "packages", "validation-report"));

        Assert.Equal(
            $"{Path.Combine(package, "validation-report.pdf")}: was issued with other bytes, and its manifest says so. Choose another folder with --out, or issue the whole package again with `validate documents {runId}`.",
            exception.Message);
        Assert.Equal(before, Files(package));
    }

    [Fact]
    public async Task A_document_that_the_run_does_not_have_is_refused_with_those_it_has()
    {
        await using var bench = Bench();
        var (runId, _) = await IssuedAsync(bench);

        var exception = await Assert.ThrowsAsync<InputException>(() => RenderAsync(bench, runId, DocumentFormat.Html, "packages", "validation-report", "report"));

        Assert.Equal($"--only: run {runId} has no document \"report\"; its documents: {string.Join(", ", TemplateSet.Read(ShippedFiles.Folder).Templates.Select(template => template.Kind.Name))}.", exception.Message);
    }

    private static RunBench Bench() => new(call => LoopbackAnswer.Category(4, call.Model));

    private static async Task<(string RunId, string Package)> IssuedAsync(RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        var package = await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("packages") });
        return (runId, package.Folder);
    }

    private static Task<RenderedDocuments> RenderAsync(RunBench bench, string runId, DocumentFormat format, string folder, params string[] only) =>
        bench.SendAsync(new RenderDocuments { Actor = RunBench.Tester, RunId = runId, Only = only, Format = format, OutFolder = bench.Folder.PathOf(folder) });

    private static List<(string Name, string Sha256)> Files(string package) =>
        [.. Directory.GetFiles(package).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), Sha256Hex.Of(File.ReadAllBytes(path))))];
}
