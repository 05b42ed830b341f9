using System.Security.Cryptography;
using ValidationWorkbench.Pdf.Fonts;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class FontTests
{
    [Theory]
    [InlineData("/Assets/Inter-Regular.ttf", "41AB0F707A2BFAB8133CCDFCDAB52282F5F79E5751F43A264805451C7BB95FB8")]
    [InlineData("/Assets/Inter-SemiBold.ttf", "E8CBC2B88BC4268237FF5E251776D3C54EDCB14E015A9E66E4883BDE4B55F13F")]
    public void The_font_files_are_the_known_ones(string path, string hash) => Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(InterAssembly.Font(path))));

    [Fact]
    public void A_font_that_the_package_lacks_is_named_in_the_error()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => InterAssembly.Font("/Assets/Other.ttf"));

        Assert.Contains("/Assets/Other.ttf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_weights_draw_every_character_that_reports_need()
    {
        const string Needed = "AZaz09ÄÖÜäöüßéñøçŁžαβγδΔμΩσ≥≤±−–—“”„‘’•→←✓✗×÷°µ²³½‰€§¶…≈≠∞√()[]{}<>|~^`'\"#%&*+/=?@\\_";

        Assert.All(Enum.GetValues<Weight>(), weight => Assert.All(Needed, character => Assert.NotNull(Typeface.Font(weight).Glyph(character))));
    }

    [Fact]
    public void Both_weights_draw_the_same_characters() =>
        Assert.All(Enumerable.Range(1, 0xFFFF), c => Assert.Equal(Typeface.Font(Weight.Regular).Glyph(c) is null, Typeface.Font(Weight.SemiBold).Glyph(c) is null));

    // The font's own figures differ by up to one thousandth of an em, a hundredth of a point in a table.
    [Fact]
    public void Tabular_digits_are_equally_wide()
    {
        foreach (Weight weight in Enum.GetValues<Weight>())
        {
            int[] widths = [.. new[] { Figures.Tabular, Figures.Code }.SelectMany(figures => "0123456789".Select(digit => Typeface.Font(weight).Advance(Typeface.Glyph(weight, figures, digit))))];

            Assert.InRange(widths.Max() - widths.Min(), 0, 1);
        }
    }

    [Fact]
    public void Digits_of_running_text_differ_in_width() =>
        Assert.True(Advance('1') < Advance('0'));

    [Fact]
    public void The_zero_of_code_is_a_glyph_of_its_own() =>
        Assert.NotEqual(Typeface.Glyph(Weight.Regular, Figures.Tabular, '0'), Typeface.Glyph(Weight.Regular, Figures.Code, '0'));

    private static int Advance(char character) => Typeface.Font(Weight.Regular).Advance(Typeface.Glyph(Weight.Regular, Figures.Text, character));
}
