using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets a table: caption and shaded header rows stay with the first rows and repeat on every further page.</summary>
internal sealed class TableLayout
{
    private const int SidePadding = 4_500;
    private const int LongestUnbroken = 18;
    private const int TallRow = 60_000;

    // The last row alone on a page looks lost: only a row that leaves a larger hole stays behind.
    private const int TallBeforeLast = 160_000;
    private const int Narrowest = 20_000;
    private const int RoomToWrite = 34_000;
    private const int AboveRule = 7_000;

    private readonly Table _table;
    private readonly TextStyle _text;
    private readonly TextStyle _head;
    private readonly int _padding;
    private readonly PageShape _shape;
    private readonly int[] _lefts;
    private readonly int _highest;
    private readonly Element _element = new(ElementType.Table);

    /// <param name="table">The table.</param>
    /// <param name="highest">How high a piece may be on a page of a shape.</param>
    public TableLayout(Table table, Func<PageShape, int> highest)
    {
        _table = table;
        _text = table.Compact ? Typography.CompactText : Typography.TableText;
        _head = table.Compact ? Typography.CompactHead : Typography.TableHead;
        _padding = table.Compact ? 2_400 : 3_600;
        (int[] generous, int[] modest) = Needs();
        _shape = ShapeFor(modest);
        _highest = highest(_shape);
        int[] widths = ColumnWidths.Of(table.Columns, _shape.TextWidth, generous, modest);
        _lefts = [.. Enumerable.Range(0, widths.Length + 1).Select(i => widths.Take(i).Sum())];
    }

    public IEnumerable<Piece> Pieces() => Stacked().Select(piece => piece with { Shape = _shape });

    private IEnumerable<Piece> Stacked()
    {
        Piece? again = null;
        if (_table.Caption is not null)
        {
            Piece caption = CaptionLayout.Piece(_table.Caption, Typography.Caption, _shape.TextWidth, new Element(ElementType.Caption, _element));
            yield return caption with { Before = Spacing.Block, KeepWithNext = true };
            again = CaptionLayout.Piece($"{_table.Caption} (continued)", Typography.Continued, _shape.TextWidth, new Element(ElementType.Caption));
        }

        // A header that takes half of a page would leave the rows no room: it is printed once and does not repeat.
        // A head without a body is no head: where there are no rows, its lines are the rows.
        Element head = _table.Rows.Count > 0 ? new Element(ElementType.THead, _element) : _element;
        Piece[] header = [.. _table.Groups.Count == 0 ? [] : Groups(head), .. Titles(head)];
        if (header.Sum(piece => piece.Height) <= _highest / 2)
        {
            header = [header.Aggregate(Stacked)];
            again = again is null ? Shaded(header[0]) : Stacked(again, Shaded(header[0]));
        }

        foreach (Piece piece in header)
        {
            yield return Shaded(piece) with { KeepWithNext = _table.Rows.Count > 0, After = _table.Rows.Count > 0 ? 0 : Spacing.Block };
        }

        Element body = _table.Rows.Count > 0 ? new Element(ElementType.TBody, _element) : _element;
        foreach (Piece row in _table.Rows.SelectMany((row, i) => Rows(row, i, again, new Element(ElementType.TR, body))))
        {
            yield return row;
        }
    }

    private PageShape ShapeFor(int[] modest)
    {
        int needed = _table.Columns.Select((column, i) => column.IsFixed ? (int)Math.Round(column.Width * 1000) : Math.Max(modest[i], Narrowest)).Sum();
        bool landscape = _table.Landscape ?? needed > PageShape.Portrait.TextWidth;
        return landscape ? PageShape.Landscape : PageShape.Portrait;
    }

    private Piece Shaded(Piece content) => content with
    {
        Marks =
        [
            new BoxMark(0, 0, _lefts[^1], content.Height, Ink.Shade),
            Rule(0, Spacing.MediumLine, Ink.StrongRule),
            Rule(content.Height, Spacing.HairLine, Ink.StrongRule),
            .. content.Marks,
        ],
    };

    private IEnumerable<Piece> Titles(Element head)
    {
        Element line = new(ElementType.TR, head);
        GridCell[] cells = [.. _table.Columns.Select((column, i) => Cell(i, column.Title, _head, Header(line, 1)))];
        return new GridRow(cells, _padding + 400).Pieces(_highest, 0);
    }

    private Piece[] Groups(Element head)
    {
        Element line = new(ElementType.TR, head);
        List<GridCell> cells = [];
        List<Mark> rules = [];
        int column = 0;
        foreach (ColumnGroup group in _table.Groups)
        {
            GridCell cell = Cell(column, group.Title, _head, Header(line, group.Columns));
            cells.Add(cell with { Alignment = group.Columns > 1 ? Alignment.Centre : Alignment.Left });
            int width = _lefts[column + group.Columns] - _lefts[column];
            rules.AddRange(group.Title.Length == 0 ? [] : [new LineMark(_lefts[column] + SidePadding, 0, width - (2 * SidePadding), 0, Spacing.HairLine, Ink.Leader)]);
            column += group.Columns;
        }

        Piece[] pieces = [.. new GridRow(cells, _padding).Pieces(_highest, 0)];
        pieces[^1] = pieces[^1] with { Marks = [.. pieces[^1].Marks, .. rules.Select(rule => rule.Moved(0, pieces[^1].Height))] };
        return pieces;
    }

