using ValidationWorkbench.Documents;
using ValidationWorkbench.Printing;
using ValidationWorkbench.Tests.Pdf;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

public sealed class PdfPrinterTests
{
    [Theory]
    [MemberData(nameof(SampleDocument.Kinds), MemberType = typeof(SampleDocument))]
    public void Every_kind_of_part_can_be_printed(Type kind)
    {
        var parts = SampleDocument.Parts.Where(part => part.GetType() == kind).ToList();

        Assert.NotEmpty(parts);
        Assert.All(parts, part => Assert.Equal("%PDF-"u8, PdfPrinter.Print(SampleDocument.Of(part)).AsSpan(0, 5)));
        Assert.All(parts, part => Assert.NotEqual(HtmlPrinter.Print(SampleDocument.Of()), HtmlPrinter.Print(SampleDocument.Of(part))));
        Assert.All(parts, part => Assert.NotEqual(MarkdownPrinter.Print(SampleDocument.Of()), MarkdownPrinter.Print(SampleDocument.Of(part))));
    }

    [Theory]
    [InlineData(PageSize.A4, "/MediaBox [0 0 595.28 841.89]")]
    [InlineData(PageSize.Letter, "/MediaBox [-8.36 49.89 603.64 841.89]")]
    public void The_page_is_that_of_the_style(PageSize page, string box)
    {
        var document = SampleDocument.Of(ParagraphPart.Plain("x"));

        Assert.All(new PdfReading(PdfPrinter.Print(document with { Style = document.Style with { Page = page } })).Pages, found => Assert.Contains(box, found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_placeholder_that_was_left_over_is_not_printed_in_silence()
    {
        var document = SampleDocument.Of(new PlaceholderPart("counts", 1));

        Assert.All(
            new Func<ControlledDocument, byte[]>[] { PdfPrinter.Print, HtmlPrinter.Print, MarkdownPrinter.Print },
            print => Assert.StartsWith("A PlaceholderPart cannot be printed.", Assert.Throws<ArgumentException>(() => print(document)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_documents_give_equal_bytes_and_others_do_not()
    {
        var document = SampleDocument.Of(SampleDocument.Parts);

        Assert.All(new Func<ControlledDocument, byte[]>[] { PdfPrinter.Print, HtmlPrinter.Print, MarkdownPrinter.Print }, print =>
        {
            Assert.Equal(print(document), print(SampleDocument.Of(SampleDocument.Parts)));
            Assert.NotEqual(print(document), print(document with { Banner = "DEMONSTRATION" }));
        });
    }
}
