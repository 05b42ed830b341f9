using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>What an interval chart says: the numbers printed beside the drawing, and the whole chart in words.</summary>
internal static class IntervalChartText
{
    /// <summary>Rows told in words; the numbers of all are printed beside the drawing.</summary>
    private const int MostRows = 20;

    /// <summary>The chart for a reader who does not see it.</summary>
    public static string Of(IntervalChart chart)
    {
        IEnumerable<string> rows = chart.Rows.Take(MostRows).Select(row => $"{row.Label}: {Numbers(chart, row)}{Limit(chart, row)}.");
        int rest = chart.Rows.Count - MostRows;
        IEnumerable<string> more = rest > 0 ? [string.Create(CultureInfo.InvariantCulture, $"And {rest} more.")] : [];
        string scale = $"Estimates with their intervals on a scale from {Number(chart, chart.Minimum)} to {Number(chart, chart.Maximum)}.";
        return string.Join(' ', [scale, .. rows, .. more]);
    }

    public static string Numbers(IntervalChart chart, Interval row) => row.Numbers
        ?? $"{Number(chart, row.Point)}  [{Number(chart, Outwards(chart, row.Lower, Math.Floor))}, {Number(chart, Outwards(chart, row.Upper, Math.Ceiling))}]";

    public static string Number(IntervalChart chart, double value) =>
        value.ToString("F" + chart.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Limit(IntervalChart chart, Interval row) => row.Limit is { } limit ? $", limit {Number(chart, limit)}" : "";

    /// <summary>A bound rounded to nearest could look as if it reached a limit that it misses. A hair beside a decimal is that decimal.</summary>
    private static double Outwards(IntervalChart chart, double bound, Func<double, double> round)
    {
        double scale = Math.Pow(10, chart.Decimals);
        double nearest = Math.Round(bound * scale);
        return (Math.Abs((bound * scale) - nearest) < 1e-9 ? nearest : round(bound * scale)) / scale;
    }
}
