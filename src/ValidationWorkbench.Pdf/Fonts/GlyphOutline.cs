namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Decodes the contours of a glyph, composite ones down to their simple components.</summary>
internal static class GlyphOutline
{
    private const int OnCurve = 0x01;
    private const int ShortX = 0x02;
    private const int ShortY = 0x04;
    private const int Repeats = 0x08;
    private const int SameOrPositiveX = 0x10;
    private const int SameOrPositiveY = 0x20;

    public static IReadOnlyList<OutlinePoint[]> Contours(TrueTypeFont font, int glyph)
    {
        List<OutlinePoint[]> contours = Simple(font.Outline(glyph));
        foreach (GlyphComponent component in CompositeGlyph.Components(font.Outline(glyph)))
        {
            contours.AddRange(Contours(font, component.Glyph).Select(contour => contour.Select(component.Place).ToArray()));
        }

        return contours;
    }

    private static List<OutlinePoint[]> Simple(ReadOnlySpan<byte> outline)
    {
        int count = outline.IsEmpty ? 0 : BigEndian.Int16(outline, 0);
        if (count <= 0)
        {
            return [];
        }

        int points = BigEndian.UInt16(outline, 10 + (2 * (count - 1))) + 1;
        int position = 10 + (2 * count);
        position += 2 + BigEndian.UInt16(outline, position);
        byte[] flags = Flags(outline, ref position, points);
        int[] x = Coordinates(outline, ref position, flags, ShortX, SameOrPositiveX);
        int[] y = Coordinates(outline, ref position, flags, ShortY, SameOrPositiveY);
        OutlinePoint[] all = [.. flags.Select((flag, i) => new OutlinePoint(x[i], y[i], (flag & OnCurve) != 0))];
        return Split(outline, count, all);
    }

    private static List<OutlinePoint[]> Split(ReadOnlySpan<byte> outline, int count, OutlinePoint[] points)
    {
        List<OutlinePoint[]> contours = [];
        int start = 0;
        for (int i = 0; i < count; i++)
        {
            int end = BigEndian.UInt16(outline, 10 + (2 * i)) + 1;
            contours.Add(points[start..end]);
            start = end;
        }

        return contours;
    }

    private static byte[] Flags(ReadOnlySpan<byte> outline, ref int position, int points)
    {
        byte[] flags = new byte[points];
        for (int i = 0; i < points;)
        {
            byte flag = outline[position++];
            int run = (flag & Repeats) != 0 ? outline[position++] + 1 : 1;
            flags.AsSpan(i, run).Fill(flag);
            i += run;
        }

        return flags;
    }

    private static int[] Coordinates(ReadOnlySpan<byte> outline, ref int position, byte[] flags, int shortBit, int sameBit)
    {
        int[] values = new int[flags.Length];
        int value = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            bool same = (flags[i] & sameBit) != 0;
            if ((flags[i] & shortBit) != 0)
            {
                value += same ? outline[position] : -outline[position];
                position++;
            }
            else if (!same)
            {
                value += BigEndian.Int16(outline, position);
                position += 2;
            }

            values[i] = value;
        }

        return values;
    }
}
