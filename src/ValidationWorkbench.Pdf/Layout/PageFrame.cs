using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>What surrounds the body of every page: watermark, banner, header and footer; and with it where the body begins and ends.</summary>
internal sealed class PageFrame
{
    private readonly PageShape _shape;
    private readonly bool _isMarked;
    private readonly BannerLayout? _banner;
    private readonly StripLayout _header;
    private readonly StripLayout _footer;
    private readonly int _headerTop;
    private readonly int _footerTop;

    public PageFrame(PdfDocument document, PageShape shape)
    {
        _shape = shape;
        _isMarked = document.Watermark is not null;
        _banner = document.Banner is null ? null : new BannerLayout(document.Banner, shape);
        _header = new StripLayout(document.Header, shape);
        _footer = new StripLayout(document.Footer, shape);
        _headerTop = Spacing.PageEdge + (_banner is null ? 0 : _banner.Height + Spacing.BannerGap);
        _footerTop = shape.Height - Spacing.PageEdge - _footer.Height;
        BodyTop = _headerTop + _header.Height + Spacing.StripGap + Spacing.BodyGap;
        BodyBottom = _footerTop - Spacing.StripGap - Spacing.BodyGap;
    }

    public int BodyTop { get; }

    public int BodyBottom { get; }

    public int BodyHeight => BodyBottom - BodyTop;

    /// <summary>Whether what is drawn before the body differs from page to page.</summary>
    public bool HeaderNamesPage => _header.NamesPage;

    /// <summary>What is drawn before the body of a page: watermark, banner and header.</summary>
    public IEnumerable<Mark> Before(int page, int pages) =>
        [.. Behind().OwnedBy(Artifact.Watermark), .. (_banner?.Marks() ?? []).Concat(Header(page, pages)).OwnedBy(Artifact.Header)];

    /// <summary>What is drawn after the body of a page: the footer.</summary>
    public IEnumerable<Mark> After(int page, int pages) =>
        _footer.Height == 0 ? [] : new[] { Rule(_footerTop - Spacing.StripGap) }.Concat(_footer.Marks(_footerTop, page, pages)).OwnedBy(Artifact.Footer);

    private IEnumerable<Mark> Behind() =>
        _isMarked ? [new WatermarkMark(_shape.Width / 2, _shape.Height / 2)] : [];

    private IEnumerable<Mark> Header(int page, int pages) =>
        _header.Height == 0 ? [] : [.. _header.Marks(_headerTop, page, pages), Rule(_headerTop + _header.Height + Spacing.StripGap)];

    private LineMark Rule(int y) => new(Spacing.Left, y, _shape.TextWidth, 0, Spacing.HairLine, Ink.Leader);
}
