namespace ValidationWorkbench.Pdf.Layout;

/// <summary>
/// Divides the text width among columns. A column that shares gets at least what it needs, at the cost of the others: needs are tried from the generous to the
/// modest, and where none can be met the shares alone decide.
/// </summary>
internal static class ColumnWidths
{
    // The generous needs are met only while they leave the columns of long text their part.
    private const int GenerousPart = 85;

    /// <param name="columns">The columns of the table.</param>
    /// <param name="width">The width to divide.</param>
    /// <param name="generous">What each column needs to break no short text.</param>
    /// <param name="modest">What each column needs to break no word.</param>
    public static int[] Of(IReadOnlyList<Column> columns, int width, int[] generous, int[] modest)
    {
        int[] widths = [.. columns.Select(column => column.IsFixed ? (int)Math.Round(column.Width * 1000) : 0)];
        List<int> open = [.. Enumerable.Range(0, columns.Count).Where(i => !columns[i].IsFixed)];
        int room = width - widths.Sum();
        if (open.Count > 0)
        {
            bool generously = open.Sum(i => (long)generous[i]) * 100 <= (long)room * GenerousPart;
            bool modestly = open.Sum(i => (long)modest[i]) <= room;
            int[] met = (generously, modestly) switch
            {
                (true, _) => generous,
                (_, true) => modest,
                _ => new int[columns.Count],
            };
            Share(columns, widths, open, room, met);
        }

        return widths;
    }

    private static void Share(IReadOnlyList<Column> columns, int[] widths, List<int> open, int room, int[] needs)
    {
        while (true)
        {
            double shares = open.Sum(i => columns[i].Width);
            int available = room;
            List<int> narrow = [.. open.Where(i => available * columns[i].Width / shares < needs[i])];
            if (narrow.Count == 0 || narrow.Count == open.Count)
            {
                Divide(columns, widths, open, room);
                return;
            }

            foreach (int i in narrow)
            {
                widths[i] = needs[i];
                room -= widths[i];
                open.Remove(i);
            }
        }
    }

    // The last column takes the rounding remainder, so that a table is exactly as wide as the text.
    private static void Divide(IReadOnlyList<Column> columns, int[] widths, List<int> open, int room)
    {
        double shares = open.Sum(i => columns[i].Width);
        foreach (int i in open)
        {
            widths[i] = (int)Math.Floor(room * columns[i].Width / shares);
        }

        widths[open[^1]] += room - open.Sum(i => widths[i]);
    }
}
