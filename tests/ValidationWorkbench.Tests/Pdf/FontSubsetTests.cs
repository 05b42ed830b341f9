using ValidationWorkbench.Pdf.Fonts;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class FontSubsetTests
{
    private static readonly TrueTypeFont Font = Typeface.Font(Weight.Regular);

    [Fact]
    public void The_components_of_composite_glyphs_come_along_and_point_into_the_subset()
    {
        const string Composite = "üÜéÀòñÇ½";
        Assert.All(Composite, c => Assert.NotEmpty(CompositeGlyph.Components(Font.Outline(Font.Glyph(c)!.Value))));
        SfntReading file = new(Subset(Composite).File().Bytes);
        byte[][] composites = [.. Enumerable.Range(0, file.GlyphCount).Select(file.Outline).Where(outline => CompositeGlyph.Components(outline).Count > 0)];

        Assert.True(composites.Length >= Composite.Length);
        foreach (GlyphComponent component in composites.SelectMany(outline => CompositeGlyph.Components(outline)))
        {
            Assert.InRange(component.Glyph, 1, file.GlyphCount - 1);
            Assert.NotEmpty(file.Outline(component.Glyph));
        }
    }

    [Fact]
    public void A_component_has_the_outline_of_the_glyph_it_was_taken_from()
    {
        SfntReading file = new(Subset("ü").File().Bytes);
        IReadOnlyList<GlyphComponent> originals = CompositeGlyph.Components(Font.Outline(Font.Glyph('ü')!.Value));
        IReadOnlyList<GlyphComponent> copies = CompositeGlyph.Components(file.Outline(1));

        Assert.Equal(originals.Count, copies.Count);
        foreach ((GlyphComponent original, GlyphComponent copy) in originals.Zip(copies))
        {
            byte[] source = Font.Outline(original.Glyph).ToArray();
            Assert.Equal(source[10..], file.Outline(copy.Glyph)[10..source.Length]);
        }
    }

    [Fact]
    public void Every_composite_glyph_of_the_font_can_be_read() =>
        Assert.All(Enumerable.Range(0, Font.GlyphCount), glyph => Assert.All(CompositeGlyph.Components(Font.Outline(glyph)), component => Assert.InRange(component.Glyph, 1, Font.GlyphCount - 1)));

    [Fact]
    public void A_composite_glyph_is_drawn_from_all_of_its_components()
    {
        int Contours(char character) => GlyphOutline.Contours(Font, Font.Glyph(character)!.Value).Count;

        Assert.Equal(1, Contours('U'));
        Assert.Equal(3, Contours('Ü'));
        Assert.Equal(0, Contours(' '));
    }

    [Fact]
    public void The_checksum_of_the_whole_file_is_the_magic_number() => Assert.Equal(0xB1B0AFBA, SfntFile.Checksum(Subset("abc").File().Bytes));

    [Fact]
    public void Two_characters_of_one_glyph_keep_an_index_each()
    {
        int glyph = Font.Glyph(0x25A1)!.Value;
        FontSubset subset = new(Font);

        Assert.NotEqual(subset.Index(new GlyphUse(glyph, '漢')), subset.Index(new GlyphUse(glyph, '字')));
    }

    [Fact]
    public void The_name_depends_on_what_has_which_index()
    {
        Assert.Equal(Subset("abca").Name, Subset("abc").Name);
        Assert.NotEqual(Subset("abc").Name, Subset("cab").Name);
        Assert.NotEqual(Subset("abc").Name, Subset("abd").Name);
        Assert.Matches("^[A-Z]{6}\\+Inter-Regular$", Subset("abc").Name);
    }

    [Fact]
    public void Widths_are_those_of_the_original_glyphs()
    {
        FontSubset subset = Subset("WI");
        int index = subset.Index(new GlyphUse(Font.Glyph('W')!.Value, 'W'));

        Assert.Equal(Font.Advance(Font.Glyph('W')!.Value), subset.File().Widths.ElementAt(index));
        Assert.Equal(Font.StoredMetrics(Font.Glyph('W')!.Value), new SfntReading(subset.File().Bytes).Metrics(index));
    }

    [Fact]
    public void A_subset_holds_the_parts_of_glyphs_that_were_made_and_says_how_many()
    {
        SfntReading file = new(Subset("漢").File().Bytes);
        IReadOnlyList<GlyphComponent> parts = CompositeGlyph.Components(file.Outline(1));

        Assert.Equal(5, parts.Count);
        Assert.All(parts, part => Assert.NotEmpty(file.Outline(part.Glyph)));
        Assert.True(file.MostComponents >= 5);
    }

    private static FontSubset Subset(string characters)
    {
        FontSubset subset = new(Font);
        Assert.All(characters, c => subset.Index(new GlyphUse(Typeface.Glyph(Weight.Regular, Figures.Text, c), c)));
        return subset;
    }

    /// <summary>Reads the tables of a subset on its own, since a subset has no character map.</summary>
    private sealed class SfntReading(byte[] file)
    {
        public int GlyphCount => BigEndian.UInt16(Table("maxp"), 4);

        public int MostComponents => BigEndian.UInt16(Table("maxp"), 28);

        public byte[] Outline(int glyph) => Table("glyf")[BigEndian.Int32(Table("loca"), 4 * glyph)..BigEndian.Int32(Table("loca"), 4 * (glyph + 1))];

        public (int Advance, int Bearing) Metrics(int glyph) => (BigEndian.UInt16(Table("hmtx"), 4 * glyph), BigEndian.Int16(Table("hmtx"), (4 * glyph) + 2));

        private byte[] Table(string tag)
        {
            int count = BigEndian.UInt16(file, 4);
            int entry = Enumerable.Range(0, count).Select(i => 12 + (16 * i)).Single(e => System.Text.Encoding.ASCII.GetString(file, e, 4) == tag);
            int offset = BigEndian.Int32(file, entry + 8);
            return file[offset..(offset + BigEndian.Int32(file, entry + 12))];
        }
    }
}
