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
        NativeColumns.Read(statement, row);
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
}
