namespace ValidationWorkbench.Pdf.Layout;

/// <summary>One set line: fragments from left to right, and how wide they are together.</summary>
internal sealed record TextLine(IReadOnlyList<TextFragment> Fragments, int Width)
{
    private const int Underline = 1_700;
    private const int ChipSide = 1_500;
    private const int ChipAbove = 2_800;
    private const int ChipBelow = 2_500;

    /// <summary>Whether the text goes on in the next line with another word, not with the rest of a word that was divided.</summary>
    public bool EndsWord { get; init; }

    /// <summary>How far it begins after the left edge of a column.</summary>
    public int Before(int columnWidth, Alignment alignment) => alignment switch
    {
        Alignment.Right => columnWidth - Width,
        Alignment.Centre => (columnWidth - Width) / 2,
        _ => 0,
    };

    /// <summary>The marks of this line with its left end at x and its baseline at y.</summary>
    public IEnumerable<Mark> Marks(int x, int y)
    {
        for (int i = 0; i < Fragments.Count; i++)
        {
            TextFragment fragment = Fragments[i];
            if (fragment.Style.Chip)
            {
                yield return Chip(fragment, x, y);
            }

            yield return Text(i, x, y);
            if (fragment.Link is { } link)
            {
                yield return new LineMark(x + fragment.X, y + Underline, fragment.Width, 0, Spacing.HairLine, fragment.Style.Ink);
                yield return new LinkMark(x + fragment.X, y - fragment.Style.Baseline, fragment.Width, fragment.Style.Leading, link.Target, link.Description) { Link = link };
            }
        }
    }

    private TextMark Text(int index, int x, int y) =>
        new(x + Fragments[index].X, y, Fragments[index].Text, Fragments[index].Style) { EndsWord = EndsWord && index == Fragments.Count - 1, Link = Fragments[index].Link };

    private static BoxMark Chip(TextFragment fragment, int x, int y)
    {
        int height = fragment.Style.CapHeight + ChipAbove + ChipBelow;
        return new(x + fragment.X - ChipSide, y + ChipBelow - height, fragment.Width + (2 * ChipSide), height, Ink.Chip);
    }
}

/// <summary>A stretch of one appearance within a line, X from the start of the line.</summary>
internal sealed record TextFragment(int X, int Width, string Text, TextStyle Style)
{
    public TextLink? Link { get; init; }
}
