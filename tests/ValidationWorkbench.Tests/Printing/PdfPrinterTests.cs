using ValidationWorkbench.Documents;
using ValidationWorkbench.Printing;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

public sealed class PdfPrinterTests
{
    /// <summary>One part of every kind that can stand in a document. A placeholder is replaced before printing and is none.</summary>
    private static readonly ContentPart[] Parts =
    [
        new HeadingPart(1, "Section"),
        ParagraphPart.Plain("Text"),
        new CodePart("{\n  1\n}"),
        new ListPart(false, [[new TextRun("dot")]]),
        new ListPart(true, [[new TextRun("one", Bold: true), new TextRun("two", Code: true)]]),
        new TablePart("Caption", [new TableColumn("A", 1), new TableColumn("B", 2, Right: true)], [["1", "2"]]) { ForSigning = true, IsWide = true },
        new FactsPart([("Name", "Value")]),
        new NoticePart("Title", "Text"),
        new IntervalPart("Chart", "What it shows", 0, 1, [new IntervalRow("AC-1", 0.5, 0.6, 0.7, 0.95, "60.0 %  [50.0 %, 70.0 %]", "NO-GO", true)]),
        new MatrixPart("Matrix", "What it shows", "Expected", "Answered", ["1", "3"], ["1", "3", "none"], [[4, 0, 1], [0, 5, 0]]),
        new PairedPart("Pairs", "What it shows", "Lost", "Gained", "Cases", [new PairedRow("Category 4", 1, 2, "10")]),
        new StripPart("Strips", "What it shows", new PartAxis("Similarity", 0, 1), [new StripRow("A to B", [0.2, 0.9], 0.55, "mean 0.55")], [new PartLimit("ceiling", 0.9)]),
        new PlotPart("Plot", "What it shows", new PartAxis("Seconds", 0, 3), new PartAxis("Share", 0, 1, IsShare: true),
            [new SeriesPart("A", SeriesJoin.Step, [(0, 0, null, null), (1, 0.5, 0.4, 0.6)])], [new PartLimit("2 s", 2)], [], "equal"),
    ];

    public static TheoryData<Type> Kinds =>
        [.. typeof(ContentPart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ContentPart)) && !type.IsAbstract && type != typeof(PlaceholderPart))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_part_can_be_printed(Type kind)
    {
        var parts = Parts.Where(part => part.GetType() == kind).ToList();

        Assert.NotEmpty(parts);
        Assert.All(parts, part => Assert.Equal("%PDF-"u8, PdfPrinter.Print(Document(part)).AsSpan(0, 5)));
    }

    [Fact]
    public void A_placeholder_that_was_left_over_is_not_printed_in_silence() =>
        Assert.StartsWith("A PlaceholderPart cannot be printed.", Assert.Throws<ArgumentException>(() => PdfPrinter.Print(Document(new PlaceholderPart("counts", 1)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Equal_documents_give_equal_bytes_and_others_do_not()
    {
        Assert.Equal(PdfPrinter.Print(Document(Parts)), PdfPrinter.Print(Document(Parts)));
        Assert.NotEqual(PdfPrinter.Print(Document(Parts)), PdfPrinter.Print(Document(Parts) with { Banner = "DEMONSTRATION" }));
    }

    private static ControlledDocument Document(params ContentPart[] parts) => new()
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
        Parts = parts,
    };
}
