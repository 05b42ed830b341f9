namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The marks of points: series are told apart by shape and filling, so that grey print keeps them apart.</summary>
internal static class ChartMarks
{
    private const int Radius = 2_600;
    private const int Inner = 1_700;

    public static Mark Dot(int x, int y) => new DotMark(x, y, Radius, Ink.Accent);

    /// <summary>What makes a dot hollow.</summary>
    public static Mark Hole(int x, int y) => new DotMark(x, y, Inner, Ink.Paper);

    /// <summary>The mean of many values.</summary>
    public static Mark Diamond(int x, int y) => Shape(x, y, Ink.Text, [(0, -3_400), (3_400, 0), (0, 3_400), (-3_400, 0)]);

    /// <summary>The mark of the series with the given number.</summary>
    public static IEnumerable<Mark> OfSeries(int series, int x, int y) => series switch
    {
        0 => [Dot(x, y)],
        1 => [Dot(x, y), Hole(x, y)],
        2 => [Shape(x, y, Ink.Accent, [(-2_300, -2_300), (2_300, -2_300), (2_300, 2_300), (-2_300, 2_300)])],
        _ => [Shape(x, y, Ink.Paper, [(0, -3_000), (2_900, 2_300), (-2_900, 2_300)])],
    };

    private static PathMark Shape(int x, int y, Ink fill, IReadOnlyList<(int Right, int Down)> points) => new(x, y, points, Spacing.MediumLine, Ink.Accent) { Fill = fill };
}
