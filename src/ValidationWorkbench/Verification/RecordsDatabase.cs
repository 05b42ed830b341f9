using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ValidationWorkbench.Verification;

/// <summary>
/// The database as plain rows and storage classes, read only. Neither the model nor the settings of the writer take part, so that nothing that
/// was altered can stop the reading before it is seen.
/// </summary>
internal sealed class RecordsDatabase : IDisposable
{
    private readonly sqlite3 handle;

    /// <summary>Opens the database.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public RecordsDatabase(string path)
    {
        Batteries_V2.Init();

        // One thread alone uses it, so the library need not guard every value that is looked at by a lock: these cost a tenth of a check.
        var result = raw.sqlite3_open_v2(path, out handle, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            Check(result);
            raw.sqlite3_extended_result_codes(handle, 1);
            Execute("pragma query_only = on");
            Execute("pragma trusted_schema = off");
            Execute("pragma cell_size_check = on");
            Execute("pragma busy_timeout = 30000");
            Execute("pragma cache_size = -32768");
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Version of the SQLite library.</summary>
    public static string SqliteVersion => raw.sqlite3_libversion().utf8_to_string();

    /// <summary>Prepares a query.</summary>
    /// <exception cref="SqliteException">The tables are not as they must be.</exception>
    public SqlQuery Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(handle, sql, out var statement));
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

    public void Dispose() => handle.Dispose();

    internal void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteException($"SQLite says: {raw.sqlite3_errmsg(handle).utf8_to_string()} ({result})", result);
        }
    }
}
