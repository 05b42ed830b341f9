using ValidationWorkbench.Pdf;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>A house has a colour of its own; everything drawn in the accent colour follows it, and nothing else does.</summary>
public sealed class AccentTests
{
    [Fact]
    public void An_accent_colour_changes_the_file_and_the_dark_blue_is_the_one_without()
    {
        var plain = PdfWriter.Write(PdfSamples.Complete());

        Assert.NotEqual(plain, PdfWriter.Write(PdfSamples.Complete() with { Accent = "#7a1f3d" }));
        Assert.Equal(new PdfReading(plain).Text, new PdfReading(PdfWriter.Write(PdfSamples.Complete() with { Accent = "#7a1f3d" })).Text);
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    public void What_is_no_colour_is_refused(string accent) => Assert.Equal(
        $"Accent: \"{accent}\" is no colour; one such as #17304f is needed",
        Assert.Throws<ArgumentException>(() => PdfWriter.Write(PdfSamples.Complete() with { Accent = accent })).Message.TrimEnd('.'));
}
