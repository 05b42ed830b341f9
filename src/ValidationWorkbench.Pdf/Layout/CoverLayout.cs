using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets the title page: a bar and the title in the upper third, the identifying facts at the foot of the page.</summary>
internal static class CoverLayout
{
    private const int AboveTitle = 96_000;
    private const int BelowSubtitle = 40_000;
    private const int BarWidth = 54_000;
    private const int BarHeight = 4_500;

    public static List<Piece> Pieces(Cover cover, int bodyHeight)
    {
        Element part = new(ElementType.Part);
        List<Piece> title =
        [
            new Piece(AboveTitle, [new BoxMark(0, AboveTitle - 24_000 - BarHeight, BarWidth, BarHeight, Ink.Accent)]),
            .. Lines(cover.Title, Typography.CoverTitle, part),
            new Piece(10_000, []),
            .. Lines(cover.Subtitle, Typography.CoverSubtitle, part),
        ];
        List<Piece> rows = [.. KeyValuesLayout.Pieces(cover.Rows, bodyHeight, part)];
        int rest = bodyHeight - title.Sum(piece => piece.Height) - rows.Sum(piece => piece.Height) - Spacing.Block;
        return [.. title, new Piece(Math.Max(rest, BelowSubtitle), []), .. rows];
    }

    private static IEnumerable<Piece> Lines(string text, TextStyle style, Element part)
    {
        if (text.Length == 0)
        {
            return [];
        }

        Element paragraph = new(ElementType.P, part);
        return LineBreaker.Lines(text, style, Spacing.TextWidth).Select(line => new Piece(style.Leading, [.. line.Marks(0, style.Baseline).Tagged(paragraph)]));
    }
}
