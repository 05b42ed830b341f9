using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ValidationWorkbench.Storage;

/// <summary>Creates the database, guards its tables and refuses one that this version does not know.</summary>
internal static class DatabaseSchema
{
    /// <summary>Version of the tables, kept in <c>user_version</c>.</summary>
    public const int Version = 4;

    /// <summary>"VWB1" as a number, kept in <c>application_id</c>.</summary>
    public const int ApplicationId = 0x56574231;

    private static readonly string[] AppendOnly = ["AuditRecords", "Trials", "Attempts", "Assessments", "Evidence"];

    /// <summary>Longest wait for a reader to let go of the file, in milliseconds.</summary>
    private const int LongestWait = 30_000;

    /// <summary>Opens a connection. One for writing gets its settings with <see cref="EnsureCreated"/>, once it is known to be ours.</summary>
    /// <exception cref="InputException">It is none, or cannot be opened.</exception>
    public static SqliteConnection Open(string path, bool readOnly)
    {
        if (DiskPath.IsSpecial(path))
        {
            throw new InputException(path, "is a pipe, a socket or a device, and no database.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw Unusable(path, exception);
        }
    }

    /// <summary>Creates the tables of an empty database or checks the version of an existing one, and sets what durability rests on.</summary>
    /// <returns>The mode that is in force.</returns>
    /// <exception cref="InputException">The database is of another program or version; it is left as it is.</exception>
    public static StorageMode EnsureCreated(SqliteConnection connection, StorageMode mode, string path)
    {
        if (CountTables(connection, path) != 0)
        {
            CheckVersion(connection, path);
            return SetDurable(connection, mode);
        }

        mode = SetDurable(connection, mode);

        // The tables, the guards and the version appear together or not at all.
        using var transaction = connection.BeginTransaction();
        Execute(connection, Tables(), transaction);
        foreach (var table in AppendOnly)
        {
            Execute(connection, $"create trigger {table}_no_update before update on {table} begin select raise(abort, '{table} is append-only'); end", transaction);
            Execute(connection, $"create trigger {table}_no_delete before delete on {table} begin select raise(abort, '{table} is append-only'); end", transaction);
        }

        // REPLACE goes round a delete trigger unless the connection asks for recursive triggers, which a foreign program does not.
        foreach (var (table, key) in new[]
        {
            ("Trials", "RunId = new.RunId and CaseId = new.CaseId and Role = new.Role and Repeat = new.Repeat"),
            ("Attempts", "RunId = new.RunId and CaseId = new.CaseId and Role = new.Role and Repeat = new.Repeat and Number = new.Number"),
            ("Assessments", "RunId = new.RunId and Number = new.Number"),
            ("Evidence", "Sha256 = new.Sha256"),
        })
        {
            Execute(connection, $"create trigger {table}_no_replace before insert on {table} when exists (select 1 from {table} where {key}) begin select raise(abort, '{table} is append-only'); end", transaction);
        }

        Execute(connection, """
            create trigger AuditRecords_next before insert on AuditRecords begin
              select raise(abort, 'AuditRecords: not the next record') where new.Sequence is not (select coalesce(max(Sequence), 0) + 1 from AuditRecords)
                or new.PreviousHash is not coalesce((select Hash from AuditRecords order by Sequence desc limit 1), zeroblob(32));
            end
            """, transaction);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"pragma application_id = {ApplicationId}; pragma user_version = {Version}"), transaction);
        transaction.Commit();
        return mode;
    }

    /// <summary>The tables and indexes of the model. A text, since the model takes long to make; a test compares it with the model's.</summary>
    internal static string Tables()
    {
        using var reader = new StreamReader(typeof(DatabaseSchema).Assembly.GetManifestResourceStream("ValidationWorkbench.Storage.tables.sql")!);
        return reader.ReadToEnd();
    }

    /// <summary>Leaves one file in the mode that every version of SQLite reads: a write-ahead log is only there while a writer is at work.</summary>
    public static void PutToRest(SqliteConnection connection)
    {
        WriterGuard.Remove(connection);
        try
        {
            Execute(connection, "pragma busy_timeout = 0; pragma journal_mode = delete", null);
        }
        catch (SqliteException)
        {
            // Somebody is reading, so the log stays; nothing is lost by that, and the next writer takes over.
        }
    }

    /// <summary>Refuses a database of another program or schema version.</summary>
    public static void CheckVersion(SqliteConnection connection, string path)
    {
        long id, version, tables;
        try
        {
            id = Scalar(connection, "pragma application_id");
            version = Scalar(connection, "pragma user_version");
            tables = Scalar(connection, "select count(*) from sqlite_master");
        }
        catch (SqliteException exception)
        {
            throw Unusable(path, exception);
        }

        if (id == 0 && tables == 0)
        {
            throw new InputException(path, "is empty: a first start was cut off before it had set the records up, and nothing was recorded. The next command that writes records finishes it.");
        }

        if (id != ApplicationId)
        {
            throw new InputException(path, "is a database, but not one of this workbench. Name another folder with --records.");
        }

        if (version != Version)
        {
            throw new InputException(path, string.Create(CultureInfo.InvariantCulture,
                $"has schema version {version}; this version of the workbench reads and writes {Version}. Use the workbench that wrote it, or another folder with --records."));
        }
    }

    private static Exception Unusable(string path, SqliteException exception) => StorageFault.Explain(exception) is IntegrityException fault
        ? new IntegrityException($"{path}: {fault.Message}")
        : new InputException(path, $"cannot be used as a database: {exception.Message}");

    private static long CountTables(SqliteConnection connection, string path)
    {
        try
        {
            return Scalar(connection, "select count(*) from sqlite_master");
        }
        catch (SqliteException exception)
        {
            throw Unusable(path, exception);
        }
    }

    /// <summary>
    /// Sets the mode and the guards of this connection; <see cref="RecordStatements.AssertSettings"/> reads them back before every append. A
    /// database that another version of SQLite left in the other mode is moved, which SQLite refuses while anybody else has it open.
    /// </summary>
    private static StorageMode SetDurable(SqliteConnection connection, StorageMode mode)
    {
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"pragma busy_timeout = {LongestWait}"), null);
        var found = MoveTo(connection, mode.Journal);
        if (found != mode.Journal)
        {
            // A file system without shared memory has no write-ahead log; SQLite then stays where it is.
            mode = found == StorageMode.DeleteExtra.Journal ? StorageMode.DeleteExtra
                : throw new InputException(connection.DataSource, $"stays in journal mode {found}; {mode.Journal} is needed.");
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"pragma synchronous = {mode.Synchronous}; pragma foreign_keys = on; pragma recursive_triggers = on; pragma trusted_schema = off; pragma cache_size = -16000"), null);
        return mode;
    }

    private static string? MoveTo(SqliteConnection connection, string journal)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma journal_mode = {journal}";
            return (string?)command.ExecuteScalar();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            throw new InputException(connection.DataSource, $"has to be moved to journal mode {journal}, but another program has it open. Wait until it has finished.");
        }
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
