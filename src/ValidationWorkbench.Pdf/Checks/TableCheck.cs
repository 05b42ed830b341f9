using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of a table: widths that leave every column room, and rows as wide as the header.</summary>
internal static class TableCheck
{
    private const double NarrowestColumn = 20;
    private const double HighestMinimum = 400;

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

        Widths(table, place);
        Groups(table, place);
        Rows(table, place);
    }

    private static void Column(Column column, string place)
    {
        HeaderText(column.Title, "column title", place);
        Require.That(double.IsFinite(column.Width) && column.Width > 0, place, $"column \"{column.Title}\" has the width {column.Width}; a width above 0 is needed");
    }

    private static void HeaderText(string text, string what, string place)
    {
        TextCheck.Verify(text, place);
        Require.That(
            text.Length <= TextCheck.LongestTitle, place, $"a {what} has {text.Length} characters; at most {TextCheck.LongestTitle} are allowed");
    }

    // A table that is not bound to portrait pages has the width of a landscape one.
    private static void Widths(Table table, string place)
    {
        double room = (table.Landscape == false ? PageShape.Portrait : PageShape.Landscape).TextWidth / 1000.0;
        double used = table.Columns.Where(column => column.IsFixed).Sum(column => column.Width);
        double shares = table.Columns.Where(column => !column.IsFixed).Sum(column => column.Width);
        Require.That(used <= room, place, $"the fixed columns are {used} pt wide together; the page has room for {room} pt");
        foreach (Column column in table.Columns)
        {
            double width = column.IsFixed ? column.Width : (room - used) * column.Width / shares;
            Require.That(width >= NarrowestColumn, place, $"column \"{column.Title}\" gets {width:0.#} pt; at least {NarrowestColumn} pt are needed");
        }
    }

    private static void Groups(Table table, string place)
    {
        foreach (ColumnGroup group in table.Groups)
        {
            HeaderText(group.Title, "group title", place);
            Require.That(group.Columns >= 1, place, $"the group \"{group.Title}\" takes {group.Columns} columns; at least one is needed");
        }

        int columns = table.Groups.Sum(group => group.Columns);
        Require.That(
            table.Groups.Count == 0 || columns == table.Columns.Count, place, $"the groups take {columns} columns; the table has {table.Columns.Count} columns");
    }

    private static void Rows(Table table, string place)
    {
        for (int i = 0; i < table.Rows.Count; i++)
        {
            Row(table, table.Rows[i], i + 1, place);
        }
    }

    private static void Row(Table table, Row row, int number, string place)
    {
        foreach (Cell cell in row.Cells)
        {
            TextCheck.Verify(cell.Text, $"{place}, row {number}");
            Require.That(cell.Columns >= 1, place, $"a cell of row {number} takes {cell.Columns} columns; at least one is needed");
        }

        int cells = row.Cells.Sum(cell => cell.Columns);
        Require.That(
            cells == table.Columns.Count,
            place,
            $"the cells of row {number} take {cells} columns; the table has {table.Columns.Count} columns, and each row needs as many");
    }
}
