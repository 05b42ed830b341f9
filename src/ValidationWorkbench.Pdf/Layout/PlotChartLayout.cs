namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets series in a plane: labels and upright limits named along its top, level limits named at its right, series explained below.</summary>
internal sealed class PlotChartLayout
{
    private const int NumbersWidth = 40_000;
    private const int LimitsWidth = 84_000;
    private const int Gap = 5_000;

    private readonly PlotChart _chart;
    private readonly LabelRows _labels;
    private readonly ChartScale _across;
    private readonly ChartScale _up;
    private readonly int _end;
    private readonly int _top;
    private readonly int _bottom;

    public PlotChartLayout(PlotChart chart)
    {
        _chart = chart;
        _end = Spacing.TextWidth - (chart.VerticalLimits.Count > 0 ? LimitsWidth : 12_000);
        _across = new ChartScale(chart.Horizontal, NumbersWidth, _end, most: 9);
        IEnumerable<(int X, string Text)> limits = chart.HorizontalLimits.Select(limit => (_across.At(limit.Value), limit.Label));
        IEnumerable<(int X, string Text)> points = chart.Series.SelectMany(series => series.Points).Where(point => point.Label is not null)
            .Select(point => (_across.At(point.X), point.Label!));
        _labels = new LabelRows(limits.Concat(points), NumbersWidth, _end);
        _top = Title.Leading + _labels.Height + 4_000;
        _bottom = _top + (int)Math.Round(chart.Height * 1000);
        _up = new ChartScale(chart.Vertical, _bottom, _top, most: 6);
    }

    private static TextStyle Text => Typography.ChartText;

    private static TextStyle Title => Typography.ChartTitle;

    public Piece Piece()
    {
        ChartKey key = Key();
        int title = _bottom + ChartLines.AxisHeight;
        int below = title + Title.Leading + 3_000;
        List<Mark> marks =
        [
            Lettering.At(0, Title.Baseline, _chart.Vertical.Title, Title),
            .. _labels.Marks(Title.Leading),
            .. Grid(),
            .. ChartLines.Axis(_across, _bottom, NumbersWidth, _end),
            .. Limits(),
            .. _chart.Diagonal is null ? [] : new[] { Diagonal(NumbersWidth, _bottom, _end - NumbersWidth, _top - _bottom) },
            .. _chart.Series.SelectMany(Leaders),
            .. _chart.Series.SelectMany(Line),
            .. _chart.Series.SelectMany(Points),
            Lettering.At((NumbersWidth + _end) / 2, title + Title.Baseline, _chart.Horizontal.Title, Title, Alignment.Centre),
            .. key.Marks(NumbersWidth, below),
        ];
        return new Piece(below + key.Height, marks) { Before = Spacing.Item, After = Spacing.Block };
    }

    private IEnumerable<Mark> Grid() => _up.Ticks.SelectMany(tick =>
    {
        int y = _up.At((double)tick);
        return new Mark[]
        {
            new LineMark(NumbersWidth, y, _end - NumbersWidth, 0, Spacing.HairLine, Ink.Rule),
            Lettering.Beside(NumbersWidth - Gap, y, _up.Number(tick), Text, Alignment.Right),
        };
    });

    private IEnumerable<Mark> Limits()
    {
        int free = _top;
        foreach (ChartLimit limit in _chart.VerticalLimits.OrderByDescending(limit => limit.Value))
        {
            int y = _up.At(limit.Value);
            IReadOnlyList<TextLine> lines = LineBreaker.Lines(limit.Label, Text, LimitsWidth - Gap);
            int top = Math.Max(free, y - (lines.Count * Text.Leading / 2));
            free = top + (lines.Count * Text.Leading);
            yield return ChartLines.Limit(NumbersWidth, y, _end - NumbersWidth, 0);
            foreach (Mark mark in Lettering.Block(lines, Text, _end + Gap, top, LimitsWidth - Gap, Alignment.Left))
            {
                yield return mark;
            }
        }

        foreach (ChartLimit limit in _chart.HorizontalLimits)
        {
            yield return ChartLines.Limit(_across.At(limit.Value), _top, 0, _bottom - _top);
        }
    }

    private IEnumerable<Mark> Leaders(PlotSeries series) => series.Points.Where(point => point.Label is not null)
        .Select(point => new PathMark(_across.At(point.X), _top, [(0, 0), (0, _up.At(point.Y) - _top)], Spacing.HairLine, Ink.Leader) { Dash = Dash.Dotted });

    private IEnumerable<Mark> Line(PlotSeries series, int index)
    {
        if (series.Join == PlotJoin.None || series.Points.Count == 0)
        {
            return [];
        }

        (int X, int Y)[] places = [.. series.Points.Select(point => (_across.At(point.X), _up.At(point.Y)))];
        IEnumerable<(int X, int Y)> corners = series.Join == PlotJoin.Line
            ? places
            : places.Skip(1).SelectMany((place, i) => new[] { (place.X, places[i].Y), place }).Prepend(places[0]);
        (int x, int y) = places[0];
        return [Stroke(index, x, y, [.. corners.Select(corner => (corner.X - x, corner.Y - y))])];
    }

    private IEnumerable<Mark> Points(PlotSeries series, int index) => series.Join == PlotJoin.Step ? [] : series.Points.SelectMany(point =>
    {
        int x = _across.At(point.X);
        return Whisker(point, x).Concat(ChartMarks.OfSeries(index, x, _up.At(point.Y)));
    });

    private IEnumerable<Mark> Whisker(PlotPoint point, int x)
    {
        if (point.Lower is null && point.Upper is null)
        {
            return [];
        }

        (int lower, int upper) = (_up.At(point.Lower ?? point.Y), _up.At(point.Upper ?? point.Y));
        return [new LineMark(x, upper, 0, lower - upper, Spacing.MediumLine, Ink.Accent)];
    }

    private ChartKey Key()
    {
        ChartKey key = new(Spacing.TextWidth - NumbersWidth);
        for (int i = 0; i < _chart.Series.Count; i++)
        {
            PlotSeries series = _chart.Series[i];
            key.Add(series.Name,
            [
                .. series.Join == PlotJoin.None ? [] : new[] { Stroke(i, 0, 0, [(0, 0), (ChartKey.SampleWidth, 0)]) },
                .. series.Join == PlotJoin.Step ? [] : ChartMarks.OfSeries(i, ChartKey.SampleWidth / 2, 0),
            ]);
        }

        if (_chart.Diagonal is not null)
        {
            key.Add(_chart.Diagonal, [Diagonal(0, 4_000, ChartKey.SampleWidth, -8_000)]);
        }

        return key;
    }

    private static PathMark Diagonal(int x, int y, int right, int down) => new(x, y, [(0, 0), (right, down)], Spacing.MediumLine, Ink.Muted) { Dash = Dash.DashDotted };

    private static PathMark Stroke(int series, int x, int y, IReadOnlyList<(int Right, int Down)> points) => new(x, y, points, 1_100, Ink.Accent)
    {
        Dash = series switch
        {
            0 => Dash.Solid,
            1 => Dash.Dashed,
            2 => Dash.Dotted,
            _ => Dash.DashDotted,
        },
    };
}
