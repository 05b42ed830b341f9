using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of a table: widths that leave every column room, and rows as wide as the header.</summary>
internal static class TableCheck
{
    private const double NarrowestColumn = 20;
    private const double HighestMinimum = 400;
    private const double TextWidth = Spacing.TextWidth / 1000.0;

    public static void Verify(Table table, string place)
    {
        Require.That(table.Columns.Count > 0, place, $"there are no columns; at least one is needed");
        Require.That(
            table.MinimumRowHeight is >= 0 and <= HighestMinimum,
            place,
            $"the minimum row height is {table.MinimumRowHeight} pt; 0 to {HighestMinimum} pt are allowed");
        if (table.Caption is not null)
        {
            TextCheck.VerifyTitle(table.Caption, $"{place}, caption");
        }

        foreach (Column column in table.Columns)
        {
            Column(column, place);
        }

        Widths(table.Columns, place);
        Rows(table, place);
    }

    private static void Column(Column column, string place)
    {
        TextCheck.Verify(column.Title, place);
        Require.That(
            column.Title.Length <= TextCheck.LongestTitle,
            place,
            $"a column title has {column.Title.Length} characters; at most {TextCheck.LongestTitle} are allowed");
        Require.That(double.IsFinite(column.Width) && column.Width > 0, place, $"column \"{column.Title}\" has the width {column.Width}; a width above 0 is needed");
    }

    private static void Widths(IReadOnlyList<Column> columns, string place)
    {
        double used = columns.Where(column => column.IsFixed).Sum(column => column.Width);
        double shares = columns.Where(column => !column.IsFixed).Sum(column => column.Width);
        Require.That(used <= TextWidth, place, $"the fixed columns are {used} pt wide together; the page has room for {TextWidth} pt");
        foreach (Column column in columns)
        {
            double width = column.IsFixed ? column.Width : (TextWidth - used) * column.Width / shares;
            Require.That(width >= NarrowestColumn, place, $"column \"{column.Title}\" gets {width:0.#} pt; at least {NarrowestColumn} pt are needed");
        }
    }

    private static void Rows(Table table, string place)
    {
        for (int i = 0; i < table.Rows.Count; i++)
        {
            int cells = table.Rows[i].Cells.Count;
            Require.That(
                cells == table.Columns.Count,
                place,
                $"row {i + 1} has {cells} cells; the table has {table.Columns.Count} columns, and each row needs as many cells");
            foreach (Cell cell in table.Rows[i].Cells)
            {
                TextCheck.Verify(cell.Text, $"{place}, row {i + 1}");
            }
        }
    }
}
