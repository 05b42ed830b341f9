using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class CaseDocumentTests : IDisposable
{
    private const string TextOfFirst = "    text: Workflows are configured.\n";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_document_beside_the_case_file_gives_the_text()
    {
        folder.Write("sub/urs.md", "\uFEFFFrom a file.\r\n");
        var set = Read("    document: sub/urs.md\n");

        Assert.Equal("From a file.\n", set.Set.Cases[0].Text);
        var path = folder.PathOf("sub/urs.md");
        Assert.Equal([path], set.Documents.Select(document => document.Name));
        Assert.Equal([$"{path}: begins with a byte-order mark, which is ignored.", $"{path}: has CR LF line ends, which are read as LF."], set.Notes);
    }

    [Fact]
    public void A_document_that_two_cases_name_is_read_once()
    {
        folder.Write("urs.txt", "We wrote the scheduler; the database is bought.\n");
        var set = Read("    document: urs.txt\n", text => Faults.Change(text, "    text: Limits are entered.\n", "    document: urs.txt\n"));

        Assert.Single(set.Documents);
        Assert.Equal(set.Set.Cases[0].Text, set.Set.Cases[1].Text);
    }

    [Fact]
    public void A_component_must_stand_in_the_document()
    {
        folder.Write("urs.md", "Nothing of the kind.\n");

        Assert.Equal(2, Faults.Of(() => Read(TextOfFirst, text => Faults.Change(text, "    text: We wrote the scheduler; the database is bought.\n", "    document: urs.md\n"))).Length);
    }

    [Fact]
    public void A_missing_or_empty_document_is_a_fault_where_it_is_named()
    {
        folder.Write("empty.md", "\n");

        Assert.EndsWith($":15:15: cases[0].document: {folder.PathOf("none.md")}: does not exist.", Faults.OnlyOf(() => Read("    document: none.md\n")), StringComparison.Ordinal);
        Assert.EndsWith($":15:15: cases[0].document: {folder.PathOf("empty.md")}: is empty.", Faults.OnlyOf(() => Read("    document: empty.md\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_without_documents_is_named_by_the_hash_of_its_file()
    {
        var path = folder.Write("cases.yaml", SmallCaseSet.Categorization);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), CaseSetFile.Read(path).Sha256);
    }

    [Fact]
    public void A_set_with_documents_is_named_by_the_hash_of_the_list_that_sha256sum_writes()
    {
        folder.Write("z.md", "last\n");
        folder.Write("sub/a.md", "first\n");
        var set = Read("    document: z.md\n", text => Faults.Change(text, "    text: Limits are entered.\n", "    document: sub/a.md\n"));

        var list = $"{Hash("cases.yaml")}  -\n{Hash("sub/a.md")}  sub/a.md\n{Hash("z.md")}  z.md\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))), set.Sha256);
    }

    [Fact]
    public void A_changed_document_changes_the_identity_of_the_set()
    {
        folder.Write("urs.md", "one\n");
        var before = Read("    document: urs.md\n").Sha256;
        folder.Write("urs.md", "two\n");

        Assert.NotEqual(before, Read("    document: urs.md\n").Sha256);
    }

    private string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.PathOf(name))));

    private CaseSetFile Read(string first, Func<string, string>? more = null)
    {
        var text = Faults.Change(SmallCaseSet.Categorization, TextOfFirst, first);
        return CaseSetFile.Read(folder.Write("cases.yaml", more?.Invoke(text) ?? text));
    }
}
