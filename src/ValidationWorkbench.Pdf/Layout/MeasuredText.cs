using System.Text;
using ValidationWorkbench.Pdf.Fonts;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Text as a row of characters with a style and a width each; widths are summed once, in millionths of a point, and rounded only at the end.</summary>
internal sealed class MeasuredText
{
    private readonly List<Rune> _characters = [];
    private readonly List<TextStyle> _styles = [];
    private readonly List<long> _ends = [0];

    public MeasuredText(IEnumerable<StyledText> texts)
    {
        foreach (StyledText text in texts)
        {
            foreach (Rune character in Normalised(text.Text).EnumerateRunes())
            {
                Add(character, text.Style);
            }
        }
    }

    public int Length => _characters.Count;

    public Rune this[int index] => _characters[index];

    public static int WidthOf(string text, TextStyle style)
    {
        MeasuredText measured = new([new StyledText(text, style)]);
        return measured.Width(0, measured.Length);
    }

    public int Width(int start, int end) => (int)((_ends[end] - _ends[start] + 500) / 1000);

    /// <summary>The characters from start to before end as a line.</summary>
    public TextLine Line(int start, int end)
    {
        List<TextFragment> fragments = [];
        for (int from = start; from < end;)
        {
            int to = from + 1;
            while (to < end && _styles[to] == _styles[from])
            {
                to++;
            }

            fragments.Add(new TextFragment(Width(start, from), Width(from, to), Text(from, to), _styles[from]));
            from = to;
        }

        return new TextLine(fragments, Width(start, end));
    }

    private void Add(Rune character, TextStyle style)
    {
        long advance = character.Value == '\n' ? 0 : Typeface.Font(style.Weight).Advance(Typeface.Glyph(style.Weight, style.Figures, character.Value));
        _characters.Add(character);
        _styles.Add(style);
        _ends.Add(_ends[^1] + (advance * style.Size) + (style.Tracking * 1000L));
    }

    private string Text(int start, int end) => string.Concat(_characters.GetRange(start, end - start));

    // A soft hyphen is invisible where no line ends, and no line ends at one here.
    private static string Normalised(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace('\t', ' ')
        .Replace("\u00AD", "", StringComparison.Ordinal);
}
