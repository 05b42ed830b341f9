using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.7.3, and ISO 14289-1, 7.1 to 7.9: elements mean what their types say.</summary>
internal static class StructureRequirements
{
    /// <summary>ISO 32000-1, 14.8.4.</summary>
    private static readonly HashSet<string> Types =
    [
        .. ("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot "
            + "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form").Split(' '),
    ];

    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("Structure types are the standard ones or mapped to them", "ISO 19005-3, 6.7.3; ISO 14289-1, 7.1", file =>
            Where(file, e => !Types.Contains(e.Type))),
        new("Standard types keep their meaning", "ISO 14289-1, 7.1", file =>
            file.Objects.Dictionary(file.StructureRoot?.GetValueOrDefault("RoleMap"))?.Keys.Where(Types.Contains) ?? []),
        new("Every element knows its parent", "ISO 19005-3, 6.7.3", file => Where(file, e =>
            e.Entries.GetValueOrDefault("P") is not PdfReference parent || (e.Parent is not null && parent.Number != e.Parent.Number))),
        new("A table holds rows, in groups or not, and one caption at an end", "ISO 14289-1, 7.2", file =>
            Where(file, "Table", e =>
                !Regex.IsMatch(e.KidTypes, @"^(Caption )?((TR|THead|TBody|TFoot)( |$))*(Caption)?$") || Regex.Count(e.KidTypes, "Caption") > 1)),
        new("A table has one head, and rows below it", "ISO 14289-1, 7.2", file =>
            Where(file, "Table", e =>
                e.Kids.Count(kid => kid.Type == "THead") is var heads && (heads > 1 || (heads == 1 && e.Kids.All(kid => kid.Type != "TBody"))))),
        new("Groups of rows hold rows", "ISO 14289-1, 7.2", file =>
            Where(file, e => e.Type is "THead" or "TBody" or "TFoot" && (e.Kids.Any(kid => kid.Type != "TR") || e.Parent?.Type != "Table"))),
        new("Rows stand in tables and hold cells", "ISO 14289-1, 7.2", file =>
            Where(file, "TR", e => e.Parent?.Type is not ("Table" or "THead" or "TBody" or "TFoot") || e.Kids.Any(kid => kid.Type is not ("TH" or "TD")))),
        new("Cells stand in rows", "ISO 14289-1, 7.2", file => Where(file, e => e.Type is "TH" or "TD" && e.Parent?.Type != "TR")),
        new("All rows of a table are equally wide", "ISO 14289-1, 7.2", file =>
            Where(file, "Table", e =>
                e.Kids.SelectMany(kid => kid.Type == "TR" ? [kid] : kid.Kids).Where(kid => kid.Type == "TR").Select(row => Width(file, row)).Distinct().Count() > 1)),
        new("Header cells say what they are the header of", "ISO 14289-1, 7.5", file =>
            Where(file, "TH", e => file.Attribute(e, "Scope") is not PdfName { Value: "Row" or "Column" or "Both" })),
        new("A list holds entries", "ISO 14289-1, 7.2", file => Where(file, "L", e => !Regex.IsMatch(e.KidTypes, @"^(Caption )?((L|LI)( |$))*$"))),
        new("Entries stand in lists and hold label and body", "ISO 14289-1, 7.2", file =>
            Where(file, "LI", e => e.Parent?.Type != "L" || e.Kids.Any(kid => kid.Type is not ("Lbl" or "LBody")))),
        new("Bodies of entries stand in entries", "ISO 14289-1, 7.2", file => Where(file, "LBody", e => e.Parent?.Type != "LI")),
        new("A list with labels says how they count", "ISO 14289-1, 7.6", file =>
            Where(file, "L", e => e.Kids.SelectMany(kid => kid.Kids).Any(kid => kid.Type == "Lbl") && file.Attribute(e, "ListNumbering") is not PdfName)),
        new("A table of contents holds its entries", "ISO 14289-1, 7.2", file =>
            Where(file, "TOC", e => !Regex.IsMatch(e.KidTypes, @"^(Caption )?((TOC|TOCI)( |$))*$"))),
        new("Entries of a table of contents stand in one", "ISO 14289-1, 7.2", file => Where(file, "TOCI", e => e.Parent?.Type != "TOC")),
        new("A figure is told in words", "ISO 14289-1, 7.3", file =>
            Where(file, "Figure", e => string.IsNullOrEmpty(e.Entries.Text("Alt")) && string.IsNullOrEmpty(e.Entries.Text("ActualText")))),
        new("The first heading is an H1, and no level is left out on the way down", "ISO 14289-1, 7.4.2", file => Skipped(file)),
        new("Headings are numbered by level throughout, or not at all", "ISO 14289-1, 7.4.4", file =>
            Where(file, "H", _ => file.Elements.Any(other => Regex.IsMatch(other.Type, "^H[1-6]$")))),
        new("Every note has an identifier of its own", "ISO 14289-1, 7.9", file =>
            Where(file, "Note", e =>
                string.IsNullOrEmpty(e.Entries.Text("ID")) || file.Elements.Count(other => other.Entries.Text("ID") == e.Entries.Text("ID")) > 1)),
    ];

    private static IEnumerable<string> Where(ConformanceFile file, Func<StructureElement, bool> misses) =>
        file.Elements.Where(misses).Select(element => element.ToString());

    private static IEnumerable<string> Where(ConformanceFile file, string type, Func<StructureElement, bool> misses) =>
        Where(file, element => element.Type == type && misses(element));

    private static double Width(ConformanceFile file, StructureElement row) =>
        row.Kids.Sum(cell => file.Attribute(cell, "ColSpan") is long span ? span : 1);

    private static IEnumerable<string> Skipped(ConformanceFile file)
    {
        int before = 0;
        foreach (StructureElement heading in file.Elements.Where(element => Regex.IsMatch(element.Type, "^H[1-6]$")))
        {
            int level = heading.Type[1] - '0';
            if (level > before + 1)
            {
                yield return heading.ToString();
            }

            before = level;
        }
    }
}
