namespace ValidationWorkbench.Pdf;

/// <summary>A table whose header row repeats after a page break and whose rows stay whole unless one is taller than a page.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    /// <summary>Printed above the table and entered in the list of tables; the caller writes the number into the text.</summary>
    public string? Caption { get; init; }

    /// <summary>Titles above those of the columns, or none; together they take exactly the columns.</summary>
    public IReadOnlyList<ColumnGroup> Groups { get; init; } = [];

    /// <summary>Smaller type and tighter rows, for tables of many columns.</summary>
    public bool Compact { get; init; }

    /// <summary>Least height of a body row in points, 0 to 400: room to sign by hand.</summary>
    public double MinimumRowHeight { get; init; }

    /// <summary>Whether the table stands on landscape pages; if left out, it does so when its words and identifiers find no room otherwise.</summary>
    public bool? Landscape { get; init; }
}
