using System.Text.RegularExpressions;

namespace ValidationWorkbench.Cases;

/// <summary>A numbered requirement as it stands in a document.</summary>
/// <param name="Id">Its id, such as <c>URS-EMS-004</c>.</param>
/// <param name="Text">Its sentence.</param>
public sealed partial record RequirementLine(string Id, string Text)
{
    /// <summary>
    /// Reads the requirements of a document: lines that begin, after list marks and emphasis, with an id that holds a
    /// separator and ends in a digit, followed by a colon and the sentence. Order is kept; of equal ids the first counts.
    /// </summary>
    public static IReadOnlyList<RequirementLine> ReadAll(string document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. Pattern().Matches(document)
            .Select(match => new RequirementLine(match.Groups["id"].Value, match.Groups["text"].Value.Trim()))
            .Where(line => seen.Add(line.Id))];
    }

    [GeneratedRegex(@"^[ \t]*(?:[-*+•|][ \t]*)?(?:\*\*|__|`)?(?<id>[A-Za-z][A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)*[-._][A-Za-z0-9]*[0-9])(?:\*\*|__|`)?[ \t]*:(?:\*\*|__)?[ \t]*(?<text>\S[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
