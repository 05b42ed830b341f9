using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>Characters that no font of the documents has are drawn as boxes, and the user is told which.</summary>
public sealed class MissingCharacterTests
{
    private const string Note = "release-statement.pdf: its font lacks 字 (U+5B57), 漢 (U+6F22); a box with the code point stands for each.";

    [Fact]
    public async Task They_are_named_when_documents_are_issued_and_when_they_are_rendered()
    {
        using var folder = new TemporaryFolder();
        await using var server = new LoopbackServer(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : LoopbackAnswer.Category(4, call.Model));
        var plan = BenchPlan.Write(folder, server.Address, cases: 3, text => text.Replace("purpose: Sort systems.", "purpose: Sort systems (漢字).", StringComparison.Ordinal));
        var command = new CommandRun { NewId = Guid.NewGuid, ReadVariable = _ => BenchPlan.Key };
        string[] places = ["--records", folder.PathOf("records"), "--out", folder.PathOf("out")];

        var run = await command.RunAsync(["--plan", plan, "--model", "new", .. places]);
        Assert.Contains(Note, run.Error, StringComparison.Ordinal);

        var runId = Path.GetFileName(Assert.Single(Directory.EnumerateDirectories(folder.PathOf("out"))));
        var pdf = await command.RunAsync(["documents", runId, "--only", "release-statement", .. places]);
        Assert.Contains(Note, pdf.Error, StringComparison.Ordinal);
        var html = await command.RunAsync(["documents", runId, "--only", "release-statement", "--format", "html", .. places]);
        Assert.DoesNotContain("font lacks", html.Error, StringComparison.Ordinal);
    }
}
