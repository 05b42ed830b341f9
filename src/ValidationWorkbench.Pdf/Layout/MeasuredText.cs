using System.Text;
using ValidationWorkbench.Pdf.Fonts;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Text as a row of characters with a style and a width each; widths are summed once, in millionths of a point, and rounded only at the end.</summary>
internal sealed class MeasuredText
{
    private readonly List<Rune> _characters = [];
    private readonly List<StyledText> _sources = [];
    private readonly List<long> _ends = [0];
    private readonly List<long> _kerns = [];

    public MeasuredText(IEnumerable<StyledText> texts)
    {
        foreach (StyledText text in texts)
        {
            string normalised = Normalised(text.Text);
            int length = _characters.Count + normalised.Length;
            _characters.EnsureCapacity(length);
            _sources.EnsureCapacity(length);
            _kerns.EnsureCapacity(length);
            _ends.EnsureCapacity(length + 1);
            foreach (Rune character in normalised.EnumerateRunes())
            {
                Add(character, text);
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

    public int Width(int start, int end) => end <= start ? 0 : (int)((_ends[end] - _ends[start] - _kerns[start] + 500) / 1000);

    /// <summary>The characters from start to before end as a line.</summary>
    public TextLine Line(int start, int end)
    {
        List<TextFragment> fragments = [];
        for (int from = start; from < end;)
        {
            int to = from + 1;
            while (to < end && IsAlike(to, from))
            {
                to++;
            }

            fragments.Add(new TextFragment(Width(start, from), Width(from, to), Text(from, to), _sources[from].Style) { Link = _sources[from].Link });
            from = to;
        }

        return new TextLine(fragments, Width(start, end));
    }

    private bool IsAlike(int index, int other) => ReferenceEquals(_sources[index], _sources[other])
        || (_sources[index].Style == _sources[other].Style && _sources[index].Link == _sources[other].Link);

    private void Add(Rune character, StyledText source)
    {
        TextStyle style = source.Style;
        _sources.Add(source);
        bool joins = _characters.Count > 0 && IsAlike(_sources.Count - 2, _sources.Count - 1) && character.Value != '\n' && _characters[^1].Value != '\n';
        long kern = joins ? (long)Typeface.Kern(style.Weight, style.Figures, _characters[^1].Value, character.Value) * style.Size : 0;
        long advance = character.Value == '\n' ? 0 : Typeface.Font(style.Weight).Advance(Typeface.Glyph(style.Weight, style.Figures, character.Value));
        _characters.Add(character);
        _kerns.Add(kern);
        _ends.Add(_ends[^1] + kern + (advance * style.Size) + (style.Tracking * 1000L));
    }

    private string Text(int start, int end) => string.Concat(_characters.GetRange(start, end - start));

    // A soft hyphen is invisible where no line ends, and no line ends at one here.
    private static string Normalised(string text) => Composition.Of(text)
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace('\t', ' ')
        .Replace("\u00AD", "", StringComparison.Ordinal);
}
