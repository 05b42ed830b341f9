using System.Text.RegularExpressions;
using System.Xml.Linq;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>Maps a controlled document to one HTML file that needs no other: style and figures within it, no script.</summary>
public static partial class HtmlPrinter
{
    // What is wider scrolls within its own frame on a phone instead of becoming unreadable.
    private const int MediumTable = 4;
    private const int WideTable = 7;

    private const int TokenPiece = 8;

    /// <summary>The file; equal documents give equal bytes.</summary>
    public static byte[] Print(ControlledDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var headings = NumberedHeading.All(document);
        var name = PrintableText.OneLine($"{document.Number} {document.Title}");
        return HtmlWriter.Write(new XElement("html", new XAttribute("lang", "en-GB"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("title", name),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("name", "description"), new XAttribute("content", PrintableText.OneLine(
                    $"{name}, version {document.Version}, {document.StatusLine}. {document.Subtitle}"))),
                new XElement("style", HtmlStyle.Of(document))),
            new XElement("body",
                new XElement("a", Class("skip"), new XAttribute("href", "#content"), "Skip to the content"),
                new XElement("aside", Class("status"), new XAttribute("aria-label", "Status of this document"), Words(document.StatusLine)),
                Header(document),
                Contents(headings.Values),
                new XElement("main", new XAttribute("id", "content"), Sections(document.Parts, headings)),
                new XElement("footer", document.Footer.Select(line => new XElement("p", Words(line)))))));
    }

    private static XElement Header(ControlledDocument document) => new("header",
        new XElement("p", Class("logo"), Words(document.Style.Logo ?? document.Organisation)),
        new XElement("h1", Words(document.Title)),
        new XElement("p", Class("subtitle"), Words(document.Subtitle)),
        Facts(document.Cover));

    private static XElement Contents(IEnumerable<NumberedHeading> headings) => new("nav", new XAttribute("aria-label", "Contents"),
        new XElement("p", Class("label"), "Contents"),
        new XElement("ul", headings.Select(heading => new XElement("li", Class($"level-{heading.Level}"),
            new XElement("a", new XAttribute("href", $"#{heading.Id}"), Title(heading))))));

    /// <summary>A heading of level 1 begins a section, and what stands before the first needs none.</summary>
    private static List<XElement> Sections(IReadOnlyList<ContentPart> parts, IReadOnlyDictionary<HeadingPart, NumberedHeading> headings)
    {
        var result = new List<XElement>();
        XElement? section = null;
        foreach (var part in parts)
        {
            if (part is HeadingPart { Level: 1 } first)
            {
                result.Add(section = new XElement("section", new XAttribute("aria-labelledby", headings[first].Id)));
            }

            var element = part is HeadingPart heading ? Heading(headings[heading]) : Map(part);
            if (section is null)
            {
                result.Add(element);
            }
            else
            {
                section.Add(element);
            }
        }

        return result;
    }

    private static XElement Heading(NumberedHeading heading) => new($"h{heading.Level + 1}", new XAttribute("id", heading.Id), Title(heading));

    private static object[] Title(NumberedHeading heading) =>
        heading.Number.Length == 0 ? [heading.Title] : [new XElement("span", Class("number"), heading.Number), " ", heading.Title];

    private static XElement Map(ContentPart part) => part switch
    {
        ParagraphPart paragraph => new XElement("p", Words(paragraph.Runs)),
        CodePart code => new XElement("pre", new XAttribute("tabindex", "0"), new XElement("code", PrintableText.Of(code.Text))),
        ListPart list => new XElement(list.Numbered ? "ol" : "ul", list.Items.Select(item => new XElement("li", Words(item)))),
        FactsPart facts => Facts(facts.Facts),
        NoticePart notice => new XElement("aside", Class("notice"), new XAttribute("aria-label", PrintableText.OneLine(notice.Title)),
            new XElement("p", Class("label"), Words(notice.Title)), new XElement("p", Words(notice.Text))),
        TablePart table => Table(table),
        SignaturePart signatures => Table(signatures.ToTable()),
        FigurePart figure => HtmlFigure.Of(figure),
        _ => throw new ArgumentException($"A {part.GetType().Name} cannot be printed.", nameof(part)),
    };

    /// <summary>Values of one name stand below it together.</summary>
    private static XElement Facts(IEnumerable<(string Name, string Value)> facts) => new("dl", facts.GroupBy(fact => fact.Name).Select(group =>
        new XElement("div", new XElement("dt", Words(group.Key)), group.Select(fact => new XElement("dd", Words(fact.Value))))));

    private static XElement Table(TablePart table) => new("div", Class("scroll"), new XAttribute("tabindex", "0"),
        new XElement("table", Class(string.Join(' ', Classes(table))),
            table.Caption.Length == 0 ? null : new XElement("caption", new XElement("span", Words(table.Caption))),
            new XElement("thead", new XElement("tr", table.Columns.Select(column => new XElement("th", new XAttribute("scope", "col"), Side(column), Words(column.Title))))),
            new XElement("tbody", table.Rows.Select(row => new XElement("tr", row.Zip(table.Columns).Select(cell => new XElement("td", Side(cell.Second), Cell(cell.First))))))));

    private static IEnumerable<string> Classes(TablePart table) =>
    [
        table.IsWide || table.Columns.Count >= WideTable ? "wide" : table.Columns.Count >= MediumTable ? "medium" : "narrow", .. table.ForSigning ? new[] { "signing" } : [],
    ];

    private static XAttribute? Side(TableColumn column) => column.Right ? Class("figure") : null;

    private static XAttribute Class(string name) => new("class", name);

    /// <summary>Words stay whole in narrow columns; only what is no word, such as a hash, may be broken, at places that are no part of the text.</summary>
    private static IEnumerable<object> Cell(string text) => Words(text).SelectMany(part => part is string line ? Breakable(line) : [part]);

    private static IEnumerable<object> Breakable(string line)
    {
        var start = 0;
        foreach (Match token in LongTokens().Matches(line))
        {
            for (var i = token.Index + TokenPiece; i < token.Index + token.Length; i += TokenPiece)
            {
                yield return line[start..i];
                yield return new XElement("wbr");
                start = i;
            }
        }

        yield return line[start..];
    }

    private static IEnumerable<object> Words(string text) => PrintableText.Lines(text).SelectMany((line, i) => i == 0 ? new object[] { line } : [new XElement("br"), line]);

    private static IEnumerable<object> Words(IEnumerable<TextRun> runs) => runs.SelectMany(run =>
    {
        var words = run.Code ? [new XElement("code", Words(run.Text))] : Words(run.Text);
        return run.Bold ? [new XElement("strong", words)] : words;
    });

    /// <summary>Longer than the longest words of the field.</summary>
    [GeneratedRegex("[!-~]{22,}")]
    private static partial Regex LongTokens();
}
