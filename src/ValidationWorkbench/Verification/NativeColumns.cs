using System.Runtime.InteropServices;
using SQLitePCL;

namespace ValidationWorkbench.Verification;

/// <summary>
/// The values of a row straight from the SQLite library that is loaded. The managed binding takes as long for them as reading and hashing the row, since it
/// guards its handle and changes the mode of the runtime at every call; these calls only look at a row that is in memory.
/// </summary>
internal static class NativeColumns
{
    private const string Library = "e_sqlite3";

    /// <summary>Puts the values of the current row of a statement into a row.</summary>
    public static void Read(sqlite3_stmt statement, StoredRow row)
    {
        var address = statement.DangerousGetHandle();
        for (var column = 0; column < row.Columns; column++)
        {
            // The storage class comes first: asking a value for its bytes may convert it.
            switch (Type(address, column))
            {
                case raw.SQLITE_INTEGER:
                    row.Set(column, WholeNumber(address, column));
                    break;
                case raw.SQLITE_TEXT:
                    Copy(address, column, row, CellKind.Text);
                    break;
                case raw.SQLITE_BLOB:
                    Copy(address, column, row, CellKind.Blob);
                    break;
                case raw.SQLITE_FLOAT:
                    row.Set(column, CellKind.Real, []);
                    break;
            }
        }

        GC.KeepAlive(statement);
    }

    private static void Copy(IntPtr statement, int column, StoredRow row, CellKind kind)
    {
        var bytes = Blob(statement, column);
        if (row.Claim(column, kind, Length(statement, column)) is { Count: > 0 } place)
        {
            Marshal.Copy(bytes, place.Array!, place.Offset, place.Count);
        }
    }

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Type(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long WholeNumber(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_blob")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr Blob(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Length(IntPtr statement, int column);
}
