using System.Globalization;
using System.Text;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Pdf;

namespace ValidationWorkbench.Printing;

/// <summary>Maps a controlled document to pages. The only place that knows both sides.</summary>
public static class PdfPrinter
{
    private const int WideTable = 6;
    private const double RoomToSign = 28;
    private const int LongestLine = 400;

    /// <summary>The PDF; equal documents give equal bytes.</summary>
    public static byte[] Print(ControlledDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return PdfWriter.Write(new PdfDocument
        {
            Title = OneLine($"{document.Number} {document.Title}"),
            Subject = OneLine(document.Subtitle),
            Author = OneLine(document.Organisation),
            Created = Microseconds.ToTime(document.AtMicros),
            Header = new PageStrip
            {
                Left = [OneLine(document.Organisation), OneLine(document.Title)],
                Right = [OneLine($"{document.Number} · version {document.Version}"), ControlledDocument.Status],
            },
            Footer = new PageStrip { Left = [.. document.Footer.Select(OneLine)], Right = ["Page {page} of {pages}"] },
            Banner = document.Banner,
            Watermark = document.Banner is null ? "DRAFT" : "DEMONSTRATION",
            Cover = new Cover(OneLine(document.Title), OneLine(document.Subtitle),
                [.. document.Cover.Select(fact => new KeyValue(fact.Name, Printable(fact.Value)))]),
            TableOfContents = true,
            Blocks = [.. document.Parts.Select(Map)],
        });
    }

    private static Block Map(ContentPart part) => part switch
    {
        HeadingPart heading => new Heading(heading.Level, OneLine(heading.Text)),
        ParagraphPart paragraph => new Paragraph(Map(paragraph.Runs)),
        ListPart { Numbered: true } list => new NumberedList([.. list.Items.Select(item => new ListItem(Map(item)))]),
        ListPart list => new BulletList([.. list.Items.Select(item => new ListItem(Map(item)))]),
        FactsPart facts => new KeyValues([.. facts.Facts.Select(fact => new KeyValue(fact.Name, Printable(fact.Value)))]),
        NoticePart notice => new Callout(CalloutKind.Warning, OneLine(notice.Title), Printable(notice.Text)),
        TablePart table => Map(table),
        IntervalPart chart => Map(chart),
        _ => throw new ArgumentException($"A {part.GetType().Name} cannot be printed.", nameof(part)),
    };

    private static IntervalChart Map(IntervalPart chart) => new(0, 1, [.. chart.Rows.Select(Map)])
    {
        Caption = chart.Caption,
        Alternative = "Intervals and limits on one scale from 0 to 1. "
            + string.Join(" ", chart.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{OneLine(row.Label)}: {OneLine(row.Numbers)}, limit {row.Limit}."))),
    };

    private static Interval Map(IntervalRow row) =>
        new(OneLine(row.Label), row.Lower, row.Observed, row.Upper, row.Limit) { Numbers = OneLine(row.Numbers) };

    private static Table Map(TablePart table) =>
        new([.. table.Columns.Select(column => new Column(column.Title, column.Width, column.Right ? Alignment.Right : Alignment.Left))],
            [.. table.Rows.Select(row => new Row([.. row.Select(cell => new Cell(Printable(cell)))]))])
        {
            Caption = table.Caption.Length == 0 ? null : table.Caption,
            Compact = table.Columns.Count >= WideTable,
            MinimumRowHeight = table.ForSigning ? RoomToSign : 0,
        };

    private static IReadOnlyList<Run> Map(IReadOnlyList<TextRun> runs) => [.. runs.Select(run => new Run(Printable(run.Text), run.Bold, run.Code))];

    /// <summary>Texts come from plans, cases and models: what cannot be printed becomes the replacement character, visibly.</summary>
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => Rune.IsControl(rune) && rune.Value != '\n' ? "\uFFFD" : rune.ToString()));

    private static string OneLine(string text) => Excerpts.Cut(Printable(text).ReplaceLineEndings(" "), LongestLine);
}
