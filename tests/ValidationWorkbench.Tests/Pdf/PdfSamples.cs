using System.Text;
using ValidationWorkbench.Pdf;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>Documents to print.</summary>
internal static class PdfSamples
{
    public const string Sentence = "Every response was scored by the rules that had been approved before the run was started. ";

    public static readonly string Hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    public static PdfDocument Document(params Block[] blocks) => new()
    {
        Title = "Validation report – Prüfung",
        Created = new DateTimeOffset(2026, 2, 20, 10, 15, 30, TimeSpan.FromHours(2)),
        Blocks = blocks,
    };

    public static PdfDocument Complete() => Document(
        new Heading(1, "1  Approval"),
        new Paragraph([Sentence, new Run("bold ≥ 0.95", Bold: true), new Run("code", Code: true)]),
        Rows(90),
        new Heading(2, "1.1  Facts"),
        new BulletList(["one", new ListItem([new Run("two")]) { Nested = ["deeper"] }]),
        new NumberedList(["first", "second"]),
        new KeyValues([new KeyValue("Record", Hash, Code: true)]),
        new Callout(CalloutKind.Warning, "Deviation", Sentence),
        new PageBreak(),
        new Heading(1, "2  Results"),
        new IntervalChart(0, 1, [new Interval("Share", 0.5, 0.75, 1, 0.25)]) { Alternative = "One share." }) with
    {
        Subject = "Subject & more",
        Author = "Jörg <Weiß>",
        Banner = "DEMONSTRATION",
        Watermark = "DRAFT",
        Header = new PageStrip { Left = ["Example"], Right = ["VR-1"] },
        Cover = new Cover("Report", "Subtitle", [new KeyValue("Document", "VR-1")]),
        TableOfContents = true,
        Attachments =
        [
            File("run.json", AttachmentRelationship.Data, "{}"),
            File("cases (ä).csv", AttachmentRelationship.Source, "id\n"),
        ],
    };

    public static Attachment File(string name, AttachmentRelationship relationship, string content) =>
        new(name, "application/json", "The results", relationship, Encoding.UTF8.GetBytes(content), new DateTimeOffset(2026, 2, 19, 23, 30, 0, TimeSpan.FromHours(-1)));

    public static Table Rows(int count) => new(
        [new Column("Number head", 1), new Column("Text head", 3)],
        [.. Enumerable.Range(1, count).Select(i => Row.Of($"row-{i}", "text"))])
    {
        Caption = "Table 1",
    };

    public static PdfReading Printed(params Block[] blocks) => Printed(Document(blocks));

    public static PdfReading Printed(PdfDocument document) => new(PdfWriter.Write(document));
}
