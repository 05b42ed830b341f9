using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ValidationWorkbench.Storage;

/// <summary>Says in the workbench's words what the storage threw.</summary>
public static class StorageFault
{
    private const int LongestDepth = 5;

    /// <summary>
    /// <see cref="IntegrityException"/> for a damaged database, <see cref="RecordsUnavailableException"/> where the disk is full, failing, read-only
    /// or held by somebody else; null where the fault is not the storage's.
    /// </summary>
    public static Exception? Explain(Exception? fault, int depth = 0) => fault switch
    {
        null => null,
        IntegrityException or RecordsUnavailableException => fault,
        SqliteException exception => Explain(exception),
        _ => depth < LongestDepth ? Explain(fault.InnerException, depth + 1) : null,
    };

    private static Exception? Explain(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new IntegrityException($"the database is damaged: {exception.Message}"),
        raw.SQLITE_FULL => new RecordsUnavailableException("the disk is full.", exception),
        raw.SQLITE_READONLY => new RecordsUnavailableException($"they are read-only, or their file was moved: {exception.Message}", exception),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new RecordsUnavailableException("another program kept the database busy for longer than 30 s.", exception),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_NOLFS or raw.SQLITE_PROTOCOL => new RecordsUnavailableException($"the disk failed: {exception.Message}", exception),
        _ => null,
    };
}
