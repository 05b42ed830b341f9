using System.Text;
using SQLitePCL;

namespace ValidationWorkbench.Verification;

/// <summary>A prepared query whose rows are read as they are stored.</summary>
internal sealed class SqlQuery(RecordsDatabase database, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Sets the parameters, from 1, and starts again.</summary>
    public SqlQuery Bind(params ReadOnlySpan<object?> values)
    {
        raw.sqlite3_reset(statement);
        for (var i = 0; i < values.Length; i++)
        {
            database.Check(values[i] switch
            {
                long number => raw.sqlite3_bind_int64(statement, i + 1, number),
                string text => raw.sqlite3_bind_text(statement, i + 1, Encoding.UTF8.GetBytes(text)),
                _ => raw.sqlite3_bind_null(statement, i + 1),
            });
        }

        return this;
    }

    /// <summary>True where there is a further row.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        database.Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Reads the next row; false where there is none.</summary>
    public bool Read(StoredRow row)
    {
        if (!Step())
        {
            return false;
        }

        row.Clear();
        for (var column = 0; column < row.Columns; column++)
        {
            ReadCell(row, column);
        }

        return true;
    }

    /// <summary>Reads the only row for these values; false where there is none. The query holds nothing afterwards.</summary>
    public bool ReadOne(StoredRow row, params ReadOnlySpan<object?> values)
    {
        try
        {
            return Bind(values).Read(row);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private void ReadCell(StoredRow row, int column)
    {
        // The storage class comes first: asking a value for its bytes may convert it.
        switch (raw.sqlite3_column_type(statement, column))
        {
            case raw.SQLITE_INTEGER:
                row.Set(column, raw.sqlite3_column_int64(statement, column));
                break;
            case raw.SQLITE_TEXT:
                row.Set(column, CellKind.Text, raw.sqlite3_column_blob(statement, column));
                break;
            case raw.SQLITE_BLOB:
                row.Set(column, CellKind.Blob, raw.sqlite3_column_blob(statement, column));
                break;
            case raw.SQLITE_FLOAT:
                row.Set(column, CellKind.Real, []);
                break;
        }
    }
}
