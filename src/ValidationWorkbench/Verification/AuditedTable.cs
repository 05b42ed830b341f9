namespace ValidationWorkbench.Verification;

/// <summary>
/// A table whose every row a record must account for. Rows are found by their key and then read from the table itself, since an index could hold
/// other values.
/// </summary>
internal sealed class AuditedTable : IDisposable
{
    private readonly string name;
    private readonly string[] keys;
    private readonly string[] columns;
    private readonly RecordsDatabase database;
    private readonly FaultLog faults;
    private readonly SqlQuery find;
    private readonly StoredRow row;
    private readonly RowMarks marks = new();

    /// <summary>Prepares a table.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="name">Its name.</param>
    /// <param name="keys">Columns of its key.</param>
    /// <param name="others">All its other columns.</param>
    /// <param name="faults">Takes the faults.</param>
    public AuditedTable(RecordsDatabase database, string name, string[] keys, string[] others, FaultLog faults)
    {
        (this.database, this.name, this.keys, this.faults) = (database, name, keys, faults);
        columns = [.. keys, .. others];
        row = new StoredRow(columns.Length + 1);
        find = database.Prepare($"select rowid, {string.Join(", ", columns)} from {name} not indexed where rowid = (select rowid from {name} where {string.Join(" and ", keys.Select((key, i) => $"{key} = ?{i + 1}"))})");
    }

    /// <summary>Rows that records speak of.</summary>
    public long Matched { get; private set; }

    /// <summary>Columns that are compared.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>Compares the row that a record speaks of with what it says.</summary>
    /// <param name="sequence">Sequence of the record.</param>
    /// <param name="values">Expected values in the order of the columns: a text, a long, or null; <see cref="AnyValue"/> for what is checked otherwise.</param>
    /// <param name="isShared">True where several records may speak of one row.</param>
    public void Compare(long sequence, ReadOnlySpan<object?> values, bool isShared = false)
    {
        if (!find.ReadOne(row, values[..keys.Length]))
        {
            faults.Add(FaultClass.Missing, sequence, $"{name}: the record says that there is a row {Describe(values)}, but none is stored");
            return;
        }

        if (marks.Mark(row.Number(0) ?? 0))
        {
            Matched++;
        }
        else if (!isShared)
        {
            faults.Add(FaultClass.Row, sequence, $"{name}: a second record speaks of the row {Describe(values)}");
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (!Holds(i + 1, values[i]))
            {
                faults.Add(FaultClass.Row, sequence, $"{name} {Describe(values)}: column {columns[i]} is {row.Describe(i + 1)}, the record says {values[i] ?? "nothing"}");
            }
        }
    }

    /// <summary>A value of the row compared last.</summary>
    public long? Number(string column) => row.Number(Array.IndexOf(columns, column) + 1);

    /// <summary>Finds rows that no record speaks of.</summary>
    public void FindOrphans()
    {
        using var all = database.Prepare($"select rowid, {string.Join(", ", keys)} from {name} not indexed");
        var key = new StoredRow(keys.Length + 1);
        while (all.Read(key))
        {
            if (!marks.IsMarked(key.Number(0) ?? 0))
            {
                faults.Add(FaultClass.Orphan, null, $"{name} {string.Join('/', keys.Select((_, i) => key.Describe(i + 1)))}: no record says that this row is there");
            }
        }
    }

    public void Dispose() => find.Dispose();

    private bool Holds(int column, object? value) => value switch
    {
        long number => row.Is(column, number),
        string text => row.Is(column, text),
        null => row.Kind(column) == CellKind.Null,
        _ => ReferenceEquals(value, AnyValue.Instance),
    };

    private string Describe(ReadOnlySpan<object?> values) => string.Join('/', values[..keys.Length].ToArray().Select(value => FormattableString.Invariant($"{value}")));
}
