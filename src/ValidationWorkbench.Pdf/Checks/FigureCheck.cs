namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of the figures: words for everything drawn, and nothing outside of a scale.</summary>
internal static class FigureCheck
{
    private const int MostRows = 20;
    private const int MostColumns = 10;
    private const int MostSeries = 4;

    // A string of the file has at most 32,767 bytes (ISO 19005-3, 6.1.13), two for each character.
    private const int LongestAlternative = 16_000;

    public static void Verify(Figure figure, string block)
    {
        string place = $"{block} ({Kind(figure)})";
        if (figure.Caption is not null)
        {
            TextCheck.VerifyTitle(figure.Caption, $"{place}, caption");
        }

        TextCheck.Verify(figure.Alternative, $"{place}, alternative text");
        Require.That(!string.IsNullOrWhiteSpace(figure.Alternative), $"{place}, alternative text", $"the text is empty; say in words what the figure shows");
        Require.That(
            figure.Alternative.Length <= LongestAlternative,
            $"{place}, alternative text",
            $"the text has {figure.Alternative.Length} characters; at most {LongestAlternative} are allowed");
        switch (figure)
        {
            case IntervalChart chart:
                IntervalChartCheck.Verify(chart, place);
                break;
            case MatrixChart chart:
                Matrix(chart, place);
                break;
            case PairedBarChart chart:
                Bars(chart, place);
                break;
            case StripChart chart:
                Strips(chart, place);
                break;
            case PlotChart chart:
                Plot(chart, place);
                break;
            default:
                throw Require.Failure(block, $"the figure is of type {figure.GetType().Name}; only the figures of this library can be printed");
        }
    }

    private static string Kind(Figure figure) => figure switch
    {
        IntervalChart => "interval chart",
        MatrixChart => "matrix chart",
        PairedBarChart => "paired bar chart",
        StripChart => "strip chart",
        _ => "plot chart",
    };

    private static void Matrix(MatrixChart chart, string place)
    {
        AxisCheck.Label(chart.RowTitle, $"{place}, title");
        AxisCheck.Label(chart.ColumnTitle, $"{place}, title");
        Require.That(chart.Rows.Count is >= 1 and <= MostRows, place, $"there are {chart.Rows.Count} rows; 1 to {MostRows} are allowed");
        Require.That(chart.Columns.Count is >= 1 and <= MostColumns, place, $"there are {chart.Columns.Count} columns; 1 to {MostColumns} are allowed");
        foreach (string label in chart.Rows.Concat(chart.Columns))
        {
            AxisCheck.Label(label, $"{place}, label");
        }

        Require.That(
            chart.Counts.Count == chart.Rows.Count && chart.Counts.All(row => row.Count == chart.Columns.Count),
            place,
            $"the counts do not have the {chart.Rows.Count} rows of {chart.Columns.Count} columns that the labels name");
        foreach (int count in chart.Counts.SelectMany(row => row))
        {
            Require.That(count >= 0, place, $"a count is {count}; counts of 0 and above are allowed");
        }
    }

    private static void Bars(PairedBarChart chart, string place)
    {
        AxisCheck.Label(chart.LeftTitle, $"{place}, title");
        AxisCheck.Label(chart.RightTitle, $"{place}, title");
        TextCheck.Verify(chart.NoteTitle, $"{place}, title");
        foreach (PairedBar row in chart.Rows)
        {
            TextCheck.VerifyTitle(row.Label, $"{place}, label");
            TextCheck.Verify(row.Note, $"{place}, remark of \"{row.Label}\"");
            Require.That(
                row.Left >= 0 && row.Right >= 0, place, $"\"{row.Label}\" has the counts {row.Left} and {row.Right}; counts of 0 and above are allowed");
        }
    }

    private static void Strips(StripChart chart, string place)
    {
        AxisCheck.Verify(chart.Axis, place);
        AxisCheck.Limits(chart.Limits, chart.Axis, place);
        foreach (Strip row in chart.Rows)
        {
            TextCheck.VerifyTitle(row.Label, $"{place}, label");
            TextCheck.Verify(row.Numbers, $"{place}, numbers of \"{row.Label}\"");
            foreach (double value in row.Values.Concat(Given(row.Mean, row.Lower, row.Upper)))
            {
                AxisCheck.Value(value, chart.Axis, $"{place}, \"{row.Label}\"");
            }
        }
    }

    private static void Plot(PlotChart chart, string place)
    {
        AxisCheck.Verify(chart.Horizontal, place);
        AxisCheck.Verify(chart.Vertical, place);
        AxisCheck.Limits(chart.HorizontalLimits, chart.Horizontal, place);
        AxisCheck.Limits(chart.VerticalLimits, chart.Vertical, place);
        Require.That(chart.Height is >= 60 and <= 400, place, $"the height is {chart.Height} pt; 60 to 400 pt are allowed");
        Require.That(chart.Series.Count is >= 1 and <= MostSeries, place, $"there are {chart.Series.Count} series; 1 to {MostSeries} are allowed");
        if (chart.Diagonal is not null)
        {
            TextCheck.VerifyTitle(chart.Diagonal, $"{place}, diagonal");
        }

        foreach (PlotSeries series in chart.Series)
        {
            TextCheck.VerifyTitle(series.Name, $"{place}, name of a series");
            foreach (PlotPoint point in series.Points)
            {
                Point(chart, point, $"{place}, series \"{series.Name}\"");
            }
        }
    }

    private static void Point(PlotChart chart, PlotPoint point, string place)
    {
        AxisCheck.Value(point.X, chart.Horizontal, place);
        foreach (double value in Given(point.Y, point.Lower, point.Upper))
        {
            AxisCheck.Value(value, chart.Vertical, place);
        }

        if (point.Label is not null)
        {
            AxisCheck.Label(point.Label, $"{place}, label");
        }
    }

    private static IEnumerable<double> Given(params double?[] values) => values.OfType<double>();
}
