using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets the lines of a header or footer: the right side takes what it needs up to half of the width, the left side wraps in the rest.</summary>
internal sealed class StripLayout
{
    // Stands for any page number where heights are measured, so that the strip is as high on every page.
    private const int AnyPage = 888;

    private readonly PageStrip _strip;
    private readonly int _width;
    private readonly Dictionary<(string Text, int Width), IReadOnlyList<TextLine>> _same = [];

    public StripLayout(PageStrip strip, PageShape shape)
    {
        _strip = strip;
        _width = shape.TextWidth;
        Height = Math.Max(Left(AnyPage, AnyPage).Count, Right(AnyPage, AnyPage).Count) * Style.Leading;
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
        int right = Right(AnyPage, AnyPage).Select(line => line.Width).DefaultIfEmpty(-Spacing.Gutter).Max();
        return Lines(_strip.Left, page, pages, _width - right - Spacing.Gutter);
    }

    private List<TextLine> Right(int page, int pages) => Lines(_strip.Right, page, pages, (_width - Spacing.Gutter) / 2);

    private List<TextLine> Lines(IEnumerable<string> texts, int page, int pages, int width) => [.. texts.SelectMany(text => Lines(text, page, pages, width))];

    // A line that names no page is broken once.
    private IReadOnlyList<TextLine> Lines(string text, int page, int pages, int width)
    {
        if (Counts(text))
        {
            return LineBreaker.Lines(Filled(text, page, pages), Style, width);
        }

        return _same.TryGetValue((text, width), out IReadOnlyList<TextLine>? lines) ? lines : _same[(text, width)] = LineBreaker.Lines(text, Style, width);
    }

    private static bool Counts(string text) => text.Contains("{page", StringComparison.Ordinal);

    private static string Filled(string text, int page, int pages) => text
        .Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{pages}", pages.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
