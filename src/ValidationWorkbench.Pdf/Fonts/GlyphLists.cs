namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Reads the lists of glyphs that OpenType layout tables have in common.</summary>
internal static class GlyphLists
{
    /// <summary>A coverage table: the position of every glyph that it covers.</summary>
    public static Dictionary<int, int> Coverage(ReadOnlySpan<byte> table)
    {
        Dictionary<int, int> positions = [];
        bool single = BigEndian.UInt16(table, 0) == 1;
        for (int i = 0; i < BigEndian.UInt16(table, 2); i++)
        {
            if (single)
            {
                positions[BigEndian.UInt16(table, 4 + (2 * i))] = i;
                continue;
            }

            ReadOnlySpan<byte> range = table.Slice(4 + (6 * i), 6);
            for (int glyph = BigEndian.UInt16(range, 0); glyph <= BigEndian.UInt16(range, 2); glyph++)
            {
                positions[glyph] = BigEndian.UInt16(range, 4) + glyph - BigEndian.UInt16(range, 0);
            }
        }

        return positions;
    }

    /// <summary>A class definition table: the class of every glyph that is not in class 0.</summary>
    public static Dictionary<int, int> Classes(ReadOnlySpan<byte> table)
    {
        Dictionary<int, int> classes = [];
        if (BigEndian.UInt16(table, 0) == 1)
        {
            int start = BigEndian.UInt16(table, 2);
            for (int i = 0; i < BigEndian.UInt16(table, 4); i++)
            {
                classes[start + i] = BigEndian.UInt16(table, 6 + (2 * i));
            }

            return classes;
        }

        for (int i = 0; i < BigEndian.UInt16(table, 2); i++)
        {
            ReadOnlySpan<byte> range = table.Slice(4 + (6 * i), 6);
            for (int glyph = BigEndian.UInt16(range, 0); glyph <= BigEndian.UInt16(range, 2); glyph++)
            {
                classes[glyph] = BigEndian.UInt16(range, 4);
            }
        }

        return classes;
    }
}
