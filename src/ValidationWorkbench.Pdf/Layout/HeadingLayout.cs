using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets a heading: the number, and the title hanging beside it.</summary>
internal static class HeadingLayout
{
    public static Piece Piece(Heading heading, int index)
    {
        TextStyle style = Typography.Heading(heading.Level);
        NumberedTitle parts = NumberedTitle.Parse(heading.Text);
        int indent = parts.Number.Length == 0 ? 0 : MeasuredText.WidthOf(parts.Number, style) + (style.Size * 6 / 10);
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(parts.Title, style, Spacing.TextWidth - indent);
        return new Piece(
            lines.Count * style.Leading,
            [
                .. lines.SelectMany((line, i) => line.Marks(indent, (i * style.Leading) + style.Baseline))
                    .Prepend(new TextMark(0, style.Baseline, parts.Label, style))
                    .Tagged(Element.Heading(heading.Level)),
            ])
        {
            Before = Spacing.BeforeHeading(heading.Level),
            After = Spacing.AfterHeading(heading.Level),
            KeepWithNext = true,
            Heading = index,
        };
    }
}
