using ValidationWorkbench.Documents;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

/// <summary>Documents to print: one with a part of every kind, and those whose texts try to be markup.</summary>
internal static class SampleDocument
{
    private static readonly string[] Fragments =
    [
        "<script>alert(1)</script>", "</style>", "<!--", "-->", "]]>", "&lt;", "&amp;amp;", "&#65;", "\"'", "onload=\"x\"", "**b**", "_u_", "a_b", "~~s~~", "~", "`c`", "``", "[l](u)", "[^1]", "[x]:",
        "![i](u)", "# h", "#", "- i", "-", "+ p", "1. o", "2) q", "---", "===", "> q", "| a | b |", "|", "\\", "\\*", "http://e.example/?a=b&c", "www.e.example", "a@e.example", "$x$", "plain", "α≤β→日本", "😀", "100.0 %",
        "-0.5", "<br>", "{{x}}", "[ ] t",
    ];

    /// <summary>One part of every kind that can stand in a document. A placeholder is replaced before printing and is none.</summary>
    public static readonly ContentPart[] Parts =
    [
        new HeadingPart(1, "1  Section") { Id = "section" },
        ParagraphPart.Plain("Text"),
        new HeadingPart(2, "1.1  Section") { Id = "section" },
        new ListPart(false, [[new TextRun("dot")]]),
        new ListPart(true, [[new TextRun("one ", Bold: true), new TextRun("two", Code: true)]]),
        new TablePart("Caption", [new TableColumn("A", 1), new TableColumn("B", 2, Right: true)], [["1", "2\n3"]]) { ForSigning = true },
        new FactsPart([("Name", "Value"), ("Name", "Other value")]),
        new NoticePart("Title", "Notice"),
        new IntervalPart("Chart", [new IntervalRow("AC-1", 0.5, 0.6, 0.7, 0.95, "60.0 %  [50.0 %, 70.0 %]")]),
    ];

    public static TheoryData<Type> Kinds =>
        [.. typeof(ContentPart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ContentPart)) && !type.IsAbstract && type != typeof(PlaceholderPart))];

    public static ControlledDocument Of(params ContentPart[] parts) => new()
    {
        Kind = Documents.Make.Kind(),
        Title = "Report",
        Subtitle = "Test",
        Organisation = "Test site",
        Number = "D-1",
        Version = "1",
        AtMicros = 1_000_000,
        Cover = [("Run", "R-1")],
        Footer = ["foot"],
        Style = Documents.Make.Style,
        Parts = parts,
    };

    /// <summary>A document whose every text is put together from what could be markup somewhere.</summary>
    public static ControlledDocument Hostile(ulong seed)
    {
        var random = new SplitMix64(seed);
        string Text() => string.Concat(Enumerable.Range(0, 1 + random.NextIndex(5)).Select(i => (i > 0 && random.NextIndex(3) > 0 ? " " : string.Empty) + Fragments[random.NextIndex(Fragments.Length)]));
        return Of(
            new HeadingPart(1, $"1  {Text()}"),
            ParagraphPart.Plain(Text()),
            new ParagraphPart([new TextRun(Text()), new TextRun(" and "), new TextRun(Text(), Bold: true), new TextRun(" or "), new TextRun(Text(), Code: true)]),
            new ListPart(random.NextIndex(2) == 0, [[new TextRun(Text())], [new TextRun(Text())]]),
            new TablePart(Text(), [new TableColumn(Text(), 1), new TableColumn(Text(), 1)], [[Text(), $"{Text()}\n{Text()}"]]),
            new FactsPart([("a " + Text(), Text()), ("b " + Text(), Text())]),
            new NoticePart(Text(), $"{Text()}\n{Text()}"),
            new IntervalPart(Text(), [new IntervalRow(Text(), 0, 0.5, 1, 0.9, Text())])) with
        {
            Title = Text(),
            Subtitle = Text(),
            Organisation = Text(),
            Banner = Text(),
            Cover = [("Run", Text())],
            Footer = [Text()],
        };
    }

    /// <summary>Every text of the content, in order.</summary>
    public static IEnumerable<string> Texts(IEnumerable<ContentPart> parts) => parts.SelectMany(part => part switch
    {
        HeadingPart heading => [heading.Text],
        ParagraphPart paragraph => [string.Concat(paragraph.Runs.Select(run => run.Text))],
        ListPart list => list.Items.Select(item => string.Concat(item.Select(run => run.Text))),
        TablePart table => [table.Caption, .. table.Columns.Select(column => column.Title), .. table.Rows.SelectMany(row => row)],
        FactsPart facts => facts.Facts.SelectMany(fact => new[] { fact.Name, fact.Value }),
        NoticePart notice => [notice.Title, notice.Text],
        IntervalPart chart => chart.Rows.SelectMany(row => new[] { row.Label, row.Numbers }),
        _ => Array.Empty<string>(),
    });
}
