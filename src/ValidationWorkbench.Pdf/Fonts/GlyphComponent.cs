namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>A component of a composite glyph: where its index is stored, which glyph it is, and the transformation that places it (scale in 1/16384).</summary>
internal readonly record struct GlyphComponent(int IndexOffset, int Glyph, int XX, int XY, int YX, int YY, int Right, int Up)
{
    private const int One = 0x4000;

    public OutlinePoint Place(OutlinePoint point) => point with
    {
        X = (((point.X * XX) + (point.Y * YX)) / One) + Right,
        Y = (((point.X * XY) + (point.Y * YY)) / One) + Up,
    };
}
