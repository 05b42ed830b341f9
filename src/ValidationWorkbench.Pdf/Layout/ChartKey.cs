namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Explains the marks of a chart: samples with their names beside them, in as many rows as they need.</summary>
internal sealed class ChartKey
{
    public const int SampleWidth = 18_000;

    private const int AfterSample = 5_000;
    private const int AfterName = 16_000;
    private const int RowHeight = 12_500;

    private readonly int _width;
    private readonly List<Mark> _marks = [];
    private int _x;
    private int _y;

    /// <param name="width">How wide a row may be.</param>
    public ChartKey(int width) => _width = width;

    public int Height => _marks.Count == 0 ? 0 : _y + RowHeight;

    private static TextStyle Style => Typography.ChartText;

    /// <param name="name">What the sample stands for.</param>
    /// <param name="sample">Marks from 0 to <see cref="SampleWidth"/>, around the height 0.</param>
    public void Add(string name, IEnumerable<Mark> sample)
    {
        int room = _width - SampleWidth - AfterSample;
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(name, Style, room);
        int needed = SampleWidth + AfterSample + lines.Max(line => line.Width);
        if (_x > 0 && _x + needed > _width)
        {
            _x = 0;
            _y += RowHeight;
        }

        int middle = _y + (RowHeight / 2);
        _marks.AddRange(sample.Select(mark => mark.Moved(_x, middle)));
        _marks.AddRange(Lettering.Block(lines, Style, _x + SampleWidth + AfterSample, middle - (Style.Leading / 2), room, Alignment.Left));
        _y += (lines.Count - 1) * Style.Leading;
        _x += lines.Count > 1 ? _width : needed + AfterName;
    }

    public IEnumerable<Mark> Marks(int x, int y) => _marks.Select(mark => mark.Moved(x, y));
}
