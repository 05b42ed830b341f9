using System.Text.RegularExpressions;

namespace ValidationWorkbench.Tests.Architecture;

/// <summary>A C# file, read for what it names. Comments count for nothing.</summary>
internal sealed partial record SourceFile(string Path, string Code)
{
    /// <summary>The C# files below a folder of the repository.</summary>
    public static IReadOnlyList<SourceFile> In(string folder) => [.. SourceTree.Files(folder, ".cs").Select(file => Of(file.Path, file.Text))];

    public static SourceFile Of(string path, string text) => new(path, Comment().Replace(text, string.Empty));

    /// <summary>First folder below the project, such as <c>Audit</c>; empty for a file of the project itself.</summary>
    public string Folder => Path.Split('/') is [_, _, var folder, _, ..] ? folder : string.Empty;

    /// <summary>Our namespaces that are imported or written out, without the product's name and without parts below the first.</summary>
    public IEnumerable<string> Namespaces(IReadOnlyDictionary<string, IReadOnlySet<string>> declared) =>
        Using().Matches(Code).Select(match => match.Groups["name"].Value)
            .Concat(Qualified().Matches(Code).Where(match => declared.TryGetValue(match.Groups["name"].Value, out var types) && types.Contains(match.Groups["type"].Value)).Select(match => match.Groups["name"].Value))
            .Concat(Full().Matches(Code).Select(match => match.Groups["name"].Value)).Distinct();

    /// <summary>Types that the file declares.</summary>
    public IEnumerable<string> Types => Declaration().Matches(Code).Select(match => match.Groups["name"].Value);

    /// <summary>True where a word stands in the code.</summary>
    public bool Mentions(string word) => Regex.IsMatch(Code, $@"(?<![\w.]){Regex.Escape(word)}{(char.IsLetter(word[^1]) ? @"(?!\w)" : string.Empty)}");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?(?:\w+ = )?ValidationWorkbench\.(?<name>\w+)[\w.]*;", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])(?<name>[A-Z]\w+)\.(?<type>[A-Z]\w+)")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"(?<!namespace )(?<![\w.])ValidationWorkbench\.(?<name>[A-Z]\w+)")]
    private static partial Regex Full();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|ref) )*(?:class|record struct|record|struct|interface|enum) (?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
