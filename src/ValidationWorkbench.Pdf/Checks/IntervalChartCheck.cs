namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of an interval chart: a scale that ascends, and nothing outside of it.</summary>
internal static class IntervalChartCheck
{
    public static void Verify(IntervalChart chart, string place)
    {
        AxisCheck.Verify(new ChartAxis("scale", chart.Minimum, chart.Maximum), place);
        Require.That(chart.Decimals is >= 0 and <= 6, place, $"{chart.Decimals} decimals are asked for; 0 to 6 are allowed");
        foreach (Interval row in chart.Rows)
        {
            Row(chart, row, place);
        }
    }

    private static void Row(IntervalChart chart, Interval row, string place)
    {
        TextCheck.VerifyTitle(row.Label, $"{place}, label");
        if (row.Numbers is not null)
        {
            TextCheck.VerifyTitle(row.Numbers, $"{place}, numbers of \"{row.Label}\"");
        }

        if (row.State is not null)
        {
            TextCheck.VerifyTitle(row.State, $"{place}, state of \"{row.Label}\"");
        }

        Require.That(
            row.Lower <= row.Point && row.Point <= row.Upper,
            place,
            $"\"{row.Label}\" has {row.Lower}, {row.Point}, {row.Upper}; lower bound, estimate and upper bound must ascend");
        Require.That(
            row.Lower >= chart.Minimum && row.Upper <= chart.Maximum,
            place,
            $"\"{row.Label}\" runs from {row.Lower} to {row.Upper}; the scale covers {chart.Minimum} to {chart.Maximum}");
        Require.That(
            row.Limit is not { } limit || (limit >= chart.Minimum && limit <= chart.Maximum),
            place,
            $"\"{row.Label}\" has the limit {row.Limit}; the scale covers {chart.Minimum} to {chart.Maximum}");
    }
}
