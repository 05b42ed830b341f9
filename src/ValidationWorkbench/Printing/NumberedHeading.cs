using System.Text;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>A heading as pages without page numbers need it: its number apart from its words, and an address that no other heading has.</summary>
/// <param name="Level">1 for a section.</param>
/// <param name="Number">Such as <c>2.1</c>.</param>
/// <param name="Title">The words.</param>
/// <param name="Id">Address: letters, digits and hyphens.</param>
internal sealed record NumberedHeading(int Level, string Number, string Title, string Id)
{
    /// <summary>All headings of a document, by their parts.</summary>
    public static IReadOnlyDictionary<HeadingPart, NumberedHeading> All(ControlledDocument document)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var found = new Dictionary<HeadingPart, NumberedHeading>(ReferenceEqualityComparer.Instance);
        foreach (var part in document.Parts.OfType<HeadingPart>())
        {
            var split = part.Text.Split("  ", 2);
            var (number, title) = split is [var first, var rest] ? (first, rest) : (string.Empty, part.Text);
            var id = Address(part.Id.Length > 0 ? part.Id : title);
            found.Add(part, new NumberedHeading(part.Level, number, PrintableText.OneLine(title), taken.Add(id) ? id : Free(id, taken)));
        }

        return found;
    }

    private static string Free(string id, HashSet<string> taken) => Enumerable.Range(2, int.MaxValue - 2).Select(i => $"{id}-{i}").First(taken.Add);

    /// <summary>Begins with <c>s-</c>, so that no template or value takes an address of the page itself.</summary>
    private static string Address(string text)
    {
        var id = new StringBuilder("s-");
        foreach (var letter in text)
        {
            id.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        }

        return id.ToString();
    }
}
