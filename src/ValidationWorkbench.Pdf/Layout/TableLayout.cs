namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets a table: caption and shaded header row stay with the first rows and repeat on every further page.</summary>
internal sealed class TableLayout
{
    private const int SidePadding = 4_500;
    private const int LongestUnbroken = 18;
    private const int TallRow = 60_000;

    private readonly Table _table;
    private readonly TextStyle _text;
    private readonly TextStyle _head;
    private readonly int _padding;
    private readonly int[] _widths;
    private readonly int _highest;

    public TableLayout(Table table, int highest)
    {
        _table = table;
        _highest = highest;
        _text = table.Compact ? Typography.CompactText : Typography.TableText;
        _head = table.Compact ? Typography.CompactHead : Typography.TableHead;
        _padding = table.Compact ? 2_400 : 3_600;
        _widths = ColumnWidths.Of(table.Columns, Needs(ShortCells), Needs(Words));
    }

    public IEnumerable<Piece> Pieces()
    {
        Piece header = Header();
        Piece continued = header;
        if (_table.Caption is not null)
        {
            Piece caption = CaptionLayout.Piece(_table.Caption, Typography.Caption);
            continued = Stacked(CaptionLayout.Piece($"{_table.Caption} (continued)", Typography.Continued), header);
            yield return caption with { Before = Spacing.Item, KeepWithNext = true };
        }

        yield return header with { KeepWithNext = _table.Rows.Count > 0, After = _table.Rows.Count > 0 ? 0 : Spacing.Block };
        foreach (Piece row in _table.Rows.SelectMany((row, i) => Rows(row, i, continued)))
        {
            yield return row;
        }
    }

    private Piece Header()
    {
        GridRow row = new([.. _table.Columns.Select((column, i) => Cell(i, column.Title, _head))], _padding + 400);
        Piece piece = row.Pieces(_highest, 0).First();
        return piece with
        {
            Marks =
            [
                new BoxMark(0, 0, _widths.Sum(), piece.Height, Ink.Shade),
                Rule(0, Spacing.MediumLine, Ink.StrongRule),
                Rule(piece.Height, Spacing.HairLine, Ink.StrongRule),
                .. piece.Marks,
            ],
        };
    }

    private IEnumerable<Piece> Rows(Row row, int index, Piece repeat)
    {
        GridRow grid = new([.. row.Cells.Select((cell, i) => Cell(i, cell.Text, Style(cell)))], _padding);
        Piece[] slices = [.. grid.Pieces(_highest - repeat.Height, (int)Math.Round(_table.MinimumRowHeight * 1000))];
        bool last = index == _table.Rows.Count - 1;
        bool kept = !last && (index == 0 || index == _table.Rows.Count - 2);
        for (int i = 0; i < slices.Length; i++)
        {
            bool closes = last && i == slices.Length - 1;
            Mark below = closes ? Rule(slices[i].Height, Spacing.MediumLine, Ink.StrongRule) : Rule(slices[i].Height, Spacing.HairLine, Ink.Rule);
            yield return slices[i] with
            {
                Marks = [.. slices[i].Marks, below],
                Repeat = repeat,
                KeepWithNext = kept && slices[i].Height < TallRow,
                After = closes ? Spacing.Block : 0,
            };
        }
    }

    private GridCell Cell(int column, string text, TextStyle style)
    {
        int width = _widths[column] - (2 * SidePadding);
        int x = _widths.Take(column).Sum() + SidePadding;
        return new GridCell(LineBreaker.Lines(text, style, width), style, x, width, _table.Columns[column].Alignment);
    }

    private TextStyle Style(Cell cell)
    {
        TextStyle style = cell.Code ? Typography.Code(_text) : _text;
        return cell.Bold ? style.Bold : style;
    }

    private int[] Needs(Func<string, IEnumerable<string>> unbroken) => [.. _table.Columns.Select((column, i) =>
    {
        IEnumerable<int> head = Words(column.Title).Select(word => MeasuredText.WidthOf(word, _head));
        IEnumerable<int> cells = _table.Rows.SelectMany(row => unbroken(row.Cells[i].Text)).Distinct().Select(text => MeasuredText.WidthOf(text, _text.Bold));
        return head.Concat(cells).DefaultIfEmpty().Max() + (2 * SidePadding);
    })];

    /// <summary>Words and identifiers; not what has to be broken anyway, such as hashes.</summary>
    private static IEnumerable<string> Words(string text) => text.Split([' ', '\n', '\t', '\r']).Where(word => word.Length <= LongestUnbroken);

    private static IEnumerable<string> ShortCells(string text) => text.Length <= LongestUnbroken && !text.Contains('\n', StringComparison.Ordinal) ? [text] : Words(text);

    private LineMark Rule(int y, int thickness, Ink ink) => new(0, y, _widths.Sum(), 0, thickness, ink);

    private static Piece Stacked(Piece upper, Piece lower) =>
        new(upper.Height + lower.Height, [.. upper.Marks, .. lower.Marks.Select(mark => mark.Moved(0, upper.Height))]);
}
