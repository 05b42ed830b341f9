using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class CaseFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_stands_for_its_case_files_by_name()
    {
        foreach (var name in new[] { "b.yml", "a.yaml", "c.JSON", "notes.md", "sub/d.yaml" })
        {
            folder.Write(name, "x\n");
        }

        Assert.Equal([folder.PathOf("a.yaml"), folder.PathOf("b.yml"), folder.PathOf("c.JSON")], CaseFolder.FilesOf([folder.Root]));
    }

    [Fact]
    public void A_file_stands_for_itself_whatever_its_name()
    {
        var path = folder.Write("cases.txt", "x\n");

        Assert.Equal([path], CaseFolder.FilesOf([path]));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_refused()
    {
        var path = folder.PathOf("none");

        Assert.Equal($"{path}: does not exist; a case file or a folder with case files is needed.", Faults.OnlyOf(() => CaseFolder.FilesOf([path])));
    }

    [Fact]
    public void A_folder_with_nothing_but_documents_is_refused()
    {
        folder.Write("urs.md", "x\n");

        Assert.Equal(
            $"{folder.Root}: holds no case file (.yaml, .yml or .json). Plain documents need a case file beside them that names them.",
            Faults.OnlyOf(() => CaseFolder.FilesOf([folder.Root])));
    }

    [Fact]
    public void Documents_that_no_case_names_are_found()
    {
        folder.Write("named.md", "x\n");
        folder.Write("forgotten.md", "x\n");
        folder.Write("Forgotten.TXT", "x\n");
        folder.Write("picture.png", "x\n");
        var path = folder.Write("cases.yaml", Faults.Change(SmallCaseSet.Categorization, "    text: Workflows are configured.\n", "    document: named.md\n"));

        Assert.Equal([folder.PathOf("Forgotten.TXT"), folder.PathOf("forgotten.md")], CaseFolder.UnnamedDocuments([folder.Root], [CaseSetFile.Read(path)]));
        Assert.Empty(CaseFolder.UnnamedDocuments([path], [CaseSetFile.Read(path)]));
    }

    [Fact]
    public void A_case_id_or_text_that_stands_in_two_sets_is_refused_by_both_names()
    {
        var one = folder.Write("one.yaml", SmallCaseSet.Categorization);
        var two = folder.Write("two.yaml", Faults.Change(Faults.Change(SmallCaseSet.Categorization, "id: C-1", "id: D-1"), "id: C-3", "id: D-3"));

        Assert.Equal(
            [
                $"{two}: case \"D-1\" has the same text as case \"C-1\"; each case must be another document, since n counts independent cases.",
                $"{two}: case id \"C-2\" stands in {one} as well; each case id must be unique within a run.",
                $"{two}: case \"D-3\" has the same text as case \"C-3\"; each case must be another document, since n counts independent cases.",
            ],
            RunInputs.RepeatedCases([CaseSetFile.Read(one), CaseSetFile.Read(two)]).Select(fault => fault.ToString()));
    }
}
