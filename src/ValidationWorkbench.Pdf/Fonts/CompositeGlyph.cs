namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Reads the components of a composite outline record. Components placed by offsets are supported, which is all that Inter has.</summary>
internal static class CompositeGlyph
{
    private const int WordArguments = 0x0001;
    private const int Offsets = 0x0002;
    private const int Scale = 0x0008;
    private const int More = 0x0020;
    private const int ScaleXY = 0x0040;
    private const int Matrix = 0x0080;

    private const int OutlineHeader = 10;
    private const int One = 0x4000;

    /// <summary>None for a simple or blank glyph.</summary>
    public static IReadOnlyList<GlyphComponent> Components(ReadOnlySpan<byte> outline)
    {
        List<GlyphComponent> components = [];
        if (outline.IsEmpty || BigEndian.Int16(outline, 0) >= 0)
        {
            return components;
        }

        int position = OutlineHeader;
        int flags = More;
        while ((flags & More) != 0)
        {
            flags = BigEndian.UInt16(outline, position);
            components.Add(Component(outline, position, flags));
            position += 4 + ArgumentLength(flags) + TransformationLength(flags);
        }

        return components;
    }

    private static GlyphComponent Component(ReadOnlySpan<byte> outline, int position, int flags)
    {
        int arguments = position + 4;
        int matrix = arguments + ArgumentLength(flags);
        (int xx, int xy, int yx, int yy) = TransformationLength(flags) switch
        {
            2 => (BigEndian.Int16(outline, matrix), 0, 0, BigEndian.Int16(outline, matrix)),
            4 => (BigEndian.Int16(outline, matrix), 0, 0, BigEndian.Int16(outline, matrix + 2)),
            8 => (BigEndian.Int16(outline, matrix), BigEndian.Int16(outline, matrix + 2), BigEndian.Int16(outline, matrix + 4), BigEndian.Int16(outline, matrix + 6)),
            _ => (One, 0, 0, One),
        };
        (int right, int up) = Offset(outline, arguments, flags);
        return new GlyphComponent(position + 2, BigEndian.UInt16(outline, position + 2), xx, xy, yx, yy, right, up);
    }

    private static (int Right, int Up) Offset(ReadOnlySpan<byte> outline, int arguments, int flags)
    {
        if ((flags & Offsets) == 0)
        {
            throw new InvalidDataException("A glyph component is placed by matching points; only placement by offsets can be read.");
        }

        return (flags & WordArguments) != 0
            ? (BigEndian.Int16(outline, arguments), BigEndian.Int16(outline, arguments + 2))
            : ((sbyte)outline[arguments], (sbyte)outline[arguments + 1]);
    }

    private static int ArgumentLength(int flags) => (flags & WordArguments) != 0 ? 4 : 2;

    private static int TransformationLength(int flags) => (flags & (Scale | ScaleXY | Matrix)) switch
    {
        Scale => 2,
        ScaleXY => 4,
        Matrix => 8,
        _ => 0,
    };
}
