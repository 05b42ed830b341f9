namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Which glyph draws which character: the format 12 subtable of the <c>cmap</c> table.</summary>
internal sealed class CharacterMap
{
    // Nearly all characters of a text; the others are looked up.
    private const int Common = 0x2800;

    private readonly Dictionary<int, int> _glyphs;
    private readonly int[] _common = new int[Common];

    private CharacterMap(Dictionary<int, int> glyphs)
    {
        _glyphs = glyphs;
        foreach ((int character, int glyph) in glyphs)
        {
            if (character < Common)
            {
                _common[character] = glyph;
            }
        }
    }

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
    public int? Glyph(int character)
    {
        int glyph = (uint)character < Common ? _common[character] : _glyphs.GetValueOrDefault(character);
        return glyph == 0 ? null : glyph;
    }

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
