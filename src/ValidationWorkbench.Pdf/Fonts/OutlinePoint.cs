namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>A point of a glyph outline in font units; points off the curve are control points of quadratic arcs.</summary>
internal readonly record struct OutlinePoint(int X, int Y, bool OnCurve)
{
    /// <summary>The point on the curve that TrueType leaves out between two control points.</summary>
    public OutlinePoint Midpoint(OutlinePoint other) => new((X + other.X) / 2, (Y + other.Y) / 2, true);
}
