using System.Text;
using ValidationWorkbench.Pdf.Fonts;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Text as a row of characters with a style and a width each; widths are summed once, in millionths of a point, and rounded only at the end.</summary>
internal sealed class MeasuredText
{
    private readonly List<Stretch> _stretches = [];
    private readonly int[] _characters;

    // Where each character begins and where it ends, the first one moved towards the character before it.
    private readonly long[] _starts;
    private readonly long[] _ends;

    public MeasuredText(IEnumerable<StyledText> texts)
    {
        foreach (StyledText text in texts)
        {
            Add(text with { Text = Normalised(text.Text) });
        }

        int most = _stretches.Sum(stretch => stretch.Text.Length);
        _characters = new int[most];
        _starts = new long[most];
        _ends = new long[most];
        long end = 0;
        for (int i = 0; i < _stretches.Count; i++)
        {
            end = Measure(i, end);
        }
    }

    public int Length { get; private set; }

    public int this[int index] => _characters[index];

    public static int WidthOf(string text, TextStyle style) => WidthOf(Normalised(text).AsSpan(), style);

    /// <summary>The width of a text that is normalised already.</summary>
    public static int WidthOf(ReadOnlySpan<char> text, TextStyle style)
    {
        (long width, int previous) = (0, '\n');
        foreach (Rune character in text.EnumerateRunes())
        {
            width += Kern(style, previous, character.Value) + Advance(style, character.Value);
            previous = character.Value;
        }

        return Rounded(width);
    }

    /// <summary>
    /// The text as it is set: letters joined with their marks, every line feed the same. A soft hyphen is invisible where no line ends, and no line ends
    /// at one here.
    /// </summary>
    public static string Normalised(string text) => Composition.Of(text)
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace('\t', ' ')
        .Replace("\u00AD", "", StringComparison.Ordinal);

    public int Width(int start, int end) => end <= start ? 0 : Rounded(_ends[end - 1] - _starts[start]);

    /// <summary>The characters from start to before end as a line.</summary>
    public TextLine Line(int start, int end)
    {
        List<TextFragment> fragments = [];
        foreach (Stretch stretch in _stretches)
        {
            (int from, int to) = (Math.Max(start, stretch.Start), Math.Min(end, stretch.Start + stretch.Length));
            if (from < to)
            {
                StyledText source = stretch.Source;
                fragments.Add(new TextFragment(Width(start, from), Width(from, to), stretch.Part(from, to), source.Style) { Link = source.Link });
            }
        }

        return new TextLine(fragments, Width(start, end));
    }

    // Texts that look alike are one stretch.
    private void Add(StyledText text)
    {
        if (_stretches.Count > 0 && _stretches[^1].Source is { } last && last.Style == text.Style && last.Link == text.Link)
        {
            _stretches[^1].Text += text.Text;
        }
        else if (text.Text.Length > 0)
        {
            _stretches.Add(new Stretch(text));
        }
    }

    private long Measure(int index, long end)
    {
        Stretch stretch = _stretches[index];
        stretch.Start = Length;
        int previous = '\n';
        foreach (Rune character in stretch.Text.EnumerateRunes())
        {
            end += Kern(stretch.Source.Style, previous, character.Value);
            _characters[Length] = character.Value;
            _starts[Length] = end;
            end += Advance(stretch.Source.Style, character.Value);
            _ends[Length] = end;
            previous = character.Value;
            Length++;
        }

        stretch.Length = Length - stretch.Start;
        return end;
    }

    private static int Rounded(long width) => (int)((width + 500) / 1000);

    private static long Kern(TextStyle style, int left, int right) =>
        left == '\n' || right == '\n' ? 0 : (long)Typeface.Kern(style.Weight, style.Figures, left, right) * style.Size;

    private static long Advance(TextStyle style, int character)
    {
        long advance = character == '\n' ? 0 : Typeface.Font(style.Weight).Advance(Typeface.Glyph(style.Weight, style.Figures, character));
        return (advance * style.Size) + (style.Tracking * 1000L);
    }

    /// <summary>Text of one appearance, and where its characters stand in the row.</summary>
    private sealed class Stretch(StyledText source)
    {
        public StyledText Source => source;

        public string Text { get; set; } = source.Text;

        public int Start { get; set; }

        public int Length { get; set; }

        public string Part(int from, int to)
        {
            (int first, int last) = (Offset(from - Start), Offset(to - Start));
            return Text[first..last];
        }

        // Characters beyond the basic plane take two places in the text.
        private int Offset(int character)
        {
            if (Length == Text.Length)
            {
                return character;
            }

            int offset = 0;
            for (int i = 0; i < character; i++)
            {
                offset += char.IsHighSurrogate(Text[offset]) ? 2 : 1;
            }

            return offset;
        }
    }
}
