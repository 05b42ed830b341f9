using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets text line by line on a panel that goes on over pages; neither its first nor its last line stands alone.</summary>
internal static class VerbatimLayout
{
    private const int Inset = 9_000;
    private const int Padding = 5_000;

    public static IEnumerable<Piece> Pieces(Verbatim text)
    {
        TextStyle style = Typography.Verbatim;
        Element paragraph = new(ElementType.P);
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(text.Text, style, Spacing.TextWidth - (2 * Inset));
        for (int i = 0; i < lines.Count; i++)
        {
            (int above, int below) = (i == 0 ? Padding : 0, i == lines.Count - 1 ? Padding : 0);
            int height = above + style.Leading + below;
            BoxMark panel = new(0, 0, Spacing.TextWidth, height, Ink.Panel);
            yield return new Piece(height, [panel, .. lines[i].Marks(Inset, above + style.Baseline).Tagged(paragraph)])
            {
                Before = i == 0 ? Spacing.Paragraph : 0,
                After = i == lines.Count - 1 ? Spacing.Block : 0,
                KeepWithNext = below == 0 && (i == 0 || i == lines.Count - 2),
            };
        }
    }
}
