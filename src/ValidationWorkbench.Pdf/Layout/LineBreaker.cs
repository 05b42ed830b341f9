namespace ValidationWorkbench.Pdf.Layout;

/// <summary>
/// Breaks text into lines, greedily and ragged right. Lines end at spaces; a word is broken only when it is wider than a whole line: after a separator where
/// there is one, otherwise (a hash) into pieces of equal length.
/// </summary>
internal sealed class LineBreaker
{
    private const int ZeroWidthSpace = 0x200B;

    private readonly MeasuredText _text;
    private readonly int _width;
    private readonly List<TextLine> _lines = [];
    private int _start;
    private int _end;

    private LineBreaker(MeasuredText text, int width)
    {
        _text = text;
        _width = width;
    }

    public static IReadOnlyList<TextLine> Lines(IEnumerable<StyledText> texts, int width) => new LineBreaker(new MeasuredText(texts), width).Run();

    public static IReadOnlyList<TextLine> Lines(string text, TextStyle style, int width) => Lines([new StyledText(text, style)], width);

    private List<TextLine> Run()
    {
        int position = 0;
        while (position < _text.Length)
        {
            position = _text[position].Value switch
            {
                '\n' => NewLine(position),
                ' ' or ZeroWidthSpace => position + 1,
                _ => Word(position),
            };
        }

        Flush(_text.Length);
        return _lines;
    }

    private int NewLine(int position)
    {
        Flush(position + 1);
        return position + 1;
    }

    private int Word(int start)
    {
        int end = start;
        while (end < _text.Length && _text[end].Value is not (' ' or '\n' or ZeroWidthSpace))
        {
            end++;
        }

        bool first = _end <= _start;
        if (!first && _text.Width(_start, end) > _width)
        {
            Flush(start);
            first = true;
        }

        _start = first ? Broken(start, end) : _start;
        _end = end;
        return end;
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
            if (_text[cut - 1].Value is '-' or '/' or '_' or '.' or ':' or '\\' or '?' or '&' or '=' or ',' or ';' or '+' or '@')
            {
                return cut;
            }
        }

        int lines = (end - start + fitting - start - 1) / (fitting - start);
        return Math.Min(fitting, start + ((end - start + lines - 1) / lines));
    }

    private void Flush(int next)
    {
        _lines.Add(_text.Line(_start, Math.Max(_start, _end)) with { EndsWord = next < _text.Length });
        _start = next;
        _end = next;
    }
}
