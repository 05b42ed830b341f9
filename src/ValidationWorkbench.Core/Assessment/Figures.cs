using System.Globalization;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// How figures are written for people; verdicts never use rounded values. A bound is rounded away from the claim, so that no text
/// promises more than was shown: 0.9497 is the lower bound "94.9 %", 0.0161 the upper bound "1.7 %".
/// </summary>
public static class Figures
{
    // Guards a value such as 0.95 that is stored a hair below or above its decimal.
    private const double Guard = 1e-9;

    private const int MostDecimals = 7;

    /// <summary>A number of things, such as <c>3 repeats</c> or <c>1 repeat</c>, of a noun whose plural ends in s.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");

    /// <summary>
    /// An observed share, rounded to one decimal, such as <c>97.8 %</c>. None and all are exact: what is near them gets as many decimals as it takes to
    /// tell, so that 2999 of 3000 is <c>99.97 %</c>.
    /// </summary>
    public static string Percent(double share)
    {
        var percent = share * 100;
        for (var decimals = 1; ; decimals++)
        {
            var rounded = Math.Round(percent, decimals, MidpointRounding.AwayFromZero);
            if (rounded is not (0 or 100) || Math.Abs(percent - rounded) < Guard || decimals == MostDecimals)
            {
                return $"{rounded.ToString($"F{decimals}", CultureInfo.InvariantCulture)} %";
            }
        }
    }

    /// <summary>A lower bound, rounded down; with more decimals where one would print it as the limit that it misses or passes.</summary>
    public static string LowerBound(double share, double? limit = null) => Bound(share, limit, (value, scale) => Math.Floor((value * scale) + Guard));

    /// <summary>An upper bound, rounded up; with more decimals where one would print it as the limit that it misses or passes.</summary>
    public static string UpperBound(double share, double? limit = null) => Bound(share, limit, (value, scale) => Math.Max(0, Math.Ceiling((value * scale) - Guard)));

    /// <summary>A limit or confidence as set in the plan, such as <c>95 %</c> or <c>97.5 %</c>.</summary>
    public static string Setting(double share) => $"{(share * 100).ToString("0.####", CultureInfo.InvariantCulture)} %";

    /// <summary>Such as <c>0.8214</c>.</summary>
    public static string Ratio(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>A difference of scores or confidences with sign, such as <c>-0.013</c>.</summary>
    public static string Difference(double value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>A lower bound of such a difference, rounded down.</summary>
    public static string LowerDifference(double value) => Difference(Math.Floor((value * 1000) + Guard) / 1000);

    /// <summary>An upper bound of such a difference, rounded up.</summary>
    public static string UpperDifference(double value) => Difference(Math.Ceiling((value * 1000) - Guard) / 1000);

    /// <summary>A p value, such as <c>0.034</c>; a dash where there is none.</summary>
    public static string Probability(double? p) => p is not { } value ? "–"
        : value < 0.001 ? "< 0.001"
        : value is > 0.999 and < 1 ? "> 0.999"
        : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Percentage points with sign, such as <c>-2.5</c>.</summary>
    public static string Points(double difference) => (difference * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>A lower bound of a difference in percentage points, rounded down to two decimals.</summary>
    public static string LowerPoints(double difference) => WritePoints(Math.Floor((difference * 10_000) + Guard));

    /// <summary>An upper bound of a difference in percentage points, rounded up to two decimals.</summary>
    public static string UpperPoints(double difference) => WritePoints(Math.Ceiling((difference * 10_000) - Guard));

    private static string WritePoints(double hundredths) => (hundredths / 100).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Bound(double share, double? limit, Func<double, double, double> round)
    {
        for (var decimals = 1; ; decimals++)
        {
            var scale = Math.Pow(10, decimals);
            var percent = round(share * 100, scale) / scale;
            if (limit is not { } exact || Math.Abs(percent - (exact * 100)) > Guard || Math.Abs(share - exact) < Guard || decimals == MostDecimals)
            {
                return $"{percent.ToString($"F{decimals}", CultureInfo.InvariantCulture)} %";
            }
        }
    }
}
