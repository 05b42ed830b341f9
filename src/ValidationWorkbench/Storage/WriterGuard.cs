using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ValidationWorkbench.Storage;

/// <summary>
/// Takes from the writing connection what it never needs: changing or deleting what only grows, changing the schema or its guards, other
/// databases, other settings. A mistake in this program, or in a statement that reaches it, then fails instead of altering records.
/// </summary>
internal static class WriterGuard
{
    private const int Defensive = 1010;

    // Kept for the life of the process, since SQLite calls it from native code. The managed binding keeps its own callback too short.
    private static readonly Authorizer Guard = Authorize;
    private static readonly IntPtr GuardAddress = Marshal.GetFunctionPointerForDelegate(Guard);
    private static readonly Lazy<SetAuthorizer> Set = new(() => SqliteLibrary.Function<SetAuthorizer>("sqlite3_set_authorizer"));

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Authorizer(IntPtr context, int action, IntPtr first, IntPtr second, IntPtr database, IntPtr inner);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SetAuthorizer(IntPtr connection, IntPtr authorizer, IntPtr context);

    public static void Install(SqliteConnection connection)
    {
        var database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(database, Defensive, 1, out var isOn), database);
        if (isOn != 1)
        {
            throw new InvalidOperationException("SQLite did not go into defensive mode.");
        }

        SqliteException.ThrowExceptionForRC(Set.Value(database.DangerousGetHandle(), GuardAddress, IntPtr.Zero), database);
    }

    /// <summary>Lets go of a connection that is about to be put to rest.</summary>
    public static void Remove(SqliteConnection connection) =>
        SqliteException.ThrowExceptionForRC(Set.Value(connection.Handle!.DangerousGetHandle(), IntPtr.Zero, IntPtr.Zero), connection.Handle);

    private static int Authorize(IntPtr context, int action, IntPtr first, IntPtr second, IntPtr database, IntPtr inner) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_FUNCTION or raw.SQLITE_TRANSACTION or raw.SQLITE_SAVEPOINT or raw.SQLITE_RECURSIVE => raw.SQLITE_OK,
        raw.SQLITE_INSERT => IsOurs(Marshal.PtrToStringUTF8(first)) ? raw.SQLITE_OK : raw.SQLITE_DENY,
        raw.SQLITE_UPDATE => Marshal.PtrToStringUTF8(first) == "Runs" ? raw.SQLITE_OK : raw.SQLITE_DENY,
        raw.SQLITE_PRAGMA => second == IntPtr.Zero ? raw.SQLITE_OK : raw.SQLITE_DENY,
        _ => raw.SQLITE_DENY,
    };

    private static bool IsOurs(string? table) => table is not null && !table.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase);
}
