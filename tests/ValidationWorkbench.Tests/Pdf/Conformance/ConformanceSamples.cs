using ValidationWorkbench.Pdf;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>Documents that lead to every structure of a file.</summary>
internal static class ConformanceSamples
{
    /// <summary>Every kind of block, running over pages, and characters that files must not hold as they are.</summary>
    public static PdfDocument Everything { get; } = PdfSamples.Complete() with
    {
        Blocks =
        [
            new Heading(2, "A level that comes too early"),
            .. PdfSamples.Complete().Blocks,
            new Heading(3, "2.0.1  A level is left out"),
            new Paragraph(["See ", new Run("the site") { Address = "https://example.org/", Italic = true }, " for more."]),
            new Paragraph("Private \uE000, marked \uFEFF, lacking 漢."),
            new Callout(CalloutKind.Info, "", "Second note"),
            new Table([new Column("Only", 1), new Column("a head", 1)], []),
            new Table([new Column("Name", 1), new Column("Least", 1), new Column("Most", 1)], [new Row([new Cell("a") { NamesRow = true }, new Cell("both") { Columns = 2 }])])
            {
                Groups = [new ColumnGroup("", 1), new ColumnGroup("Bounds", 2)],
                Landscape = true,
            },
            new IntervalChart(0, 1, [.. Enumerable.Range(0, 60).Select(i =>
                new Interval($"Row {i}", 0.2, 0.3, 0.4))]) { Caption = "Over two pages", Alternative = "Sixty rows" },
            .. FigureSamples.All,
            new BulletList([new ListItem([new Run(string.Join('\n', Enumerable.Repeat(PdfSamples.Sentence, 60)))])]),
        ],
    };
}
