using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ValidationWorkbench.Storage;

/// <summary>A statement that is prepared once and run many times, with values by position. Not for concurrent use.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private const uint KeepLong = 1;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int position;

    /// <exception cref="SqliteException">The text is no statement, or the connection may not run it.</exception>
    public PreparedStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, KeepLong, out statement));
    }

    /// <summary>Sets the next value.</summary>
    public PreparedStatement Add(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++position, value));
        return this;
    }

    /// <inheritdoc cref="Add(long)"/>
    public PreparedStatement Add(long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(statement, ++position, number) : raw.sqlite3_bind_null(statement, ++position));
        return this;
    }

    /// <inheritdoc cref="Add(long)"/>
    public PreparedStatement Add(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(statement, ++position) : raw.sqlite3_bind_text(statement, ++position, value));
        return this;
    }

    /// <inheritdoc cref="Add(long)"/>
    public PreparedStatement Add(byte[] value)
    {
        Check(raw.sqlite3_bind_blob(statement, ++position, value));
        return this;
    }

    /// <summary>Runs the statement with the values set, then forgets them.</summary>
    /// <exception cref="SqliteException">The database refused.</exception>
    public void Run() => Run(static _ => 0);

    /// <summary>Runs the statement, which gives one row, and reads that.</summary>
    public T Run<T>(Func<sqlite3_stmt, T> read)
    {
        position = 0;
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            // The message belongs to the connection and is gone after the reset.
            try
            {
                Check(result);
            }
            finally
            {
                _ = raw.sqlite3_reset(statement);
            }
        }

        try
        {
            return read(statement);
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
