using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The numbers printed beside the drawing of an interval.</summary>
internal static class IntervalNumbers
{
    public static string Of(IntervalChart chart, Interval row) => row.Numbers
        ?? $"{Number(chart, row.Point)}  [{Number(chart, Outwards(chart, row.Lower, Math.Floor))}, {Number(chart, Outwards(chart, row.Upper, Math.Ceiling))}]";

    private static string Number(IntervalChart chart, double value) =>
        value.ToString("F" + chart.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A bound rounded to nearest could look as if it reached a limit that it misses. A hair beside a decimal is that decimal.</summary>
    private static double Outwards(IntervalChart chart, double bound, Func<double, double> round)
    {
        double scale = Math.Pow(10, chart.Decimals);
        double nearest = Math.Round(bound * scale);
        return (Math.Abs((bound * scale) - nearest) < 1e-9 ? nearest : round(bound * scale)) / scale;
    }
}
