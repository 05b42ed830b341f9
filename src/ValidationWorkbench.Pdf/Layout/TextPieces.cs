using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets running text line by line, so that it can go on on the next page; no first or last line stands alone.</summary>
internal static class TextPieces
{
    public static IEnumerable<Piece> Of(IEnumerable<StyledText> texts, int after, Element element, int indent = 0)
    {
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(texts, Spacing.TextWidth - indent);
        TextStyle style = Typography.Body;
        for (int i = 0; i < lines.Count; i++)
        {
            bool last = i == lines.Count - 1;
            yield return new Piece(style.Leading, [.. lines[i].Marks(indent, style.Baseline).Tagged(element)])
            {
                After = last ? after : 0,
                KeepWithNext = !last && (i == 0 || i == lines.Count - 2),
            };
        }
    }

    public static IEnumerable<StyledText> Styled(IEnumerable<Run> runs) => runs.Select(run => new StyledText(run.Text, Style(run), Link(run)));

    private static TextStyle Style(Run run)
    {
        TextStyle style = run.Code ? Typography.BodyCode : Typography.Body;
        bool leads = run.Address is not null || run.Target is not null;
        Ink ink = (run.Tone, leads) switch
        {
            (Tone.Muted, _) => Ink.Muted,
            (Tone.Accent, _) or (_, true) => Ink.Accent,
            _ => style.Ink,
        };
        return (run.Bold ? style.Bold : style) with { Slanted = run.Italic, Ink = ink };
    }

    private static TextLink? Link(Run run) => run switch
    {
        { Address: { } address } => new TextLink(new AddressTarget(address), address),
        { Target: { } id } => new TextLink(new NamedTarget(id), run.Text),
        _ => null,
    };
}
