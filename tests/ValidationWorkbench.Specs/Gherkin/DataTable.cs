namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>The table under a step. Its first row names the columns.</summary>
public sealed class DataTable
{
    internal DataTable(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Header = header;
        Rows = [.. rows.Select(cells => new DataTableRow(header, cells))];
    }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<DataTableRow> Rows { get; }

    public int RowCount => Rows.Count;
}

/// <summary>One body row of a table; cells by column name or by position from 0.</summary>
public sealed class DataTableRow
{
    private readonly IReadOnlyList<string> _header;
    private readonly IReadOnlyList<string> _cells;

    internal DataTableRow(IReadOnlyList<string> header, IReadOnlyList<string> cells) => (_header, _cells) = (header, cells);

    public IReadOnlyList<string> Keys => _header;

    public IReadOnlyList<string> Values => _cells;

    public int Count => _cells.Count;

    public string this[int index] => _cells[index];

    public string this[string header] => ContainsKey(header)
        ? _cells[_header.ToList().IndexOf(header)]
        : throw new SpecificationException($"The table has no column '{header}'; it has: {string.Join(", ", _header)}.");

    public bool ContainsKey(string header) => _header.Contains(header);
}
