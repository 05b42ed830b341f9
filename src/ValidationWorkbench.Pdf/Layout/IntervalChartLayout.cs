using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets a chart row by row: label, whiskers with a dot, and the same numbers in words at the right; limits are upright dashes.</summary>
internal sealed class IntervalChartLayout
{
    private const int LabelWidth = 150_000;
    private const int NumbersWidth = 120_000;
    private const int RowHeight = 19_000;
    private const int PlotLeft = LabelWidth + 8_000;
    private const int PlotWidth = Spacing.TextWidth - PlotLeft - NumbersWidth - 8_000;
    private const int Whisker = 3_000;

    private readonly IntervalChart _chart;

    public IntervalChartLayout(IntervalChart chart) => _chart = chart;

    private static TextStyle Style => Typography.TableText;

    public IEnumerable<Piece> Pieces()
    {
        Element whole = new(ElementType.Div);
        Element? caption = _chart.Caption is null ? null : new Element(ElementType.Caption, whole);
        Element figure = new(ElementType.Figure, whole) { Alternative = IntervalChartText.Of(_chart) };
        return Drawn().Select((piece, i) => piece with
        {
            Marks = [.. i == 0 && caption is not null ? piece.Marks.Tagged(caption) : piece.Marks.OwnedBy(figure)],
        });
    }

    private IEnumerable<Piece> Drawn()
    {
        if (_chart.Caption is not null)
        {
            TextStyle caption = Typography.Caption;
            IReadOnlyList<TextLine> lines = LineBreaker.Lines(_chart.Caption, caption, Spacing.TextWidth);
            yield return new Piece((lines.Count * caption.Leading) + 3_500,
                [.. lines.SelectMany((line, i) => line.Marks(0, (i * caption.Leading) + caption.Baseline))])
            {
                Before = Spacing.Item,
                KeepWithNext = true,
            };
        }

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
        int height = Math.Max(RowHeight, (label.Count * Style.Leading) + 6_000);
        int middle = height / 2;
        int top = middle - (label.Count * Style.Leading / 2);
        int baseline = middle - (Style.Leading / 2) + Style.Baseline;
        string numbers = IntervalChartText.Numbers(_chart, row);
        return new Piece(
            height,
            [
                .. label.SelectMany((line, i) => line.Marks(0, top + (i * Style.Leading) + Style.Baseline)),
                .. Limit(row, height),
                .. Whiskers(row, middle),
                new TextMark(Spacing.TextWidth - MeasuredText.WidthOf(numbers, Style), baseline, numbers, Style),
                new LineMark(0, height, Spacing.TextWidth, 0, Spacing.HairLine, Ink.Rule),
            ]);
    }

    private IEnumerable<Mark> Whiskers(Interval row, int middle)
    {
        (int lower, int upper) = (Position(row.Lower), Position(row.Upper));
        yield return new LineMark(lower, middle, upper - lower, 0, Spacing.MediumLine, Ink.Accent);
        yield return new LineMark(lower, middle - Whisker, 0, 2 * Whisker, Spacing.MediumLine, Ink.Accent);
        yield return new LineMark(upper, middle - Whisker, 0, 2 * Whisker, Spacing.MediumLine, Ink.Accent);
        yield return new DotMark(Position(row.Point), middle, 2_600, Ink.Accent);
    }

    private IEnumerable<Mark> Limit(Interval row, int height) =>
        row.Limit is { } limit ? [new LineMark(Position(limit), 0, 0, height, 1_000, Ink.Leader, Dotted: true)] : [];

    private Piece Axis()
    {
        List<Mark> marks = [.. Key()];
        for (int i = 0; i <= 4; i++)
        {
            double value = _chart.Minimum + ((_chart.Maximum - _chart.Minimum) * i / 4);
            string text = IntervalChartText.Number(_chart, value);
            int x = PlotLeft + (PlotWidth * i / 4);
            marks.Add(new LineMark(x, 0, 0, 3_000, Spacing.HairLine, Ink.StrongRule));
            marks.Add(new TextMark(x - (MeasuredText.WidthOf(text, Typography.Strip) / 2), 4_000 + Typography.Strip.Baseline, text,
                Typography.Strip));
        }

        marks.Add(new LineMark(PlotLeft, 0, PlotWidth, 0, Spacing.HairLine, Ink.StrongRule));
        return new Piece(5_000 + Typography.Strip.Leading, marks);
    }

    private IEnumerable<Mark> Key()
    {
        TextStyle style = Typography.Strip;
        int baseline = 4_000 + style.Baseline;
        int middle = baseline - (style.CapHeight / 2);
        yield return new DotMark(3_000, middle, 2_200, Ink.Accent);
        yield return new TextMark(9_000, baseline, "estimate and interval", style);
        if (_chart.Rows.Any(row => row.Limit is not null))
        {
            yield return new LineMark(96_000, middle - 4_500, 0, 9_000, 1_000, Ink.Leader, Dotted: true);
            yield return new TextMark(100_000, baseline, "limit", style);
        }
    }

    private int Position(double value) => PlotLeft + (int)Math.Round((value - _chart.Minimum) / (_chart.Maximum - _chart.Minimum) * PlotWidth);
}
