namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Which glyph draws which character: the format 12 subtable of the <c>cmap</c> table.</summary>
internal sealed class CharacterMap
{
    private readonly Dictionary<int, int> _glyphs;

    private CharacterMap(Dictionary<int, int> glyphs) => _glyphs = glyphs;

    public static CharacterMap Parse(ReadOnlySpan<byte> table)
    {
        ReadOnlySpan<byte> subtable = Subtable(table);
        Dictionary<int, int> glyphs = [];
        int groups = BigEndian.Int32(subtable, 12);
        for (int i = 0; i < groups; i++)
        {
            ReadOnlySpan<byte> group = subtable.Slice(16 + (12 * i), 12);
            (int first, int last, int glyph) = (BigEndian.Int32(group, 0), BigEndian.Int32(group, 4), BigEndian.Int32(group, 8));
            for (int character = first; character <= last; character++)
            {
                glyphs[character] = glyph + character - first;
            }
        }

        return new CharacterMap(glyphs);
    }

    /// <summary>The glyph of a character, or null when the font cannot draw it.</summary>
    public int? Glyph(int character) => _glyphs.TryGetValue(character, out int glyph) && glyph != 0 ? glyph : null;

    private static ReadOnlySpan<byte> Subtable(ReadOnlySpan<byte> table)
    {
        int count = BigEndian.UInt16(table, 2);
        for (int i = 0; i < count; i++)
        {
            int offset = BigEndian.Int32(table, 4 + (8 * i) + 4);
            if (BigEndian.UInt16(table, offset) == 12)
            {
                return table[offset..];
            }
        }

        throw new InvalidDataException("The font has no character map of format 12.");
    }
}
