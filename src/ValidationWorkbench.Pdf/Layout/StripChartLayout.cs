namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets single values as dots that pile up where they are equal, one group per row, with the mean below them.</summary>
internal sealed class StripChartLayout
{
    private const int LabelWidth = 96_000;
    private const int NumbersWidth = 96_000;
    private const int Gap = 10_000;
    private const int PlotStart = LabelWidth + Gap;
    private const int PlotEnd = Spacing.TextWidth - NumbersWidth - Gap;
    private const int PileHeight = 30_000;
    private const int MeanHeight = 14_000;
    private const int Padding = 5_000;
    private const int RowHeight = PileHeight + MeanHeight + (2 * Padding);
    private const int DotRadius = 1_300;
    private const int DotStep = 2_800;

    private readonly StripChart _chart;
    private readonly ChartScale _scale;

    public StripChartLayout(StripChart chart)
    {
        _chart = chart;
        _scale = new ChartScale(chart.Axis, PlotStart, PlotEnd, most: 6);
    }

    private static TextStyle Text => Typography.TableText;

    public IEnumerable<Piece> Pieces()
    {
        yield return Head() with { KeepWithNext = true };
        foreach (Strip row in _chart.Rows)
        {
            yield return Row(row) with { KeepWithNext = true };
        }

        yield return Foot() with { After = Spacing.Block };
    }

    private Piece Head()
    {
        LabelRows labels = new(_chart.Limits.Select(limit => (_scale.At(limit.Value), limit.Label)), PlotStart, PlotEnd);
        int height = labels.Height + 3_000;
        return new Piece(height, [.. labels.Marks(0), new LineMark(0, height, Spacing.TextWidth, 0, Spacing.HairLine, Ink.StrongRule)]);
    }

    private Piece Row(Strip row)
    {
        IReadOnlyList<TextLine> label = LineBreaker.Lines(row.Label, Text, LabelWidth);
        IReadOnlyList<TextLine> numbers = LineBreaker.Lines(row.Numbers, Text, NumbersWidth);
        int height = Math.Max(RowHeight, (Math.Max(label.Count, numbers.Count) * Text.Leading) + (2 * Padding));
        return new Piece(
            height,
            [
                .. Lettering.Block(label, Text, 0, (height - (label.Count * Text.Leading)) / 2, LabelWidth, Alignment.Left),
                .. _chart.Limits.Select(limit => ChartLines.Limit(_scale.At(limit.Value), 0, 0, height)),
                .. Dots(row),
                .. Mean(row),
                .. row.Numbers.Length == 0
                    ? []
                    : Lettering.Block(numbers, Text, PlotEnd + Gap, (height - (numbers.Count * Text.Leading)) / 2, NumbersWidth, Alignment.Right),
                new LineMark(0, height, Spacing.TextWidth, 0, Spacing.HairLine, Ink.Rule),
            ]);
    }

    // Dots of one place pile up from the base; a pile that would grow out of its row is pressed together.
    private IEnumerable<Mark> Dots(Strip row)
    {
        foreach (IGrouping<int, int> pile in row.Values.Select(_scale.At).GroupBy(x => (x - PlotStart) / DotStep).OrderBy(pile => pile.Key))
        {
            int count = pile.Count();
            int step = Math.Min(DotStep, PileHeight / count);
            int x = PlotStart + (pile.Key * DotStep) + (DotStep / 2);
            for (int i = 0; i < count; i++)
            {
                yield return new DotMark(Math.Min(x, PlotEnd), Padding + PileHeight - DotRadius - (i * step), DotRadius, Ink.Accent);
            }
        }
    }

    private IEnumerable<Mark> Mean(Strip row)
    {
        int y = Padding + PileHeight + (MeanHeight / 2) + 1_000;
        if (row.Mean is not { } mean)
        {
            return [];
        }

        (int lower, int upper) = (_scale.At(row.Lower ?? mean), _scale.At(row.Upper ?? mean));
        return [.. lower == upper ? [] : ChartLines.Whisker(lower, upper, y), ChartMarks.Diamond(_scale.At(mean), y)];
    }

    private Piece Foot()
    {
        int title = ChartLines.AxisHeight;
        int below = title + Typography.ChartTitle.Leading + 3_000;
        ChartKey key = new(Spacing.TextWidth);
        key.Add("one value", [new DotMark(ChartKey.SampleWidth / 2, 0, DotRadius, Ink.Accent)]);
        if (_chart.Rows.Any(row => row.Mean is not null))
        {
            bool bounded = _chart.Rows.Any(row => row.Lower is not null || row.Upper is not null);
            key.Add(bounded ? "mean with bound" : "mean",
                [.. bounded ? ChartLines.Whisker(0, ChartKey.SampleWidth, 0) : [], ChartMarks.Diamond(ChartKey.SampleWidth / 2, 0)]);
        }

        return new Piece(
            below + key.Height,
            [
                .. ChartLines.Axis(_scale, 0, PlotStart, PlotEnd),
                Lettering.At((PlotStart + PlotEnd) / 2, title + Typography.ChartTitle.Baseline, _chart.Axis.Title, Typography.ChartTitle, Alignment.Centre),
                .. key.Marks(0, below),
            ]);
    }
}
