using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets counts as a grid of shaded cells between the titles of its rows and columns; the sum of each row stands at its end.</summary>
internal sealed class MatrixChartLayout
{
    private const int LabelWidth = 110_000;
    private const int SumWidth = 40_000;
    private const int WidestCell = 72_000;
    private const int CellHeight = 27_000;
    private const int Gap = 1_500;
    private const int Inset = 6_000;
    private const int BelowHead = 4_000;

    // From here on white figures are easier to read than dark ones.
    private const int DarkFrom = 500;

    private readonly MatrixChart _chart;
    private readonly int _cell;
    private readonly IReadOnlyList<TextLine>[] _columns;
    private readonly IReadOnlyList<TextLine> _rowTitle;
    private readonly int _head;

    public MatrixChartLayout(MatrixChart chart)
    {
        _chart = chart;
        _cell = Math.Min(WidestCell, (Spacing.TextWidth - LabelWidth - SumWidth) / chart.Columns.Count);
        _columns = [.. chart.Columns.Select(column => LineBreaker.Lines(column, Text, _cell - (2 * Gap)))];
        _rowTitle = LineBreaker.Lines(chart.RowTitle, Title, LabelWidth - Inset);
        _head = Title.Leading + (Math.Max(_rowTitle.Count, _columns.Max(lines => lines.Count)) * Text.Leading) + BelowHead;
    }

    private static TextStyle Text => Typography.ChartText;

    private static TextStyle Title => Typography.ChartTitle;

    private static TextStyle Count => Typography.TableText.Bold;

    public Piece Piece()
    {
        List<Mark> marks = [.. Head()];
        int y = _head;
        for (int row = 0; row < _chart.Rows.Count; row++)
        {
            int height = Math.Max(CellHeight, Label(row).Count * Text.Leading);
            marks.AddRange(Row(row, y, height));
            y += height;
        }

        const string Note = "Each cell: count, and its share of the row. Framed: row and column agree.";
        IReadOnlyList<TextLine> note = LineBreaker.Lines(Note, Typography.Strip, Spacing.TextWidth);
        marks.AddRange(Lettering.Block(note, Typography.Strip, 0, y + 5_000, Spacing.TextWidth, Alignment.Left));
        return new Piece(y + 5_000 + (note.Count * Typography.Strip.Leading), marks) { Before = Spacing.Item, After = Spacing.Block };
    }

    private int Column(int index) => LabelWidth + (index * _cell);

    private IReadOnlyList<TextLine> Label(int row) => LineBreaker.Lines(_chart.Rows[row], Text, LabelWidth - Inset);

    private IEnumerable<Mark> Head()
    {
        int bottom = _head - BelowHead;
        IEnumerable<Mark> columns = _columns.SelectMany((lines, i) =>
            Lettering.Block(lines, Text, Column(i) + Gap, bottom - (lines.Count * Text.Leading), _cell - (2 * Gap), Alignment.Centre));
        int sums = Column(_columns.Length);
        return
        [
            Lettering.At(LabelWidth, Title.Baseline, _chart.ColumnTitle, Title),
            .. Lettering.Block(_rowTitle, Title, 0, bottom - (_rowTitle.Count * Title.Leading), LabelWidth - Inset, Alignment.Left),
            .. columns,
            Lettering.At(sums + SumWidth - Inset, bottom - Title.Leading + Title.Baseline, "all", Title, Alignment.Right),
        ];
    }

    private IEnumerable<Mark> Row(int row, int y, int height)
    {
        IReadOnlyList<TextLine> label = Label(row);
        long sum = _chart.Counts[row].Sum(count => (long)count);
        string all = sum.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. Lettering.Block(label, Text, 0, y + ((height - (label.Count * Text.Leading)) / 2), LabelWidth - Inset, Alignment.Left),
            .. Enumerable.Range(0, _columns.Length).SelectMany(column => Cell(row, column, sum, y, height)),
            Lettering.Beside(Column(_columns.Length) + SumWidth - Inset, y + (height / 2), all, Text, Alignment.Right),
        ];
    }

    private IEnumerable<Mark> Cell(int row, int column, long sum, int y, int height)
    {
        int count = _chart.Counts[row][column];
        int share = sum == 0 ? 0 : (int)(count * 1000L / sum);
        bool agrees = _chart.Rows[row] == _chart.Columns[column];
        Ink ink = share >= DarkFrom ? Ink.Paper : count == 0 ? Ink.Muted : Ink.Text;
        int middle = Column(column) + (_cell / 2);
        (int width, int high) = (_cell - Gap, height - Gap);
        yield return new BoxMark(Column(column) + (Gap / 2), y + (Gap / 2), width, high, count == 0 ? Ink.Panel : Ink.Tint(120 + (share * 88 / 100)),
            agrees ? Ink.Text : null, agrees ? 1_400 : 0);
        if (count == 0)
        {
            yield return Lettering.Beside(middle, y + (height / 2), "0", Text with { Ink = ink }, Alignment.Centre);
            yield break;
        }

        yield return Lettering.Beside(middle, y + (height / 2) - 5_000, count.ToString(CultureInfo.InvariantCulture), Count with { Ink = ink }, Alignment.Centre);
        yield return Lettering.Beside(middle, y + (height / 2) + 5_500, Percent(count, sum), Text with { Ink = ink }, Alignment.Centre);
    }

    private static string Percent(int count, long sum) =>
        (100m * count / sum).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
