using System.Text.RegularExpressions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Pdf;

namespace ValidationWorkbench.Printing;

/// <summary>Maps a controlled document to pages. The only place that knows both sides.</summary>
public static partial class PdfPrinter
{
    private const int WideTable = 6;
    private const double RoomToSign = 22;
    private const int LongestLine = 400;
    private const int LongestLabel = 40;

    /// <summary>The PDF; equal documents give equal bytes.</summary>
    public static byte[] Print(ControlledDocument document) => Print(document, null, out _);

    /// <summary>The PDF, with a signature in it if one is given; equal documents and signatures give equal bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="signature">What signs it; null for none.</param>
    /// <param name="missing">The characters that the font lacks, in code point order; each is drawn as a box with its code point in it.</param>
    public static byte[] Print(ControlledDocument document, PdfSignature? signature, out IReadOnlyList<string> missing) =>
        signature is null ? PdfWriter.Write(Map(document), out missing) : PdfWriter.WriteSigned(Map(document), signature, out missing);

    private static PdfDocument Map(ControlledDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new PdfDocument
        {
            Title = OneLine($"{document.Number} {document.Title}"),
            Subject = OneLine(document.Subtitle),
            Author = OneLine(document.Organisation),
            Created = Microseconds.ToTime(document.AtMicros),
            Header = new PageStrip
            {
                Left = [OneLine(document.Style.Logo ?? document.Organisation), OneLine(document.Title)],
                Right = [OneLine($"{document.Number} · version {document.Version}"), document.Status],
            },
            Footer = new PageStrip { Left = [.. document.Footer.Select(OneLine)], Right = ["Page {page} of {pages}"] },
            Accent = document.Style.Accent,
            Paper = document.Style.Page == PageSize.Letter ? Paper.Letter : Paper.A4,
            Banner = document.Banner,
            Watermark = document.Watermark,
            Cover = new Cover(OneLine(document.Title), OneLine(document.Subtitle),
                [.. document.Cover.Select(fact => new KeyValue(fact.Name, PrintableText.Of(fact.Value)))]),
            TableOfContents = document.Kind.Contents,
            ListOfTables = document.Kind.Contents && document.Parts.Any(part => part is TablePart { Caption.Length: > 0 }),
            ListOfFigures = document.Kind.Contents && document.Parts.Any(part => part is FigurePart { Caption.Length: > 0 }),
            Attachments = [.. document.Attachments.Select(file => new Attachment(
                file.Name, file.MediaType, file.Description, AttachmentRelationship.Data, file.Bytes, Microseconds.ToTime(document.AtMicros)))],
            Blocks = [.. document.Parts.Select(Map)],
        };
    }

    private static Block Map(ContentPart part) => part switch
    {
        HeadingPart heading => new Heading(heading.Level, OneLine(heading.Text)),
        ParagraphPart paragraph => new Paragraph(Map(paragraph.Runs)),
        CodePart code => new Verbatim(Indented(PrintableText.Of(code.Text))),
        ListPart { Numbered: true } list => new NumberedList([.. list.Items.Select(item => new ListItem(Map(item)))]),
        ListPart list => new BulletList([.. list.Items.Select(item => new ListItem(Map(item)))]),
        FactsPart facts => new KeyValues([.. facts.Facts.Select(fact => new KeyValue(fact.Name, PrintableText.Of(fact.Value)))]),
        NoticePart notice => new Callout(CalloutKind.Warning, OneLine(notice.Title), PrintableText.Of(notice.Text)),
        TablePart table => Map(table),
        SignaturePart signatures => new SignatureTable([.. signatures.Lines.Select(line => new SignatureLine(OneLine(line.Name), OneLine(line.Role), line.Meaning))])
        {
            Caption = signatures.Caption,
        },
        FigurePart figure => Map(figure),
        _ => throw new ArgumentException($"A {part.GetType().Name} cannot be printed.", nameof(part)),
    };

