namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The outer measures of a page.</summary>
internal sealed record PageShape(int Width, int Height)
{
    public static readonly PageShape Portrait = new(Spacing.PageWidth, Spacing.PageHeight);
    public static readonly PageShape Landscape = new(Spacing.PageHeight, Spacing.PageWidth);

    public int TextWidth => Width - (2 * Spacing.Left);

    /// <summary>Where the lower edge lies, counted upwards from that of a portrait page: so heights from the top mean the same on every page.</summary>
    public int Bottom => Spacing.PageHeight - Height;
}
