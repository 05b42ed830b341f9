namespace ValidationWorkbench.Pdf;

/// <summary>A table whose header row repeats after a page break and whose rows stay whole unless one is taller than a page.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    public string? Caption { get; init; }

    /// <summary>Smaller type and tighter rows, for tables of many columns.</summary>
    public bool Compact { get; init; }

    /// <summary>Least height of a body row in points, 0 to 400: room to sign by hand.</summary>
    public double MinimumRowHeight { get; init; }
}
