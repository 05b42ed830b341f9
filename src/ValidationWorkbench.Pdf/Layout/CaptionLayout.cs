using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets the caption above a table or a figure.</summary>
internal static class CaptionLayout
{
    private const int Below = 3_500;

    public static Piece Piece(string text, TextStyle style, int width, Element element)
    {
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(text, style, width);
        IEnumerable<Mark> marks = lines.SelectMany((line, i) => line.Marks(0, (i * style.Leading) + style.Baseline));
        return new Piece((lines.Count * style.Leading) + Below, [.. marks.Tagged(element)]);
    }
}
