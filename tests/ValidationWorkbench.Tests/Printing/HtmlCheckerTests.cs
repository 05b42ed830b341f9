using ValidationWorkbench.Printing;
using ValidationWorkbench.Tests.Architecture;
using ValidationWorkbench.Tests.Cli;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

public sealed class HtmlCheckerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [HtmlCheckerFact]
    public async Task Every_page_of_the_default_run_is_clean()
    {
        var command = new CommandRun { NewId = Guid.NewGuid, Clock = TimeProvider.System };
        string[] places = ["--records", folder.PathOf("records"), "--out", folder.PathOf("packages")];
        var (_, _, error) = await command.RunAsync(["--model", "gpt-oss-120b", "--plan", Path.Combine(SourceTree.Root, "validation-plan.yaml"), .. places]);
        var package = Assert.Single(Directory.EnumerateDirectories(folder.PathOf("packages")));
        Assert.Equal((0, string.Empty), ((await command.RunAsync(["documents", Path.GetFileName(package), "--format", "html", .. places])).ExitCode, error));

        var pages = Directory.EnumerateFiles(package, "*.html").ToList();
        Assert.Equal(Directory.EnumerateFiles(package, "*.pdf").Count(), pages.Count);
        Assert.Equal((0, string.Empty), await HtmlChecker.CheckAsync(pages));
    }

    [HtmlCheckerFact]
    public async Task Pages_of_hostile_values_are_clean_and_a_broken_page_is_not()
    {
        var pages = Enumerable.Range(0, 50).Select(i => folder.Write($"hostile-{i}.html", HtmlPrinter.Print(SampleDocument.Hostile((ulong)i)))).ToList();
        pages.Add(folder.Write("sample.html", HtmlPrinter.Print(SampleDocument.Of(SampleDocument.Parts))));
        Assert.Equal((0, string.Empty), await HtmlChecker.CheckAsync(pages));

        var broken = folder.Write("broken.html", "<!DOCTYPE html>\n<html lang=\"en\"><head><title>t</title></head><body><p><table></table></p></body></html>");
        Assert.Equal(1, (await HtmlChecker.CheckAsync([broken])).ExitCode);
    }
}
