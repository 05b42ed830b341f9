using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets a remark in a frame. A warning has a heavier frame and a black bar, so that it stands out in greyscale too.</summary>
internal sealed class CalloutLayout
{
    private const int Inset = 14_000;
    private const int Padding = 9_000;
    private const int Bar = 3_500;

    private readonly Callout _callout;
    private readonly int _highest;

    public CalloutLayout(Callout callout, int highest)
    {
        _callout = callout;
        _highest = highest;
    }

    private bool Warns => _callout.Kind == CalloutKind.Warning;

    public IEnumerable<Piece> Pieces()
    {
        Element note = new(ElementType.Note);
        CalloutLine[] lines = [.. Lines(_callout.Title, Typography.CalloutTitle, note), .. Lines(_callout.Text, Typography.CalloutText, note)];
        int fitting = (_highest - (2 * Padding)) / Typography.CalloutTitle.Leading;
        for (int from = 0, count; from < lines.Length; from += count)
        {
            // The last line does not go on alone.
            count = Math.Min(fitting, lines.Length - from);
            count -= lines.Length - from - count == 1 && count > 2 ? 1 : 0;
            yield return Panel(lines[from..(from + count)]);
        }
    }

    private static IEnumerable<CalloutLine> Lines(string text, TextStyle style, Element note)
    {
        if (text.Length == 0)
        {
            return [];
        }

        Element paragraph = new(ElementType.P, note);
        return LineBreaker.Lines(text, style, Spacing.TextWidth - (2 * Inset)).Select(line => new CalloutLine(line, style, paragraph));
    }

    private Piece Panel(CalloutLine[] lines)
    {
        int height = lines.Sum(line => line.Style.Leading) + (2 * Padding);
        List<Mark> marks =
        [
            new BoxMark(0, 0, Spacing.TextWidth, height, Ink.Panel, Warns ? Ink.StrongRule : Ink.Rule, Warns ? Spacing.MediumLine : Spacing.HairLine),
            new BoxMark(0, 0, Bar, height, Warns ? Ink.Text : Ink.Accent),
        ];
        int y = Padding;
        foreach ((TextLine line, TextStyle style, Element paragraph) in lines)
        {
            marks.AddRange(line.Marks(Inset, y + style.Baseline).Tagged(paragraph));
            y += style.Leading;
        }

        return new Piece(height, marks) { Before = Spacing.Block, After = Spacing.Block };
    }

    private readonly record struct CalloutLine(TextLine Line, TextStyle Style, Element Paragraph);
}
