using System.Globalization;

namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>
/// Glyphs for characters that the font lacks, put together from those it has: signs made of letters and signs, and for all else a box with the code point in
/// it. Their numbers follow those of the font's own glyphs.
/// </summary>
internal static class MadeGlyph
{
    /// <summary>Greatest number of components of a glyph made here: a frame and six digits.</summary>
    public const int MostComponents = 7;

    private const int One = 0x4000;
    private const int Frame = 0x25A1;
    private const int Header = 10;
    private const int PartLength = 12;
    private const int Flags = 0x0001 | 0x0002 | 0x0040;
    private const int More = 0x0020;

    /// <summary>Whether a character is drawn as the sign it is, not as a box.</summary>
    public static bool IsSign(int character) => MadeSigns.Has(character);

    /// <summary>The glyph number of a character that the font lacks.</summary>
    public static int Number(TrueTypeFont font, int character) => font.GlyphCount + character;

    /// <summary>Advance width in font units.</summary>
    public static int Advance(TrueTypeFont font, int glyph) => Made(font, glyph).Advance;

    /// <summary>The outline record of the composite glyph.</summary>
    public static byte[] Outline(TrueTypeFont font, int glyph)
    {
        IReadOnlyList<GlyphComponent> parts = Made(font, glyph).Parts;
        byte[] record = new byte[Header + (PartLength * parts.Count)];
        BigEndian.Write16(record, 0, -1);
        (int X, int Y)[] corners = [.. parts.SelectMany(part => Corners(font, part))];
        BigEndian.Write16(record, 2, corners.Min(corner => corner.X));
        BigEndian.Write16(record, 4, corners.Min(corner => corner.Y));
        BigEndian.Write16(record, 6, corners.Max(corner => corner.X));
        BigEndian.Write16(record, 8, corners.Max(corner => corner.Y));
        for (int i = 0; i < parts.Count; i++)
        {
            Write(record.AsSpan(Header + (PartLength * i)), parts[i], i < parts.Count - 1);
        }

        return record;
    }

    private static void Write(Span<byte> record, GlyphComponent part, bool more)
    {
        BigEndian.Write16(record, 0, Flags | (more ? More : 0));
        BigEndian.Write16(record, 2, part.Glyph);
        BigEndian.Write16(record, 4, part.Right);
        BigEndian.Write16(record, 6, part.Up);
        BigEndian.Write16(record, 8, part.XX);
        BigEndian.Write16(record, 10, part.YY);
    }

    private static IEnumerable<(int X, int Y)> Corners(TrueTypeFont font, GlyphComponent part)
    {
        (int left, int bottom, int right, int top) = Box(font, part.Glyph);
        OutlinePoint first = part.Place(new OutlinePoint(left, bottom, true));
        OutlinePoint second = part.Place(new OutlinePoint(right, top, true));
        return [(first.X, first.Y), (second.X, second.Y)];
    }

    private static (int Left, int Bottom, int Right, int Top) Box(TrueTypeFont font, int glyph)
    {
        ReadOnlySpan<byte> outline = font.Outline(glyph);
        return (BigEndian.Int16(outline, 2), BigEndian.Int16(outline, 4), BigEndian.Int16(outline, 6), BigEndian.Int16(outline, 8));
    }

    private static (int Advance, IReadOnlyList<GlyphComponent> Parts) Made(TrueTypeFont font, int glyph)
    {
        int character = glyph - font.GlyphCount;
        return MadeSigns.Has(character) ? MadeSigns.Of(font, character) : Boxed(font, character);
    }

    /// <summary>A frame as high as a capital and a little more, with the hexadecimal digits of the code point in two rows.</summary>
    private static (int Advance, IReadOnlyList<GlyphComponent> Parts) Boxed(TrueTypeFont font, int character)
    {
        string digits = character.ToString("X4", CultureInfo.InvariantCulture);
        digits = digits.Length == 5 ? "0" + digits : digits;
        int columns = digits.Length / 2;
        int em = font.UnitsPerEm;
        (int cell, int row, int margin) = (em * 29 / 100, em * 37 / 100, em * 7 / 100);
        (int width, int height, int bottom) = ((columns * cell) + (2 * margin), (2 * row) + (2 * margin), -(em * 9 / 100));
        List<GlyphComponent> parts = [Stretched(font, font.Glyph(Frame)!.Value, margin / 2, bottom, width, height)];
        for (int i = 0; i < digits.Length; i++)
        {
            int left = (margin * 3 / 2) + (i % columns * cell);
            int floor = bottom + margin + (i < columns ? row : 0) + (em * 4 / 100);
            parts.Add(Centred(font, font.Glyph(digits[i])!.Value, left, floor, cell));
        }

        return (width + margin, parts);
    }

    private static GlyphComponent Stretched(TrueTypeFont font, int glyph, int x, int y, int width, int height)
    {
        (int left, int bottom, int right, int top) = Box(font, glyph);
        (int across, int up) = (One * width / (right - left), One * height / (top - bottom));
        return new GlyphComponent(0, glyph, across, 0, 0, up, x - (left * across / One), y - (bottom * up / One));
    }

    private static GlyphComponent Centred(TrueTypeFont font, int glyph, int x, int y, int width)
    {
        const int Scale = One * 40 / 100;
        (int left, _, int right, _) = Box(font, glyph);
        int drawn = (right - left) * Scale / One;
        return new GlyphComponent(0, glyph, Scale, 0, 0, Scale, x + ((width - drawn) / 2) - (left * Scale / One), y);
    }
}