    private IEnumerable<Piece> Rows(Row row, int index, Piece? repeat, Element line)
    {
        GridRow grid = new([.. Columns(row).Select(place => Cell(place.First, place.Cell.Text, Style(place.Cell), Tag(place.Cell, line)))], _padding);
        LineMark[] toWriteOn = [.. Columns(row).Where(place => place.Cell.ToWriteOn).Select(place => WritingLine(place.First, place.Cell.Columns))];
        int lowest = Math.Max((int)Math.Round(_table.MinimumRowHeight * 1000), toWriteOn.Length > 0 ? RoomToWrite : 0);
        Piece[] slices = [.. grid.Pieces(_highest - (repeat?.Height ?? 0), lowest)];
        bool last = index == _table.Rows.Count - 1;
        int keptBelow = last ? 0 : index == _table.Rows.Count - 2 ? TallBeforeLast : index == 0 ? TallRow : 0;
        for (int i = 0; i < slices.Length; i++)
        {
            bool closes = last && i == slices.Length - 1;
            Mark below = closes ? Rule(slices[i].Height, Spacing.MediumLine, Ink.StrongRule) : Rule(slices[i].Height, Spacing.HairLine, Ink.Rule);
            IEnumerable<Mark> lines = i == slices.Length - 1 ? toWriteOn.Select(line => line.Moved(0, slices[i].Height)) : [];
            yield return slices[i] with
            {
                Marks = [.. slices[i].Marks, .. lines, below],
                Repeat = repeat,
                KeepWithNext = slices[i].Height < keptBelow,
                After = closes ? Spacing.Block : 0,
            };
        }
    }

    private static Element Header(Element line, int columns) => new(ElementType.TH, line) { Scope = HeaderScope.Column, Columns = columns };

    private static Element Tag(Cell cell, Element line) => cell.NamesRow
        ? new Element(ElementType.TH, line) { Scope = HeaderScope.Row, Columns = cell.Columns }
        : new Element(ElementType.TD, line) { Columns = cell.Columns };

    private LineMark WritingLine(int column, int columns)
    {
        int width = _lefts[column + columns] - _lefts[column] - (2 * SidePadding);
        return new LineMark(_lefts[column] + SidePadding, -AboveRule, width, 0, Spacing.HairLine, Ink.Muted);
    }

    private GridCell Cell(int column, string text, TextStyle style, Element element)
    {
        int width = _lefts[column + element.Columns] - _lefts[column] - (2 * SidePadding);
        Alignment alignment = element.Columns > 1 ? Alignment.Left : _table.Columns[column].Alignment;
        return new GridCell(LineBreaker.Lines(text, style, width), style, _lefts[column] + SidePadding, width, alignment) { Element = element };
    }

    private TextStyle Style(Cell cell)
    {
        TextStyle style = cell.Code ? Typography.Code(_text) : _text;
        return cell.Bold || cell.NamesRow ? style.Bold : style;
    }

    /// <summary>The cells of a row, each with the number of its first column.</summary>
    private static IEnumerable<(int First, Cell Cell)> Columns(Row row)
    {
        int first = 0;
        foreach (Cell cell in row.Cells)
        {
            yield return (first, cell);
            first += cell.Columns;
        }
    }

    // A cell over several columns has their widths together: it makes no demand on any of them.
    private (int[] Generous, int[] Modest) Needs()
    {
        int[] modest = [.. _table.Columns.Select(column => WidestWord(MeasuredText.Normalised(column.Title), _head))];
        int[] generous = [.. modest];
        TextStyle style = _text.Bold;
        foreach ((int first, Cell cell) in _table.Rows.SelectMany(Columns).Where(place => place.Cell.Columns == 1))
        {
            string text = MeasuredText.Normalised(cell.Text);
            bool isShort = text.Length <= LongestUnbroken && !text.Contains('\n', StringComparison.Ordinal);
            int words = WidestWord(text, style);
            modest[first] = Math.Max(modest[first], words);
            generous[first] = Math.Max(generous[first], isShort ? MeasuredText.WidthOf(text.AsSpan(), style) : words);
        }

        return ([.. generous.Select(width => width + (2 * SidePadding))], [.. modest.Select(width => width + (2 * SidePadding))]);
    }

    /// <summary>Words and identifiers; not what has to be broken anyway, such as hashes.</summary>
    private static int WidestWord(ReadOnlySpan<char> text, TextStyle style)
    {
        int widest = 0;
        foreach (Range word in text.SplitAny(' ', '\n'))
        {
            ReadOnlySpan<char> letters = text[word];
            widest = letters.Length <= LongestUnbroken ? Math.Max(widest, MeasuredText.WidthOf(letters, style)) : widest;
        }

        return widest;
    }

    private LineMark Rule(int y, int thickness, Ink ink) => new(0, y, _lefts[^1], 0, thickness, ink);

    private static Piece Stacked(Piece upper, Piece lower) =>
        new(upper.Height + lower.Height, [.. upper.Marks, .. lower.Marks.Select(mark => mark.Moved(0, upper.Height))]);
}
