using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models;

/// <summary>A part of a hybrid system: a list line <c>- name: what it is</c> with the lines that continue it.</summary>
internal readonly partial record struct DocumentPart(string Name, int Start, int End)
{
    private const int FewestParts = 2;
    private const int MostParts = 4;
    private const int MostWordsOfName = 7;
    private const int ShortestDescription = 50;

    /// <summary>The parts that a document names, or none: a list of another length or of single words is no list of parts.</summary>
    public static List<DocumentPart> ReadAll(string document)
    {
        var parts = new List<DocumentPart>();
        if (!document.Contains("\n- ", StringComparison.Ordinal))
        {
            return parts;
        }

        foreach (Match match in Line().Matches(document))
        {
            var name = match.Groups["name"].Value;
            if (match.Groups["text"].Length >= ShortestDescription && name.AsSpan().Count(' ') < MostWordsOfName)
            {
                parts.Add(new DocumentPart(name, match.Groups["name"].Index, match.Index + match.Length));
            }
        }

        return parts.Count is >= FewestParts and <= MostParts ? parts : [];
    }

    [GeneratedRegex(@"^- (?<name>[^:\r\n]{2,60}): (?<text>\S[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
