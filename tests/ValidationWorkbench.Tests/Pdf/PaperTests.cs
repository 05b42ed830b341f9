using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Tests.Pdf.Conformance;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>Documents on Letter paper.</summary>
public sealed class PaperTests
{
    private const int LetterLong = 792_000;
    private const int LetterShort = 612_000;

    [Fact]
    public void Pages_have_the_measures_of_the_paper_upright_and_turned()
    {
        var document = PdfSamples.Document(new Paragraph("upright"), PdfSamples.Rows(3) with { Landscape = true }) with { Paper = Paper.Letter, Watermark = "DRAFT" };
        var bytes = PdfWriter.Write(document);
        PdfReading file = new(bytes);

        Assert.Contains("/MediaBox [-8.36 49.89 603.64 841.89]", file.Pages[0], StringComparison.Ordinal);
        Assert.Contains("/MediaBox [24.95 229.89 816.95 841.89]", file.Pages[1], StringComparison.Ordinal);
        Assert.Empty(Requirement.Missed(bytes));
        Assert.Contains("/MediaBox [0 0 595.28 841.89]", new PdfReading(PdfWriter.Write(document with { Paper = Paper.A4 })).Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_ends_above_a_foot_that_is_on_the_paper()
    {
        PageFrames frames = new(PdfSamples.Document() with { Paper = Paper.Letter });

        Assert.All([(frames.Portrait, LetterLong), (frames.Landscape, LetterShort)], entry =>
        {
            (PageFrame frame, int height) = entry;
            int foot = frame.After(1, 1).Max(mark => mark.Bounds.Bottom);
            Assert.InRange(foot, height - Spacing.PageEdge - 1_000, height - Spacing.PageEdge + 1_000);
            Assert.True(frame.BodyBottom < frame.After(1, 1).Min(mark => mark.Bounds.Top));
        });
    }

    [Fact]
    public void Long_text_takes_more_pages_of_shorter_paper_and_loses_nothing()
    {
        Block[] blocks = [.. Enumerable.Range(1, 300).Select(i => new Paragraph($"Paragraph number {i} of the text."))];
        PdfReading letter = new(PdfWriter.Write(PdfSamples.Document(blocks) with { Paper = Paper.Letter }));

        Assert.True(letter.Pages.Count > PdfSamples.Printed(blocks).Pages.Count);
        Assert.Equal(300, letter.Lines.SelectMany(lines => lines).Count(line => line.StartsWith("Paragraph number", StringComparison.Ordinal)));
    }
}
