using System.Globalization;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Writes lengths, held in thousandths of a point, as points with at most two decimals, the same on every machine.</summary>
internal static class Points
{
    public static string Text(int length)
    {
        int hundredths = (Math.Abs(length) + 5) / 10;
        string sign = length < 0 && hundredths > 0 ? "-" : "";
        string digits = string.Create(CultureInfo.InvariantCulture, $"{sign}{hundredths / 100}.{hundredths % 100:00}");
        return digits.TrimEnd('0').TrimEnd('.');
    }

    /// <summary>Distance from the bottom of the page, as PDF counts, for one from the top.</summary>
    public static string FromTop(int y) => Text(Layout.Spacing.PageHeight - y);
}
