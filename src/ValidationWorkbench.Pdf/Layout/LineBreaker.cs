namespace ValidationWorkbench.Pdf.Layout;

/// <summary>
/// Breaks text into lines, ragged right and without hyphens. Of all ways that need the fewest lines it takes the one whose lines are most alike: with the
/// least sum of squared room at their ends. Lines end at spaces; a word is broken only when it is wider than a whole line: after a separator where there is
/// one, otherwise (a hash) into pieces of equal length.
/// </summary>
internal sealed class LineBreaker
{
    private const int ZeroWidthSpace = 0x200B;

    // A last line below this part of the width looks lost: what it falls short counts as well.
    private const int LeastLast = 6;

    private readonly MeasuredText _text;
    private readonly int _width;
    private readonly List<TextLine> _lines = [];

    private LineBreaker(MeasuredText text, int width)
    {
        _text = text;
        _width = width;
    }

    public static IReadOnlyList<TextLine> Lines(IEnumerable<StyledText> texts, int width) => new LineBreaker(new MeasuredText(texts), width).Run();

    public static IReadOnlyList<TextLine> Lines(string text, TextStyle style, int width) => Lines([new StyledText(text, style)], width);

    private List<TextLine> Run()
    {
        int start = 0;
        for (int end = 0; end <= _text.Length; end++)
        {
            if (end == _text.Length || _text[end] == '\n')
            {
                Set(start, end);
                start = end + 1;
            }
        }

        return _lines;
    }

    /// <summary>Sets a stretch without line feeds. A line may end before and after a word that is wider than a line, and within it.</summary>
    private void Set(int start, int end)
    {
        bool goesOn = end < _text.Length;
        List<(int Start, int End)> words = [];
        foreach ((int from, int to) in Words(start, end))
        {
            bool wide = _text.Width(from, to) > _width;
            if (wide && words.Count > 0)
            {
                Fill(words, goesOn: true);
                words.Clear();
            }

            words.Add((wide ? Broken(from, to) : from, to));
        }

        if (words.Count == 0)
        {
            _lines.Add(_text.Line(start, start) with { EndsWord = goesOn });
            return;
        }

        Fill(words, goesOn);
    }

    private IEnumerable<(int Start, int End)> Words(int start, int end)
    {
        for (int position = start; position < end; position++)
        {
            int from = position;
            while (position < end && !IsSpace(position))
            {
                position++;
            }

            if (position > from)
            {
                yield return (from, position);
            }
        }
    }

    private bool IsSpace(int position) => _text[position] is ' ' or ZeroWidthSpace;

    private void Fill(List<(int Start, int End)> words, bool goesOn)
    {
        int[] next = Breaks(words);
        for (int first = 0; first < words.Count; first = next[first])
        {
            bool last = next[first] == words.Count;
            _lines.Add(_text.Line(words[first].Start, words[next[first] - 1].End) with { EndsWord = !last || goesOn });
        }
    }

    // Worked out from the end: for each word that might begin a line, the best word to begin the next one.
    private int[] Breaks(List<(int Start, int End)> words)
    {
        int[] next = new int[words.Count];
        (int Lines, long Cost)[] best = new (int Lines, long Cost)[words.Count + 1];
        for (int first = words.Count - 1; first >= 0; first--)
        {
            best[first] = (int.MaxValue, 0);
            for (int after = first + 1; after <= words.Count; after++)
            {
                int width = _text.Width(words[first].Start, words[after - 1].End);
                if (width > _width && after > first + 1)
                {
                    break;
                }

                (int Lines, long Cost) found = (best[after].Lines + 1, best[after].Cost + Cost(width, after == words.Count && first > 0));
                if (after == words.Count && first == 0)
                {
                    found = (1, 0);
                }

                if (found.CompareTo(best[first]) <= 0)
                {
                    best[first] = found;
                    next[first] = after;
                }
            }
        }

        return next;
    }

    private long Cost(int width, bool last)
    {
        long room = (last ? Math.Max(0, (_width / LeastLast) - width) : _width - width) / 100;
        return room * room;
    }

    private int Broken(int start, int end)
    {
        while (_text.Width(start, end) > _width && end - start > 1)
        {
            int cut = Cut(start, end);
            _lines.Add(_text.Line(start, cut));
            start = cut;
        }

        return start;
    }

    private int Cut(int start, int end)
    {
        int fitting = start + 1;
        while (fitting < end && _text.Width(start, fitting + 1) <= _width)
        {
            fitting++;
        }

        for (int cut = fitting; cut > start + 1; cut--)
        {
            if (_text[cut - 1] is '-' or '/' or '_' or '.' or ':' or '\\' or '?' or '&' or '=' or ',' or ';' or '+' or '@')
            {
                return cut;
            }
        }

        int lines = (end - start + fitting - start - 1) / (fitting - start);
        return Math.Min(fitting, start + ((end - start + lines - 1) / lines));
    }
}
