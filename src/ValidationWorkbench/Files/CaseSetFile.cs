using System.Text;
using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Files;

/// <summary>A case set with the files it came from. Texts of documents are filled in.</summary>
/// <param name="File">The case file.</param>
/// <param name="Documents">Plain documents that cases name, in the order of their names.</param>
/// <param name="Set">The set; it has passed every check.</param>
/// <param name="Sha256">Identity of the set, see <see cref="HashOf"/>.</param>
public sealed record CaseSetFile(TextFile File, IReadOnlyList<TextFile> Documents, CaseSet Set, string Sha256)
{
    /// <summary>Images that cases name, in the order of their names.</summary>
    public IReadOnlyList<CaseImage> Images { get; init; } = [];

    /// <summary>What was tolerated in any of the files.</summary>
    public IEnumerable<string> Notes => File.Notes.Concat(Documents.SelectMany(document => document.Notes));

    /// <summary>Reads and checks a case file and the documents beside it.</summary>
    /// <exception cref="InputException">With every fault found.</exception>
    public static CaseSetFile Read(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Parse(TextFile.Read(path, TextFile.LargestCaseFile), name => TextFile.Read(Path.Combine(folder, name), TextFile.LargestDocument),
            name => CaseImages.Read(Path.Combine(folder, name)));
    }

    /// <summary>Checks a case file whose bytes were read elsewhere.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="readDocument">Gives a document by its name; throws <see cref="InputException"/> where there is none.</param>
    /// <param name="readImage">Gives an image by its name; throws <see cref="InputException"/> where there is none.</param>
    /// <exception cref="InputException">With every fault found.</exception>
    public static CaseSetFile Parse(TextFile file, Func<string, TextFile> readDocument, Func<string, byte[]> readImage)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(readDocument);
        ArgumentNullException.ThrowIfNull(readImage);
        var (set, source) = YamlSource.Read<CaseSet>(file);
        var documents = new SortedDictionary<string, TextFile>(StringComparer.Ordinal);
        var images = new CaseImages(source, readImage);
        var cases = set.Cases.Select((testCase, i) =>
            Complete(testCase, $"cases[{i}]", source, documents, readDocument).With(images.Of(testCase, $"cases[{i}]"))).ToList();
        set = set with { Cases = cases };
        RuleFaults.Add(source, new CaseSetValidator(set.Task).Validate(set));
        source.ThrowIfFaulty();
        var parts = documents.Select(entry => (Name: entry.Key, entry.Value.Bytes)).Concat(images.All.Select(image => (image.Name, image.Bytes)));
        return new CaseSetFile(file, [.. documents.Values], set, HashOf(file.Bytes, [.. parts.OrderBy(part => part.Name, StringComparer.Ordinal)]))
        {
            Images = images.All,
        };
    }

    /// <summary>
    /// Identity of a set: the SHA-256 of the case file; where its cases name documents or images, the SHA-256 of one line per file
    /// ("hash, two spaces, name, line feed", the case file first under the name <c>-</c>, then these by name), as sha256sum writes them.
    /// </summary>
    public static string HashOf(byte[] caseFile, IReadOnlyList<(string Name, byte[] Bytes)> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count == 0)
        {
            return Sha256Hex.Of(caseFile);
        }

        var list = new StringBuilder().Append(Sha256Hex.Of(caseFile)).Append("  -\n");
        foreach (var (name, bytes) in documents)
        {
            list.Append(Sha256Hex.Of(bytes)).Append("  ").Append(name).Append('\n');
        }

        return Sha256Hex.Of(list.ToString());
    }

    private static TestCase Complete(TestCase testCase, string path, YamlSource source, SortedDictionary<string, TextFile> documents, Func<string, TextFile> readDocument)
    {
        if (testCase.Document is not { Length: > 0 } name)
        {
            return WithRequirements(testCase);
        }

        if (testCase.Text is not null)
        {
            source.Add($"{path}.document", "stands beside a text; give one of the two.");
        }

        if (!IsPlainName(name))
        {
            source.Add($"{path}.document", $"found \"{name}\"; a .md or .txt file beside or below the case file is needed.");
            return testCase with { Text = string.Empty };
        }

        try
        {
            if (!documents.TryGetValue(name, out var document))
            {
                documents[name] = document = readDocument(name);
            }

            return WithRequirements(testCase with { Text = document.Text });
        }
        catch (InputException exception)
        {
            source.Add($"{path}.document", exception.Message);
            return testCase with { Text = string.Empty };
        }
    }

    /// <summary>An OQ case without a list of requirements takes them from its text.</summary>
    private static TestCase WithRequirements(TestCase testCase) =>
        testCase.Category is not null && testCase.Requirements.Count == 0 && testCase.Text is not null ? testCase.WithRequirementsOfText() : testCase;

    private static bool IsPlainName(string name) => IsBeside(name) && Path.GetExtension(name).ToLowerInvariant() is ".md" or ".txt";

    /// <summary>True for a path beside or below the case file.</summary>
    internal static bool IsBeside(string name) =>
        !Path.IsPathRooted(name) && !name.Contains('\\', StringComparison.Ordinal) && !name.Split('/').Any(part => part is "" or "." or "..");
}
