using System.Xml.Linq;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>Series of points in a plane. They differ in their lines and marks, not only in colour.</summary>
internal static class HtmlPlot
{
    private const double Left = 64;
    private const double Right = Svg.Width - 22;
    private const double PlotHeight = 300;
    private const double Sample = 34;
    private const int Kinds = 3;

    /// <summary>Height and marks of the drawing.</summary>
    public static (double Height, List<XElement> Marks) Of(PlotPart chart)
    {
        var legend = (chart.Series.Count + chart.HorizontalLimits.Count) * Svg.LineHeight;
        var top = legend + Svg.LineHeight + Svg.RowPadding;
        var bottom = top + PlotHeight;
        (double X, double Y) Place(double x, double y) => (Svg.At(x, chart.Horizontal, Left, Right), Svg.At(y, chart.Vertical, bottom, top));
        List<XElement> marks = [.. VerticalAxis(chart.Vertical, top, bottom), .. Svg.Axis(chart.Horizontal, Left, Right, bottom)];
        if (chart.Diagonal is { } diagonal)
        {
            marks.Add(Svg.Path("diagonal", [(Left, bottom), (Right, top)]));
            marks.Add(Svg.Text("label", ((Left + Right) / 2) + 12, ((top + bottom) / 2) + 12, diagonal));
        }

        marks.AddRange(chart.VerticalLimits.SelectMany(limit => Place(chart.Horizontal.Minimum, limit.Value).Y is var y
            ? new[] { Svg.Line("limit", Left, y, Right, y), Svg.Text("end", Right, y - 4, limit.Label) } : []));
        marks.AddRange(chart.HorizontalLimits.SelectMany((limit, i) => Place(limit.Value, chart.Vertical.Minimum).X is var x ? new[]
        {
            Svg.Line("limit", x, (chart.Series.Count + i + 1) * Svg.LineHeight, x, bottom), Svg.Text(x > Svg.Width / 2 ? "end" : "label", x, ((chart.Series.Count + i) * Svg.LineHeight) + 12, limit.Label),
        } : []));
        marks.AddRange(chart.Series.SelectMany((series, i) => Series(series, i % Kinds, Place)));
        marks.AddRange(chart.Series.SelectMany((series, i) => Legend(series, i, i % Kinds)));
        return (bottom + Svg.AxisHeight, marks);
    }

    private static IEnumerable<XElement> VerticalAxis(PartAxis axis, double top, double bottom)
    {
        yield return Svg.Text("label", 0, top - Svg.RowPadding, axis.Title);
        foreach (var value in Svg.TicksOf(axis))
        {
            var y = Svg.At(value, axis, bottom, top);
            yield return Svg.Line("rule", Left, y, Right, y);
            yield return Svg.Text("tick-end", Left - 8, y + 4, Svg.Written(value, axis));
        }
    }

    private static IEnumerable<XElement> Series(SeriesPart series, int kind, Func<double, double, (double X, double Y)> place)
    {
        var points = series.Points.Select(point => place(point.X, point.Y)).ToList();
        if (series.Join != SeriesJoin.None)
        {
            yield return Svg.Path($"series series-{kind}", series.Join == SeriesJoin.Line ? points
                : points.SelectMany((point, i) => i == 0 ? new[] { point } : [(point.X, points[i - 1].Y), point]));
        }

        foreach (var (point, at) in series.Points.Zip(points).Where(entry => entry.First is { Lower: not null, Upper: not null }))
        {
            yield return Svg.Line("bounds", at.X, place(point.X, point.Lower!.Value).Y, at.X, place(point.X, point.Upper!.Value).Y);
        }

        if (series.Join != SeriesJoin.Step)
        {
            foreach (var (x, y) in points)
            {
                yield return Svg.Dot(kind == 0 ? "full" : "hollow", x, y, 4);
            }
        }
    }

    private static IEnumerable<XElement> Legend(SeriesPart series, int index, int kind)
    {
        var middle = (index * Svg.LineHeight) + 8;
        yield return Svg.Path($"series series-{kind}", [(Left, middle), (Left + Sample, middle)]);
        if (series.Join != SeriesJoin.Step)
        {
            yield return Svg.Dot(kind == 0 ? "full" : "hollow", Left + (Sample / 2), middle, 4);
        }

        yield return Svg.Text("label", Left + Sample + 8, middle + 4, series.Name);
    }
}
