namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Places single words and numbers in a drawing.</summary>
internal static class Lettering
{
    /// <summary>A text on one line that begins, is centred or ends at x, with its baseline at y.</summary>
    public static TextMark At(int x, int y, string text, TextStyle style, Alignment alignment = Alignment.Left) => new(x - Before(text, style, alignment), y, text, style);

    /// <summary>A text on one line beside a level line: the middle of its capitals at y.</summary>
    public static TextMark Beside(int x, int y, string text, TextStyle style, Alignment alignment = Alignment.Left) =>
        At(x, y + (style.CapHeight / 2), text, style, alignment);

    /// <summary>A text broken to a width, its lines aligned within it and their block's top at y.</summary>
    public static IEnumerable<Mark> Block(IReadOnlyList<TextLine> lines, TextStyle style, int x, int y, int width, Alignment alignment) =>
        lines.SelectMany((line, i) => line.Marks(x + line.Before(width, alignment), y + (i * style.Leading) + style.Baseline));

    private static int Before(string text, TextStyle style, Alignment alignment) => alignment switch
    {
        Alignment.Right => MeasuredText.WidthOf(text, style),
        Alignment.Centre => MeasuredText.WidthOf(text, style) / 2,
        _ => 0,
    };
}
