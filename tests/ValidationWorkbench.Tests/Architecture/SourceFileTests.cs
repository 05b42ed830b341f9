using Xunit;

namespace ValidationWorkbench.Tests.Architecture;

/// <summary>The rules are worth what the reading is worth, so the reading is tested on violations made up here.</summary>
public sealed class SourceFileTests
{
    private static readonly Dictionary<string, IReadOnlySet<string>> Declared = new() { ["Storage"] = new HashSet<string> { "Ledger" } };

    [Theory]
    [InlineData("using ValidationWorkbench.Storage;", "Storage")]
    [InlineData("using ValidationWorkbench.Models.Simulated;", "Models")]
    [InlineData("using static ValidationWorkbench.Storage.Ledger;", "Storage")]
    [InlineData("using Book = ValidationWorkbench.Storage.Ledger;", "Storage")]
    [InlineData("var x = Storage.Ledger.Open();", "Storage")]
    [InlineData("var x = ValidationWorkbench.Pdf.PdfWriter.Write(y);", "Pdf")]
    public void What_a_file_names_is_seen(string code, string expected) => Assert.Equal([expected], SourceFile.Of("src/P/F/A.cs", code).Namespaces(Declared));

    [Theory]
    [InlineData("using System.Text;")]
    [InlineData("namespace ValidationWorkbench.Storage;")]
    [InlineData("// using ValidationWorkbench.Storage;")]
    [InlineData("/// <see cref=\"ValidationWorkbench.Storage.Ledger\"/>")]
    [InlineData("var x = run.Storage.Ledger;")]
    [InlineData("var x = Storage.Count;")]
    public void What_a_file_does_not_name_is_not_seen(string code) => Assert.Empty(SourceFile.Of("src/P/F/A.cs", code).Namespaces(Declared));

    [Theory]
    [InlineData("src/P/Audit/A.cs", "Audit")]
    [InlineData("src/P/Models/Simulated/A.cs", "Models")]
    [InlineData("src/P/A.cs", "")]
    public void The_folder_is_the_first_below_the_project(string path, string expected) => Assert.Equal(expected, SourceFile.Of(path, "").Folder);

    [Fact]
    public void Declared_types_are_found() => Assert.Equal(
        ["A", "B", "C", "D", "E"],
        SourceFile.Of("x", "var text = \"make a record DIR\";\npublic sealed class A\nrecord B(int X);\npublic readonly record struct C();\ninternal interface D;\nenum E { F }").Types);

    [Theory]
    [InlineData("File.ReadAllText(path)", true)]
    [InlineData("set.File.Name", false)]
    [InlineData("FrozenFile.Of(x)", false)]
    [InlineData("// File.ReadAllText", false)]
    public void A_word_is_found_where_it_stands_by_itself(string code, bool expected) => Assert.Equal(expected, SourceFile.Of("x", code).Mentions("File."));
}
