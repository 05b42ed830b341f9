using System.Text.RegularExpressions;
using Xunit;

namespace ValidationWorkbench.Tests.Architecture;

/// <summary>What stands in the files of the repository, and what must not.</summary>
public sealed partial class RepositoryTextTests
{
    private const int LongestFile = 400;

    // Put together from parts, so that this file does not hold what it looks for.
    private static readonly string[] Forbidden = ["../" + "shared", "/" + "work/", "TO" + "DO", "FIX" + "ME"];
    private static readonly string[] Claims = ["compliant " + "with", "certi" + "fied"];

    private static readonly string[] TextFiles = [".cs", ".md", ".yaml", ".yml", ".feature", ".csproj", ".props", ".targets", ".sln", ".sh", ".json", ".txt", ".editorconfig", ".gitignore", ".gitattributes"];

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_keep_in_mind() => Assert.Empty(
        SourceTree.Files(".", ".cs").Where(file => file.Text.AsSpan().Count('\n') > LongestFile).Select(file => file.Path));

    [Fact]
    public void No_file_holds_a_private_path_or_a_note_to_oneself() => Assert.Empty(
        from file in SourceTree.Files(".", TextFiles)
        from word in Forbidden
        where file.Text.Contains(word, StringComparison.Ordinal)
        select $"{file.Path}: {word}");

    /// <summary>The cases are invented descriptions of systems, and the simulated model reads them; neither says anything about the workbench.</summary>
    [Fact]
    public void No_file_claims_what_only_others_could_attest() => Assert.Empty(
        from file in SourceTree.Files(".", TextFiles)
        where !file.Path.StartsWith("cases/", StringComparison.Ordinal) && !file.Path.Contains("/Simulated/", StringComparison.Ordinal)
        from sentence in ClaimsIn(file.Text)
        select $"{file.Path}: {sentence}");

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_claim_is_told_from_its_denial(int example, bool isClaim)
    {
        string[] examples =
        [
            $"The tool is {Claims[1]}.",
            $"It is {Claims[0]} Part 11. It is not cheap.",
            $"Neither a document nor a tool can be {Claims[1]} to them.",
            $"It is not\n{Claims[0]} anything.",
            $"Nothing is missing.\n\n{Claims[1].ToUpperInvariant()} by somebody.",
        ];

        Assert.Equal(isClaim, ClaimsIn(examples[example]).Any());
    }

    private static IEnumerable<string> ClaimsIn(string text) =>
        from sentence in SentenceEnd().Split(text)
        where Claims.Any(claim => Space().Replace(sentence, " ").Contains(claim, StringComparison.OrdinalIgnoreCase)) && !Denial().IsMatch(sentence)
        select sentence.Trim();

    [GeneratedRegex(@"(?<=[.!?;:])\s+|\n\s*\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\b(no|not|never|nothing|nobody|neither|nor|cannot|without)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();
}
