using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class DocumentSteps(WorkbenchDriver workbench)
{
    [Given("a style file whose accent is {string}")]
    public void GivenAStyle(string accent) => File.WriteAllText(
        workbench.In("templates/style.yaml"), $"# Colours\nformat: validation-workbench/style/1\npage: letter\naccent: \"{accent}\"\n");

    [When("its documents are rendered with {string}")]
    public Task WhenDocumentsAreRendered(string arguments) => workbench.RunAsync($"documents {RunId} {arguments}");

    [Then("the package also holds each of its documents as {string}")]
    public void ThenThePackageHolds(string format) => Assert.Equal(
        Names("packages", "*.pdf").Select(name => Path.ChangeExtension(name, format)), Names("packages", $"*.{format}"));

    [Then("rendering them with {string} to another folder gives the same bytes")]
    public async Task ThenTheBytesAreTheSame(string arguments)
    {
        await workbench.RunAsync($"documents {RunId} {arguments} --out other");
        Assert.Equal(Names("packages", "*.pdf").Count, Names("other", "*").Count);
        Assert.All(Names("other", "*"), name => Assert.Equal(Bytes("packages", name), Bytes("other", name)));
    }

    [Then("the folder {string} holds {string} alone, as in the package")]
    public void ThenTheFolderHolds(string folder, string name)
    {
        Assert.Equal([name], Names(folder, "*"));
        Assert.Equal(Bytes("packages", name), Bytes(folder, name));
    }

    [Then("every page and text says {string}")]
    public void ThenEveryFormSays(string words)
    {
        var files = Names("packages", "*.html").Concat(Names("packages", "*.md")).ToList();
        Assert.Equal(2 * Names("packages", "*.pdf").Count, files.Count);
        Assert.All(files, name => Assert.Contains(words, File.ReadAllText(Path.Combine(Folder("packages"), name)), StringComparison.Ordinal));
    }

    private string RunId => workbench.RunIds[0];

    private string Folder(string name) => Path.Combine(workbench.In(name), RunId);

    private byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(Folder(folder), name));

    private List<string> Names(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Folder(folder), pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
