using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>
/// Sets the lines of a header or footer: the right side takes what it needs up to half of the width, the left side wraps in the rest, and below the right side
/// in the whole width.
/// </summary>
internal sealed class StripLayout
{
    // Stands for any page number where the height is measured, so that the strip is as high in every document, however many pages it has.
    private const int AnyPage = 88_888;

    private const int BetweenSides = 12_000;

    private readonly PageStrip _strip;
    private readonly int _width;
    private readonly Dictionary<(string Text, int Width), IReadOnlyList<TextLine>> _same = [];

    public StripLayout(PageStrip strip, PageShape shape)
    {
        _strip = strip;
        _width = shape.TextWidth;
        Height = Math.Max(Left(AnyPage, AnyPage).Count, Widest(AnyPage).Count) * Style.Leading;
    }

    public int Height { get; }

    /// <summary>Whether it differs from page to page.</summary>
    public bool NamesPage => _strip.Left.Concat(_strip.Right).Any(Counts);

    private static TextStyle Style => Typography.Strip;

    /// <summary>The lines of one page with their top at y, left side first.</summary>
    public IEnumerable<Mark> Marks(int y, int page, int pages) =>
    [
        .. Left(page, pages).SelectMany((line, i) => line.Marks(Spacing.Left, y + (i * Style.Leading) + Style.Baseline)),
        .. Right(page, pages).SelectMany((line, i) => line.Marks(Spacing.Left + _width - line.Width, y + (i * Style.Leading) + Style.Baseline)),
    ];

    private List<TextLine> Left(int page, int pages)
    {
        List<TextLine> right = Widest(pages);
        int beside = _width - right.Select(line => line.Width).DefaultIfEmpty(-BetweenSides).Max() - BetweenSides;
        List<TextLine> lines = [];
        foreach (string text in _strip.Left)
        {
            lines.AddRange(Lines(text, page, pages, lines.Count < right.Count ? beside : _width));
        }

        return lines;
    }

    // The right side of the page with the longest number, so that the left one wraps alike on all pages: the digits are equally wide.
    private List<TextLine> Widest(int pages) => Right(pages, pages);

    private List<TextLine> Right(int page, int pages) => Lines(_strip.Right, page, pages, (_width - BetweenSides) / 2);

    private List<TextLine> Lines(IEnumerable<string> texts, int page, int pages, int width) =>
        [.. texts.SelectMany(text => Lines(text, page, pages, width))];

    // A line that names no page is broken once.
    private IReadOnlyList<TextLine> Lines(string text, int page, int pages, int width)
    {
        if (Counts(text))
        {
            return LineBreaker.Lines(Filled(text, page, pages), Style, width);
        }

        (string, int) key = (text, width);
        return _same.TryGetValue(key, out IReadOnlyList<TextLine>? lines) ? lines : _same[key] = LineBreaker.Lines(text, Style, width);
    }

    private static bool Counts(string text) => text.Contains("{page", StringComparison.Ordinal);

    private static string Filled(string text, int page, int pages) => text
        .Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{pages}", pages.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
