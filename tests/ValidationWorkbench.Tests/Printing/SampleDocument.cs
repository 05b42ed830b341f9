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
        new CodePart("{\n  1\n}"),
        new HeadingPart(2, "1.1  Section") { Id = "section" },
        new ListPart(false, [[new TextRun("dot")]]),
        new ListPart(true, [[new TextRun("one ", Bold: true), new TextRun("two", Code: true)]]),
        new TablePart("Caption", [new TableColumn("A", 1), new TableColumn("B", 2, Right: true)], [["1", "2\n3"]]) { ForSigning = true, IsWide = true },
        new SignaturePart("Signatures", [("Quality Assurance", "A. Person", "Approved")]),
        new FactsPart([("Name", "Value"), ("Name", "Other value")]),
        new NoticePart("Title", "Notice"),
        new IntervalPart("Chart", "What it shows", 0, 1, [new IntervalRow("AC-1", 0.5, 0.6, 0.7, 0.95, "60.0 % (≤ 70.0 %)", "NO-GO", true)]),
        new MatrixPart("Matrix", "What it shows", "Expected", "Answered", ["1", "3"], ["1", "3", "none"], [[4, 0, 1], [0, 5, 0]]),
        new PairedPart("Pairs", "What it shows", "Lost", "Gained", "Cases", [new PairedRow("Category 4", 1, 2, "10")]),
        new StripPart("Strips", "What it shows", new PartAxis("Similarity", 0, 1), [new StripRow("A to B", [0.2, 0.9], 0.55, "mean 0.55")], [new PartLimit("ceiling", 0.9)]),
        new PlotPart("Plot", "What it shows", new PartAxis("Seconds", 0, 3), new PartAxis("Share", 0, 1, IsShare: true),
            [new SeriesPart("A", SeriesJoin.Step, [(0, 0, null, null), (1, 0.5, 0.4, 0.6)])], [new PartLimit("2 s", 2)], [], "equal"),
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
        Watermark = "DRAFT",
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
            new CodePart($"{Text()}\n  {Text()}\n```\n"),
            new ListPart(random.NextIndex(2) == 0, [[new TextRun(Text())], [new TextRun(Text())]]),
            new TablePart(Text(), [new TableColumn(Text(), 1), new TableColumn(Text(), 1)], [[Text(), $"{Text()}\n{Text()}"]]),
            new FactsPart([("a " + Text(), Text()), ("b " + Text(), Text())]),
            new NoticePart(Text(), $"{Text()}\n{Text()}"),
            new IntervalPart(Text(), Text(), 0, 1, [new IntervalRow(Text(), 0, 0.5, 1, 0.9, Text(), Text())]),
            new MatrixPart(Text(), Text(), Text(), Text(), [Text()], [Text(), Text()], [[1, 2]]),
            new PairedPart(Text(), Text(), Text(), Text(), Text(), [new PairedRow(Text(), 1, 2, Text())]),
            new StripPart(Text(), Text(), new PartAxis(Text(), 0, 1), [new StripRow(Text(), [0.5], 0.5, Text())], [new PartLimit(Text(), 0.5)]),
            new PlotPart(Text(), Text(), new PartAxis(Text(), 0, 1), new PartAxis(Text(), 0, 1), [new SeriesPart(Text(), SeriesJoin.Line, [(0, 1, null, null)])],
                [new PartLimit(Text(), 0.5)], [new PartLimit(Text(), 0.5)], Text())) with
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
        CodePart code => [code.Text],
        ListPart list => list.Items.Select(item => string.Concat(item.Select(run => run.Text))),
        TablePart table => [table.Caption, .. table.Columns.Select(column => column.Title), .. table.Rows.SelectMany(row => row)],
        FactsPart facts => facts.Facts.SelectMany(fact => new[] { fact.Name, fact.Value }),
        NoticePart notice => [notice.Title, notice.Text],
        FigurePart figure => [figure.Caption],
        _ => Array.Empty<string>(),
    });

    /// <summary>Every text of the content must stand in a rendering, one after the other.</summary>
    /// <param name="parts">The content.</param>
    /// <param name="rendered">Words of the rendering, in the form that <paramref name="form"/> gives to a text.</param>
    /// <param name="form">Form in which texts are compared.</param>
    /// <param name="source">The rendering as it was written, for the message.</param>
    public static void AssertInOrder(IEnumerable<ContentPart> parts, string rendered, Func<string, string> form, string source = "")
    {
        var position = 0;
        foreach (var expected in Texts(parts).Select(form))
        {
            position = rendered.IndexOf(expected, position, StringComparison.Ordinal);
            Assert.True(position >= 0, $"{expected} is missing in\n{rendered}\n{source}");
        }
    }

    /// <summary>Texts within the drawings.</summary>
    public static IEnumerable<string> Drawn(IEnumerable<ContentPart> parts) => parts.OfType<FigurePart>().SelectMany(figure => figure switch
    {
        IntervalPart chart => chart.Rows.SelectMany(row => new[] { row.Label, row.Numbers, row.State }),
        MatrixPart chart => [chart.RowTitle, chart.ColumnTitle, .. chart.Rows, .. chart.Columns],
        PairedPart chart => [chart.LeftTitle, chart.RightTitle, chart.NoteTitle, .. chart.Rows.SelectMany(row => new[] { row.Label, row.Note })],
        StripPart chart => [chart.Axis.Title, .. chart.Limits.Select(limit => limit.Label), .. chart.Rows.SelectMany(row => new[] { row.Label, row.Numbers })],
        PlotPart chart =>
        [
            chart.Horizontal.Title, chart.Vertical.Title, chart.Diagonal!, .. chart.Series.Select(series => series.Name),
            .. chart.HorizontalLimits.Concat(chart.VerticalLimits).Select(limit => limit.Label),
        ],
        _ => Array.Empty<string>(),
    });
}
