using ValidationWorkbench.Pdf;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class PdfArgumentTests
{
    private static readonly Column[] Two = [new Column("A", 1), new Column("B", 1)];

    public static TheoryData<Block, string> WrongBlocks => new()
    {
        { new Heading(0, "x"), "Block 1 (heading): the level is 0; 1, 2 and 3 are allowed." },
        { new Heading(4, "x"), "Block 1 (heading): the level is 4; 1, 2 and 3 are allowed." },
        { new Heading(1, " "), "Block 1 (heading): the text is empty; it needs at least one visible character." },
        { new Heading(1, new string('x', 401)), "Block 1 (heading): the text has 401 characters; at most 400 are allowed." },
        { new Paragraph("a\0b"), "Block 1 (paragraph): character 2 is U+0000; " },
        { new Paragraph("\u001B"), "Block 1 (paragraph): character 1 is U+001B; " },
        { new Paragraph("a\uD83D"), "Block 1 (paragraph): character 2 is U+D83D; " },
        { new Paragraph([new Run(null!)]), "Block 1 (paragraph): the text is null; " },
        { new BulletList(["\u007F"]), "Block 1 (bullet list): character 1 is U+007F; " },
        { new NumberedList([Deep()]), "Block 1 (numbered list): the list has more than 4 levels; at most 4 are allowed." },
        { new Paragraph([new Run("x") { Address = "a", Target = "b" }]), "Block 1 (paragraph): \"x\" has an address and a target; only one of them is allowed." },
        { new Paragraph([new Run("x") { Address = "relative" }]), "Block 1 (paragraph): the address \"relative\" is not absolute or not in plain characters." },
        { new Paragraph([new Run("x") { Target = "nowhere" }]), "Block 1: a text leads to \"nowhere\"; no heading has this id." },
        { new Heading(1, "x") { Id = "" }, "Block 1 (heading): the id is empty; leave it out where nothing leads to the heading." },
        { new Callout(CalloutKind.Info, "x", "\uFFFF"), "Block 1 (callout): character 1 is U+FFFF; " },
        { new KeyValues([new KeyValue("\0", "")]), "Block 1 (key values): character 1 is U+0000; " },
        { new Table([], []), "Block 1 (table): there are no columns; at least one is needed." },
        { new Table([new Column("A", 0)], []), "Block 1 (table): column \"A\" has the width 0; a width above 0 is needed." },
        { new Table([new Column("A", double.NaN)], []), "Block 1 (table): column \"A\" has the width NaN; a width above 0 is needed." },
        { new Table([Column.Fixed("A", 480)], []) { Landscape = false }, "Block 1 (table): the fixed columns are 480 pt wide together; the page has room for 471.276 pt." },
        { new Table([Column.Fixed("A", 460), new Column("B", 1)], []) { Landscape = false }, "Block 1 (table): column \"B\" gets 11.3 pt; at least 20 pt are needed." },
        { new Table([Column.Fixed("A", 720)], []), "Block 1 (table): the fixed columns are 720 pt wide together; the page has room for 717.89 pt." },
        { new IntervalChart(0, 1, []) { Alternative = new string('x', 16_001) }, "Block 1 (interval chart), alternative text: the text has 16001 characters; " },
        { new Table(Two, []) { Groups = [new ColumnGroup("x", 3)] }, "Block 1 (table): the groups take 3 columns; the table has 2 columns." },
        { new Table(Two, []) { Groups = [new ColumnGroup("x", 0)] }, "Block 1 (table): the group \"x\" takes 0 columns; at least one is needed." },
        { new Table(Two, [new Row([new Cell("a") { Columns = 0 }, "b"])]), "Block 1 (table): a cell of row 1 takes 0 columns; at least one is needed." },
        { new Table([new Column(new string('x', 401), 1)], []), "Block 1 (table): a column title has 401 characters; at most 400 are allowed." },
        { new Table(Two, [Row.Of("a", "b"), Row.Of("a", "b", "c")]), "Block 1 (table): the cells of row 2 take 3 columns; the table has 2 columns, and each row needs as many." },
        { new Table(Two, [Row.Of("a", "\0")]), "Block 1 (table), row 1: character 1 is U+0000; " },
        { new Table(Two, []) { Caption = "" }, "Block 1 (table), caption: the text is empty; " },
        { new Table(Two, []) { MinimumRowHeight = 401 }, "Block 1 (table): the minimum row height is 401 pt; 0 to 400 pt are allowed." },
        { new IntervalChart(1, 1, []) { Alternative = "x" }, "Block 1 (interval chart): the scale runs from 1 to 1; it needs two finite ends in ascending order." },
        { new IntervalChart(0, double.PositiveInfinity, []) { Alternative = "x" }, "Block 1 (interval chart): the scale runs from 0 to Infinity; " },
        { new IntervalChart(0, 1, []) { Alternative = "x", Decimals = 7 }, "Block 1 (interval chart): 7 decimals are asked for; 0 to 6 are allowed." },
        { new IntervalChart(0, 1, []) { Alternative = "x", Caption = "" }, "Block 1 (interval chart), caption: the text is empty; " },
        { new IntervalChart(0, 1, [new Interval("", 0, 0, 0)]) { Alternative = "x" }, "Block 1 (interval chart), label: the text is empty; " },
        { new IntervalChart(0, 1, [new Interval("x", 0.5, 0.4, 0.6)]) { Alternative = "x" }, "Block 1 (interval chart): \"x\" has 0.5, 0.4, 0.6; lower bound, estimate and upper bound must ascend." },
        { new IntervalChart(0, 1, [new Interval("x", 0.5, 0.6, 1.1)]) { Alternative = "x" }, "Block 1 (interval chart): \"x\" runs from 0.5 to 1.1; the scale covers 0 to 1." },
        { new IntervalChart(0, 1, [new Interval("x", 0.5, 0.6, 0.7, 2)]) { Alternative = "x" }, "Block 1 (interval chart): \"x\" has the limit 2; the scale covers 0 to 1." },
        { new IntervalChart(0, 1, []) { Alternative = " " }, "Block 1 (interval chart), alternative text: the text is empty; say in words what the figure shows." },
        { new IntervalChart(0, 1e-12, []) { Alternative = "x" }, "Block 1 (interval chart): the scale runs from 0 to 1E-12; the ends must be at least 1E-09 apart" },
        { FigureSamples.Confusion() with { Counts = [[1]] }, "Block 1 (matrix chart): the counts do not have the 4 rows of 5 columns that the labels name." },
        { FigureSamples.Confusion() with { Columns = [] }, "Block 1 (matrix chart): there are 0 columns; 1 to 10 are allowed." },
        { FigureSamples.Changes() with { Rows = [new PairedBar("x", -1, 0)] }, "Block 1 (paired bar chart): \"x\" has the counts -1 and 0; counts of 0 and above are allowed." },
        { FigureSamples.Similarity() with { Rows = [new Strip("x", [double.NaN])] }, "Block 1 (strip chart), \"x\": the value is NaN; the scale covers 0 to 1." },
        { FigureSamples.Similarity() with { Limits = [new ChartLimit("x", 2)] }, "Block 1 (strip chart), limit \"x\": the value is 2; the scale covers 0 to 1." },
        { FigureSamples.Latency() with { Series = [] }, "Block 1 (plot chart): there are 0 series; 1 to 4 are allowed." },
        { FigureSamples.Latency() with { Height = 20 }, "Block 1 (plot chart): the height is 20 pt; 60 to 400 pt are allowed." },
        { FigureSamples.Latency() with { Horizontal = new ChartAxis(new string('x', 41), 0, 12) }, "Block 1 (plot chart), title of a scale: the text has 41 characters; " },
    };

    public static TheoryData<PdfDocument, string> WrongDocuments => new()
    {
        { PdfSamples.Document() with { Title = "" }, "Title: the text is empty; " },
        { PdfSamples.Document() with { Title = "a\nb" }, "Title: the text has a tab or a line break; a single line is needed." },
        { PdfSamples.Document() with { Subject = "a\tb" }, "Subject: the text has a tab or a line break; " },
        { PdfSamples.Document() with { Author = "\0" }, "Author: character 1 is U+0000; " },
        { PdfSamples.Document() with { Language = "" }, "Language: the text is empty; " },
        { PdfSamples.Document() with { Banner = " " }, "Banner: the text is empty; " },
        { PdfSamples.Document() with { Watermark = "" }, "Watermark: the text is empty; " },
        { PdfSamples.Document() with { Header = new PageStrip { Left = ["\0"] } }, "Header: character 1 is U+0000; " },
        { PdfSamples.Document() with { Footer = new PageStrip { Right = ["\0"] } }, "Footer: character 1 is U+0000; " },
        { PdfSamples.Document() with { Header = new PageStrip { Left = [.. Enumerable.Repeat("x", 60)] } }, "Header, footer and banner: they leave " },
        { PdfSamples.Document() with { Cover = new Cover("", "", []) }, "Cover title: the text is empty; " },
        { PdfSamples.Document() with { Cover = new Cover("x", "\0", []) }, "Cover subtitle: character 1 is U+0000; " },
        { PdfSamples.Document() with { Cover = new Cover("x", "", [new KeyValue("x", "\0")]) }, "Cover: character 1 is U+0000; " },
        { PdfSamples.Document() with { Language = "English (UK)" }, "Language: \"English (UK)\" is no language tag; " },
        { Carrying(Json with { Name = "a/b" }), "Attachment 1: \"a/b\" is no file name; " },
        { Carrying(Json with { Name = "" }), "Attachment 1, name: the text is empty; " },
        { Carrying(Json with { Name = new string('x', 256) }), "Attachment 1, name: the name has 256 characters; " },
        { Carrying(Json, Json with { Name = "RUN.JSON" }), "Attachment 2: the name \"RUN.JSON\" was given before; " },
        { Carrying(Json with { Description = "" }), "Attachment 1, description: the text is empty; " },
        { Carrying(Json with { MediaType = "json" }), "Attachment 1: \"json\" is no media type; " },
        { Carrying(Json with { Relationship = (AttachmentRelationship)9 }), "Attachment 1: the relationship 9 is not known." },
        { PdfSamples.Document(new Heading(1, "x") { Id = "a" }, new Heading(1, "y") { Id = "a" }), "Headings: two of them have the id \"a\"." },
        { PdfSamples.Document(new Foreign()), "Block 1: the block is of type Foreign; only the block types of this library can be printed." },
    };

    [Theory]
    [MemberData(nameof(WrongBlocks))]
    public void A_block_that_cannot_be_printed_is_refused_with_its_place(Block block, string message) => AssertRefused(PdfSamples.Document(block), message);

    [Theory]
    [MemberData(nameof(WrongDocuments))]
    public void A_document_that_cannot_be_printed_is_refused_with_the_place(PdfDocument document, string message) => AssertRefused(document, message);

    [Fact]
    public void Nothing_to_print_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => PdfWriter.Write(null!));
        Assert.Throws<ArgumentNullException>(() => PdfWriter.Write(PdfSamples.Document(), null!));
    }

    [Fact]
    public void The_number_of_the_block_is_that_of_the_wrong_one() =>
        AssertRefused(PdfSamples.Document(new PageBreak(), new Paragraph("x"), new Heading(9, "x")), "Block 3 (heading): the level is 9");

    private static void AssertRefused(PdfDocument document, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => PdfWriter.Write(document));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static Attachment Json => PdfSamples.File("run.json", AttachmentRelationship.Data, "{}");

    private static PdfDocument Carrying(params Attachment[] attachments) => PdfSamples.Document() with { Attachments = attachments };

    private static ListItem Deep() => new([new Run("a")]) { Nested = [new ListItem([new Run("b")]) { Nested = [new ListItem([new Run("c")]) { Nested = [new ListItem([new Run("d")]) { Nested = ["e"] }] }] }] };

    private sealed record Foreign : Block;
}
