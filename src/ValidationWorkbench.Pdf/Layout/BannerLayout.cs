namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets the framed strip at the top edge of the page, centred, in as many lines as its text needs.</summary>
internal sealed class BannerLayout
{
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly PageShape _shape;

    public BannerLayout(string text, PageShape shape)
    {
        _shape = shape;
        _lines = LineBreaker.Lines(text, Style, shape.TextWidth - Spacing.Gutter);
    }

    public int Height => Spacing.BannerHeight + ((_lines.Count - 1) * Style.Leading);

    private static TextStyle Style => Typography.Banner;

    public IEnumerable<Mark> Marks()
    {
        int top = Spacing.PageEdge + ((Height - (_lines.Count * Style.Leading)) / 2) + Style.Baseline;
        return
        [
            new BoxMark(Spacing.Left, Spacing.PageEdge, _shape.TextWidth, Height, Ink.Shade, Ink.StrongRule, Spacing.MediumLine),
            .. _lines.SelectMany((line, i) => line.Marks((_shape.Width - line.Width) / 2, top + (i * Style.Leading))),
        ];
    }
}
