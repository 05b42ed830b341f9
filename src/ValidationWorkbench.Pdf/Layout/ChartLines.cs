namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The lines that charts have in common: the axis with its ticks, the grid and the limits.</summary>
internal static class ChartLines
{
    private const int Tick = 3_000;
    private const int End = 3_000;

    private static TextStyle Style => Typography.ChartText;

    /// <summary>How much room the axis and its numbers take below it.</summary>
    public static int AxisHeight => Tick + 2_000 + Style.Leading;

    /// <summary>A level axis at height y with its numbers below.</summary>
    public static IEnumerable<Mark> Axis(ChartScale scale, int y, int start, int end) =>
    [
        new LineMark(start, y, end - start, 0, Spacing.HairLine, Ink.StrongRule),
        .. scale.Ticks.SelectMany(tick => Numbered(scale, tick, y)),
    ];

    /// <summary>A line that others are held against, by its extent from the starting point.</summary>
    public static PathMark Limit(int x, int y, int right, int down) =>
        new(x, y, [(0, 0), (right, down)], 900, Ink.StrongRule) { Dash = Dash.Dashed };

    /// <summary>A level interval with its ends marked.</summary>
    public static IEnumerable<Mark> Whisker(int lower, int upper, int y) =>
    [
        new LineMark(lower, y, upper - lower, 0, Spacing.MediumLine, Ink.Accent),
        new LineMark(lower, y - End, 0, 2 * End, Spacing.MediumLine, Ink.Accent),
        new LineMark(upper, y - End, 0, 2 * End, Spacing.MediumLine, Ink.Accent),
    ];

    private static Mark[] Numbered(ChartScale scale, decimal tick, int y)
    {
        int x = scale.At((double)tick);
        return
        [
            new LineMark(x, y, 0, Tick, Spacing.HairLine, Ink.StrongRule),
            Lettering.At(x, y + Tick + 1_000 + Style.Baseline, scale.Number(tick), Style, Alignment.Centre),
        ];
    }
}
