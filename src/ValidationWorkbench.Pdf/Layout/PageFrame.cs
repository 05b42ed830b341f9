namespace ValidationWorkbench.Pdf.Layout;

/// <summary>What surrounds the body of every page: watermark, banner, header and footer; and with it where the body begins and ends.</summary>
internal sealed class PageFrame
{
    private readonly string? _watermark;
    private readonly BannerLayout? _banner;
    private readonly StripLayout _header;
    private readonly StripLayout _footer;
    private readonly int _headerTop;
    private readonly int _footerTop;

    public PageFrame(PdfDocument document)
    {
        _watermark = document.Watermark;
        _banner = document.Banner is null ? null : new BannerLayout(document.Banner);
        _header = new StripLayout(document.Header);
        _footer = new StripLayout(document.Footer);
        _headerTop = Spacing.PageEdge + (_banner is null ? 0 : _banner.Height + Spacing.BannerGap);
        _footerTop = Spacing.PageHeight - Spacing.PageEdge - _footer.Height;
        BodyTop = _headerTop + _header.Height + Spacing.StripGap + Spacing.BodyGap;
        BodyBottom = _footerTop - Spacing.StripGap - Spacing.BodyGap;
    }

    public int BodyTop { get; }

    public int BodyBottom { get; }

    /// <summary>The marks that lie behind the body of a page.</summary>
    public IEnumerable<Mark> Behind() => _watermark is null ? [] : [new WatermarkMark(Spacing.PageWidth / 2, Spacing.PageHeight / 2, _watermark, Typography.Watermark)];

    public IEnumerable<Mark> Above(int page, int pages) => [.. _banner?.Marks() ?? [], .. Header(page, pages)];

    public IEnumerable<Mark> Below(int page, int pages) =>
        _footer.Height == 0 ? [] : [Rule(_footerTop - Spacing.StripGap), .. _footer.Marks(_footerTop, page, pages)];

    private IEnumerable<Mark> Header(int page, int pages) =>
        _header.Height == 0 ? [] : [.. _header.Marks(_headerTop, page, pages), Rule(_headerTop + _header.Height + Spacing.StripGap)];

    private static LineMark Rule(int y) => new(Spacing.Left, y, Spacing.TextWidth, 0, Spacing.HairLine, Ink.Leader);
}
