using System.Security.Cryptography;
using System.Text.Json;
using ValidationWorkbench.Files;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using ValidationWorkbench.Tests.Pdf;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class PackageSteps(WorkbenchDriver workbench)
{
    [Then("the package holds every file that its manifest names, with the right hash")]
    public void ThenThePackageIsWhole()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Package, "manifest.json")));
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("sha256").GetString());
        string[] expected = [.. TemplateSet.Read(ShippedFiles.Folder).Templates.Select(template => $"{template.Kind.Name}.pdf"), "run.json",
            "trials.csv", "differences.csv", "junit.xml"];
        Assert.Equal(expected.Order(), files.Keys.Order());
        Assert.All(files, file => Assert.Equal(file.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Package, file.Key))))));
        Assert.Equal(64, manifest.RootElement.GetProperty("audit").GetProperty("head").GetString()!.Length);
    }

    [Then("every file of the package but the manifest has the same bytes")]
    public void ThenTheBytesAreTheSame()
    {
        var again = workbench.In($"again/{workbench.RunIds[0]}");
        foreach (var file in Directory.EnumerateFiles(Package).Where(file => Path.GetFileName(file) != "manifest.json"))
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(file)))), Path.GetFileName(file));
        }

        Assert.Equal(Directory.EnumerateFiles(Package).Count(), Directory.EnumerateFiles(again).Count());
    }

    [Then("the terminal, run.json and every page of every PDF say that it is a demonstration")]
    public void ThenEverythingSaysDemonstration()
    {
        Assert.Contains("DEMONSTRATION – Recommendation: GO", workbench.Output, StringComparison.Ordinal);
        Assert.True(workbench.RunJson(workbench.RunIds[0]).GetProperty("demonstration").GetBoolean());
        foreach (var file in Directory.EnumerateFiles(Package, "*.pdf"))
        {
            var pages = new PdfReading(File.ReadAllBytes(file)).Text;
            Assert.True(pages.Count > 1, file);
            Assert.All(pages, page => Assert.Contains("DEMONSTRATION", page, StringComparison.Ordinal));
        }
    }

    [Then("every record, table and document calls the models simulated")]
    public void ThenTheModelsAreCalledSimulated()
    {
        Assert.All(File.ReadLines(Path.Combine(Package, "trials.csv")).Skip(1), line => Assert.Contains("(simulated)", line, StringComparison.Ordinal));
        Assert.Equal("0", workbench.Query("select count(*) from AuditRecords where Action = 'trial-finished' and instr(Bytes, cast('(simulated)' as blob)) = 0")[0]);
        Assert.All(Directory.EnumerateFiles(Package, "*.pdf"), file =>
            Assert.Contains("sim-b (simulated)", string.Join(' ', new PdfReading(File.ReadAllBytes(file)).Text), StringComparison.Ordinal));
        Assert.Contains("sim-b (simulated)", File.ReadAllText(Path.Combine(Package, "junit.xml")), StringComparison.Ordinal);
    }

    [Then("the specification, the risk assessment and the matrix say that functions and risks are not stated")]
    public void ThenGapsAreSaid()
    {
        Assert.Contains("The plan has no section \"functions\"", TextOf("functional-specification"), StringComparison.Ordinal);
        Assert.Contains("The plan has no section \"risks\"", TextOf("risk-assessment"), StringComparison.Ordinal);
        Assert.Contains("no requirement has a function", TextOf("traceability-matrix"), StringComparison.Ordinal);
        Assert.Contains("no requirement has a risk", TextOf("traceability-matrix"), StringComparison.Ordinal);
    }

    [Then("the matrix lists all {int} standing risks as gaps")]
    public void ThenStandingRisksAreGaps(int count) =>
        Assert.Equal(count, TextOf("traceability-matrix").Split("Standing risk:").Length - 1);

    [Then("the first reason names the draft of Annex 22")]
    public void ThenTheFirstReasonNamesAnnex22() =>
        Assert.Contains("draft of EU GMP Annex 22", Reasons("reasons")[0], StringComparison.Ordinal);

    [Then("a demonstration reason says that no named person verified the expected answers")]
    public void ThenNobodyVerified() =>
        Assert.Contains(Reasons("demonstrationReasons"), reason => reason == "60 of 60 cases: an expected answer that no named person verified.");

    [Then("the demonstration reasons name the departures {string} and {string}")]
    public void ThenTheDeparturesAreNamed(string first, string second) =>
        Assert.Contains(Reasons("demonstrationReasons"), reason => reason.Contains(first, StringComparison.Ordinal) && reason.Contains(second, StringComparison.Ordinal));

    private string Package => Directory.EnumerateDirectories(workbench.In("packages")).First();

    private string TextOf(string document) =>
        string.Join(' ', new PdfReading(File.ReadAllBytes(Path.Combine(Package, $"{document}.pdf"))).Text).ReplaceLineEndings(" ");

    private List<string> Reasons(string member) =>
        [.. workbench.RunJson(workbench.RunIds[^1]).GetProperty("results").GetProperty(member).EnumerateArray().Select(reason => reason.GetString()!)];
}
