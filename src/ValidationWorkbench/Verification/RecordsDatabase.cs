using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ValidationWorkbench.Verification;

/// <summary>
/// The database as plain rows and storage classes, read only. Neither the model nor the settings of the writer take part, so that nothing that
/// was altered can stop the reading before it is seen.
/// </summary>
internal sealed class RecordsDatabase : IDisposable
{
    private readonly SqliteConnection connection;

    /// <summary>Opens the database.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public RecordsDatabase(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute("pragma query_only = on");
            Execute("pragma trusted_schema = off");
            Execute("pragma cell_size_check = on");
            Execute("pragma busy_timeout = 30000");
            Execute("pragma cache_size = -32768");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Version of the SQLite library.</summary>
    public string SqliteVersion => connection.ServerVersion;

    /// <summary>Prepares a query.</summary>
    /// <exception cref="SqliteException">The tables are not as they must be.</exception>
    public SqlQuery Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement));
        return new SqlQuery(this, statement);
    }

    /// <summary>Runs a statement without rows.</summary>
    public void Execute(string sql)
    {
        using var query = Prepare(sql);
        query.Step();
    }

    /// <summary>A query's only value.</summary>
    public long Count(string sql)
    {
        using var query = Prepare(sql);
        var row = new StoredRow(1);
        return query.Read(row) ? row.Number(0) ?? 0 : 0;
    }

    public void Dispose() => connection.Dispose();

    internal void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteException($"SQLite says: {raw.sqlite3_errmsg(connection.Handle).utf8_to_string()} ({result})", result);
        }
    }
}