    private static Figure Map(FigurePart figure) => figure switch
    {
        IntervalPart chart => new IntervalChart(chart.Minimum, chart.Maximum, [.. chart.Rows.Select(Map)]) { Caption = chart.Caption, Alternative = Words(chart) },
        MatrixPart chart => new MatrixChart(Label(chart.RowTitle), Label(chart.ColumnTitle), [.. chart.Rows.Select(Label)], [.. chart.Columns.Select(Label)], chart.Counts)
        {
            Caption = OneLine(chart.Caption),
            Alternative = Words(chart),
        },
        PairedPart chart => new PairedBarChart(Label(chart.LeftTitle), Label(chart.RightTitle), [.. chart.Rows.Select(row => new PairedBar(OneLine(row.Label), row.Left, row.Right, row.Note))])
        {
            Caption = chart.Caption,
            Alternative = Words(chart),
            NoteTitle = chart.NoteTitle,
        },
        StripPart chart => new StripChart(Map(chart.Axis), [.. chart.Rows.Select(row => new Strip(OneLine(row.Label), row.Values) { Mean = row.Mean, Numbers = row.Numbers })])
        {
            Caption = chart.Caption,
            Alternative = Words(chart),
            Limits = Map(chart.Limits),
        },
        PlotPart chart => new PlotChart(Map(chart.Horizontal), Map(chart.Vertical), [.. chart.Series.Select(Map)])
        {
            Caption = chart.Caption,
            Alternative = Words(chart),
            HorizontalLimits = Map(chart.HorizontalLimits),
            VerticalLimits = Map(chart.VerticalLimits),
            Diagonal = chart.Diagonal,
        },
        _ => throw new ArgumentException($"A {figure.GetType().Name} cannot be printed.", nameof(figure)),
    };

    private static string Words(FigurePart figure) => PrintableText.OneLine(figure.Alternative);

    private static Interval Map(IntervalRow row) =>
        new(OneLine(row.Label), row.Lower, row.Observed, row.Upper, row.Limit) { Numbers = OneLine(row.Numbers), State = row.State, Hollow = row.Calls };

    private static ChartAxis Map(PartAxis axis) => new(Label(axis.Title), axis.Minimum, axis.Maximum) { Percent = axis.IsShare };

    private static IReadOnlyList<ChartLimit> Map(IReadOnlyList<PartLimit> limits) => [.. limits.Select(limit => new ChartLimit(Label(limit.Label), limit.Value))];

    private static PlotSeries Map(SeriesPart series) => new(
        OneLine(series.Name),
        series.Join switch { SeriesJoin.Line => PlotJoin.Line, SeriesJoin.Step => PlotJoin.Step, _ => PlotJoin.None },
        [.. series.Points.Select(point => new PlotPoint(point.X, point.Y) { Lower = point.Lower, Upper = point.Upper })]);

    private static Table Map(TablePart table) =>
        new([.. table.Columns.Select(column => new Column(column.Title, column.Width, column.Right ? Alignment.Right : Alignment.Left))],
            [.. table.Rows.Select(row => new Row([.. row.Select(cell => new Cell(PrintableText.Of(cell)))]))])
        {
            Caption = table.Caption.Length == 0 ? null : table.Caption,
            Compact = table.Columns.Count >= WideTable,
            Landscape = table.IsWide ? true : null,
            MinimumRowHeight = table.ForSigning ? RoomToSign : 0,
        };

    private static IReadOnlyList<Run> Map(IReadOnlyList<TextRun> runs) => [.. runs.Select(run => new Run(PrintableText.Of(run.Text), run.Bold, run.Code))];

    /// <summary>Lines begin where they begin in the text: a line breaker drops plain spaces there.</summary>
    private static string Indented(string text) => LeadingSpaces().Replace(text, match => new string('\u00A0', match.Length));

    /// <summary>A text that stands on one line within a drawing.</summary>
    private static string Label(string text) => Excerpts.Cut(OneLine(text), LongestLabel);

    private static string OneLine(string text) => Excerpts.Cut(PrintableText.OneLine(text), LongestLine);

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex LeadingSpaces();
}
