namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets intervals row by row: label, whiskers with a dot, the same numbers and the state in words at the right; limits are upright dashes.</summary>
internal sealed class IntervalChartLayout
{
    private const int LabelWidth = 136_000;
    private const int NumbersWidth = 112_000;
    private const int StateWidth = 70_000;
    private const int RowHeight = 19_000;
    private const int Gap = 10_000;

    private readonly IntervalChart _chart;
    private readonly ChartScale _scale;
    private readonly int _plotEnd;
    private readonly int _numbersEnd;

    public IntervalChartLayout(IntervalChart chart)
    {
        _chart = chart;
        _numbersEnd = Spacing.TextWidth - (chart.Rows.Any(row => row.State is not null) ? StateWidth : 0);
        _plotEnd = _numbersEnd - NumbersWidth - Gap;
        _scale = new ChartScale(new ChartAxis("", chart.Minimum, chart.Maximum), PlotStart, _plotEnd, most: 6);
    }

    private static TextStyle Style => Typography.TableText;

    private static int PlotStart => LabelWidth + Gap;

    public IEnumerable<Piece> Pieces()
    {
        yield return new Piece(0, [new LineMark(0, 0, Spacing.TextWidth, 0, Spacing.HairLine, Ink.StrongRule)]) { KeepWithNext = true };
        foreach (Interval row in _chart.Rows)
        {
            yield return Row(row) with { KeepWithNext = true };
        }

        yield return Axis() with { After = Spacing.Block };
    }

    private Piece Row(Interval row)
    {
        IReadOnlyList<TextLine> label = LineBreaker.Lines(row.Label, Style, LabelWidth);
        IReadOnlyList<TextLine> numbers = LineBreaker.Lines(IntervalNumbers.Of(_chart, row), Style, NumbersWidth);
        IReadOnlyList<TextLine> state = LineBreaker.Lines(row.State ?? "", Style.Bold, StateWidth - Gap);
        int height = Math.Max(RowHeight, (Math.Max(label.Count, Math.Max(numbers.Count, state.Count)) * Style.Leading) + 6_000);
        int middle = height / 2;
        return new Piece(
            height,
            [
                .. Lettering.Block(label, Style, 0, Top(label, middle), LabelWidth, Alignment.Left),
                .. Limit(row, height),
                .. Whiskers(row, middle),
                .. Lettering.Block(numbers, Style, _numbersEnd - NumbersWidth, Top(numbers, middle), NumbersWidth, Alignment.Right),
                .. row.State is null ? [] : Lettering.Block(state, Style.Bold, _numbersEnd + Gap, Top(state, middle), StateWidth - Gap, Alignment.Left),
                new LineMark(0, height, Spacing.TextWidth, 0, Spacing.HairLine, Ink.Rule),
            ]);
    }

    private static int Top(IReadOnlyList<TextLine> lines, int middle) => middle - (lines.Count * Style.Leading / 2);

    private IEnumerable<Mark> Whiskers(Interval row, int middle) =>
    [
        .. ChartLines.Whisker(_scale.At(row.Lower), _scale.At(row.Upper), middle),
        ChartMarks.Dot(_scale.At(row.Point), middle),
        .. row.Hollow ? new[] { ChartMarks.Hole(_scale.At(row.Point), middle) } : [],
    ];

    private IEnumerable<Mark> Limit(Interval row, int height) =>
        row.Limit is { } limit ? [ChartLines.Limit(_scale.At(limit), 1_500, 0, height - 3_000)] : [];

    private Piece Axis()
    {
        ChartKey key = new(Spacing.TextWidth);
        key.Add("estimate and interval", [.. ChartLines.Whisker(0, ChartKey.SampleWidth, 0), ChartMarks.Dot(ChartKey.SampleWidth / 2, 0)]);
        if (_chart.Rows.Any(row => row.Limit is not null))
        {
            key.Add("limit", [ChartLines.Limit(ChartKey.SampleWidth / 2, -5_000, 0, 10_000)]);
        }

        int below = ChartLines.AxisHeight + 4_000;
        return new Piece(below + key.Height, [.. ChartLines.Axis(_scale, 0, PlotStart, _plotEnd), .. key.Marks(0, below)]);
    }
}
