namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Labels along the top of a plane, each over its place and none over another: where one finds no room, it moves to a row of its own below.</summary>
internal sealed class LabelRows
{
    private const int Gap = 5_000;

    private readonly List<(int X, int Left, int Row, string Text)> _labels = [];
    private readonly List<List<(int Left, int Right)>> _rows = [];

    /// <param name="labels">The places and what stands there.</param>
    /// <param name="left">Left end of the plane.</param>
    /// <param name="right">Right end of the plane.</param>
    public LabelRows(IEnumerable<(int X, string Text)> labels, int left, int right)
    {
        foreach ((int x, string text) in labels.OrderBy(label => label.X))
        {
            int width = MeasuredText.WidthOf(text, Style);
            int start = Math.Max(left, Math.Min(x - (width / 2), right - width));
            _labels.Add((x, start, Row(start, start + width), text));
        }
    }

    public int Height => _rows.Count * Style.Leading;

    private static TextStyle Style => Typography.ChartText;

    /// <summary>The labels with their block's top at y.</summary>
    public IEnumerable<Mark> Marks(int y) => _labels.Select(label => new TextMark(label.Left, y + (label.Row * Style.Leading) + Style.Baseline, label.Text, Style));

    private int Row(int left, int right)
    {
        int row = _rows.FindIndex(taken => taken.All(other => right + Gap <= other.Left || other.Right + Gap <= left));
        if (row < 0)
        {
            row = _rows.Count;
            _rows.Add([]);
        }

        _rows[row].Add((left, right));
        return row;
    }
}
