using System.Globalization;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Fonts;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class TypesettingTests
{
    // Pair adjustments of Inter-Regular as stored, in units of which the em has 2816: A? and AŦ among the single pairs, the others by class.
    [Theory]
    [InlineData('A', '?', -176)]
    [InlineData('A', 'Ŧ', -160)]
    [InlineData('A', 'V', -192)]
    [InlineData('T', 'o', -224)]
    [InlineData('r', ',', -176)]
    [InlineData('a', 'a', 0)]
    public void Pairs_move_together_as_the_font_says(char left, char right, int units) =>
        Assert.Equal((int)Math.Round(units * 1000.0 / 2816, MidpointRounding.AwayFromZero), Typeface.Kern(Weight.Regular, Figures.Text, left, right));

    [Fact]
    public void Digits_that_stand_below_each_other_are_not_moved()
    {
        int ten = MeasuredText.WidthOf("11.1", Typography.TableText);

        Assert.Equal(ten, MeasuredText.WidthOf("77.7", Typography.TableText));
        Assert.NotEqual(MeasuredText.WidthOf("11.1", Typography.Body), MeasuredText.WidthOf("77.7", Typography.Body));
    }

    [Fact]
    public void Moved_letters_come_back_as_the_text_they_were()
    {
        PdfReading file = PdfSamples.Printed(new Paragraph("AVATAR To Tact, r, AWAY"));

        Assert.Contains("AVATAR To Tact, r, AWAY", file.Lines[0]);
        Assert.Contains("] TJ", file.Content(file.Pages[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_is_as_wide_as_its_fragments_wherever_it_is_cut()
    {
        MeasuredText text = new([new StyledText("AVA", Typography.Body), new StyledText("VATo", Typography.Body.Bold)]);

        Assert.Equal(MeasuredText.WidthOf("VA", Typography.Body), text.Width(1, 3));
        Assert.Equal(MeasuredText.WidthOf("AVA", Typography.Body), text.Line(0, 7).Fragments[1].X);
    }

    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("A\u030A\u0301", "Ǻ")]
    [InlineData("\u0438\u0306", "й")]
    [InlineData("\u03B1\u0301", "ά")]
    [InlineData("z\u0307o\u0301\u0142c\u0301", "żółć")]
    [InlineData("x\u0304", "x\u0304")]
    public void Letters_and_their_marks_become_one_letter_where_there_is_one(string apart, string joined) => Assert.Equal(joined, Composition.Of(apart));

    [Fact]
    public void Scripts_and_signs_of_the_trade_are_drawn_as_what_they_are()
    {
        const string Signs = "ΑΩαωάϋ АЯаяЁё ĄąĆćĘęŁłŃńŚśŹźŻż ≤≥±×÷≠≈≡∑∏∫√∞∂∆∈∉∀∃∇∩∪⊂∧∨≪≫⊄⊥∓∗∼≃≅∣∥∕∖∘ ←↑→↓↔⇐⇒⇔ ☐☑☒✓✗ ⁰¹²₀₁ µΩ°‰€§";

        byte[] file = PdfWriter.Write(PdfSamples.Document(new Paragraph(Signs)), out IReadOnlyList<string> missing);

        Assert.Empty(missing);
        Assert.Contains(Signs, new PdfReading(file).Text[0], StringComparison.Ordinal);
    }

    // Letters of today's Greek and its older accents, of the Cyrillic of Slavonic languages, of Polish and its neighbours; the arrows that point along a line.
    [Theory]
    [InlineData(0x00A0, 0x0148)]
    [InlineData(0x014A, 0x01C3)]
    [InlineData(0x0384, 0x03E1)]
    [InlineData(0x03F0, 0x03FF)]
    [InlineData(0x1F00, 0x1FFE)]
    [InlineData(0x0400, 0x049D)]
    [InlineData(0x04A0, 0x04FF)]
    [InlineData(0x2010, 0x2027)]
    [InlineData(0x2070, 0x209C)]
    [InlineData(0x2190, 0x2199)]
    public void Whole_alphabets_are_drawn_as_what_they_are(int first, int last) => Assert.Empty(Enumerable.Range(first, last - first + 1)
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.OtherNotAssigned && !Typeface.Has(character))
        .Select(char.ConvertFromUtf32));

    [Fact]
    public void A_character_that_the_font_lacks_is_a_box_with_its_code_point()
    {
        TrueTypeFont font = Typeface.Font(Weight.Regular);
        IReadOnlyList<GlyphComponent> parts = CompositeGlyph.Components(font.Outline(Typeface.Glyph(Weight.Regular, Figures.Text, '漢')));

        Assert.Equal("□6F22".Select(c => font.Glyph(c)), parts.Select(part => (int?)part.Glyph));
        Assert.All(GlyphOutline.Contours(font, Typeface.Glyph(Weight.Regular, Figures.Text, 0x1F600)).SelectMany(contour => contour),
            point => Assert.InRange(point.X, 0, font.UnitsPerEm * 12 / 10));
    }

    [Fact]
    public void Lines_are_as_few_as_can_be_and_as_alike_as_can_be()
    {
        SplitMix64 random = new(7);
        for (int i = 0; i < 200; i++)
        {
            string text = string.Join(' ', Enumerable.Range(0, 40).Select(_ => new string('n', 1 + (int)(random.Next() % 12))));
            int width = 90_000 + (int)(random.Next() % 200_000);
            IReadOnlyList<TextLine> lines = LineBreaker.Lines(text, Typography.Body, width);
            List<int> greedy = Greedy(text, width);

            Assert.Equal(greedy.Count, lines.Count);
            Assert.True(Raggedness(lines.Select(line => line.Width), width) <= Raggedness(greedy, width));
            Assert.Equal(text, string.Join(' ', lines.Select(line => line.Fragments[0].Text)));
        }
    }

    [Fact]
    public void Text_can_lean_and_take_a_colour()
    {
        string content = PdfSamples.Printed(new Paragraph([new Run("leaning") { Italic = true }, new Run("grey") { Tone = Tone.Muted }])) is var file
            ? file.Content(file.Pages[0])
            : "";

        Assert.Matches(@"1 0 0\.2 1 [\d.]+ [\d.]+ Tm", content);
        Assert.Contains("BT 0.4 0.4 0.4 rg", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_leads_to_headings_and_addresses()
    {
        PdfReading file = PdfSamples.Printed(
            new Paragraph([new Run("see "), new Run("the end") { Target = "end" }, new Run(" or "), new Run("there") { Address = "https://example.org/a?b=c" }]),
            new PageBreak(),
            new Heading(1, "1  End") { Id = "end" });
        string[] links = [.. Enumerable.Range(1, 200).Where(file.Has).Select(file.Object).Where(o => o.Contains("/Subtype /Link", StringComparison.Ordinal))];

        Assert.Equal(2, links.Length);
        Assert.Contains(links, link => link.Contains("/XYZ", StringComparison.Ordinal));
        Assert.Contains(links, link => link.Contains("/S /URI", StringComparison.Ordinal));
        Assert.Equal("see the end or there", string.Concat(file.Lines[0].Take(4)));
    }

    [Fact]
    public void Lists_nest_to_four_levels()
    {
        ListItem deep = new([new Run("1")]) { Nested = [new ListItem([new Run("2")]) { Nested = [new ListItem([new Run("3")]) { Nested = ["4", "5"] }] }] };

        Assert.Equal(["1.", "1", "a)", "2", "i.", "3", "A)", "4", "B)", "5"], PdfSamples.Printed(new NumberedList([deep])).Lines[0].Take(10));
        Assert.Equal(["•", "1", "–", "2", "◦", "3", "·", "4", "·", "5"], PdfSamples.Printed(new BulletList([deep])).Lines[0].Take(10));
    }

    private static List<int> Greedy(string text, int width)
    {
        List<int> lines = [];
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && MeasuredText.WidthOf(longer, Typography.Body) > width)
            {
                lines.Add(MeasuredText.WidthOf(line, Typography.Body));
                longer = word;
            }

            line = longer;
        }

        return [.. lines, MeasuredText.WidthOf(line, Typography.Body)];
    }

    private static double Raggedness(IEnumerable<int> widths, int width) =>
        widths.SkipLast(1).Sum(line => Math.Pow((width - line) / 100, 2)) + Math.Pow(Math.Max(0, (width / 6) - widths.Last()) / 100, 2);
}
