using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ValidationWorkbench.Storage;

/// <summary>
/// Which SQLite library the process uses: the system's where it is newer than the one that comes with the workbench, because it gets the
/// fixes. The choice is made once, before the first call; a process that is bound half to one library and half to another destroys data.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>Environment variable; <c>bundled</c> keeps the process on the library that comes with the workbench.</summary>
    public const string Choice = "VWB_SQLITE";

    private const string Bundled = "e_sqlite3";
    private const string System = "libsqlite3.so.0";

    /// <summary>What the workbench calls beyond the ordinary; a library built without one of these is passed over.</summary>
    private static readonly string[] Needed = ["sqlite3_db_config", "sqlite3_set_authorizer", "sqlite3_backup_init", "sqlite3_prepare_v3", "sqlite3_blob_open"];

    private static readonly Lazy<IntPtr> Library = new(Choose);
    private static bool mayChoose = true;

    /// <summary>Version of the library that is loaded, as SQLite numbers it: 3.50.7 is 3050007.</summary>
    public static int Version
    {
        get
        {
            Batteries_V2.Init();
            return raw.sqlite3_libversion_number();
        }
    }

    /// <summary>A function of the loaded library that the managed binding does not offer in a usable form.</summary>
    public static TDelegate Function<TDelegate>(string name)
        where TDelegate : Delegate => Marshal.GetDelegateForFunctionPointer<TDelegate>(NativeLibrary.GetExport(Library.Value, name));

    // CA2255: a module initializer is the one thing that surely runs before this library's first call of SQLite.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Initialize()
    {
        NativeLibrary.SetDllImportResolver(typeof(SqliteLibrary).Assembly, (name, _, _) => name == Bundled ? Library.Value : IntPtr.Zero);
        if (IsInUse())
        {
            mayChoose = false;
        }
        else
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == Bundled ? Library.Value : IntPtr.Zero);
        }
    }

    /// <summary>True where a host of this library called SQLite before it loaded this library; then the bundled one is bound and must stay.</summary>
    private static bool IsInUse()
    {
        try
        {
            return raw.GetNativeLibraryName() is not null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The binding throws a bare Exception where no provider was set yet.
            return false;
        }
    }

    /// <summary>Asks both files for their version, which opens nothing and starts nothing, and lets go of the one that is not used.</summary>
    private static IntPtr Choose()
    {
        var hasBundled = NativeLibrary.TryLoad(Bundled, typeof(SQLite3Provider_e_sqlite3).Assembly, null, out var bundled);

        // Elsewhere the file has other names (winsqlite3.dll, libsqlite3.dylib) that nobody has tried with this workbench: the bundled one serves.
        if (!mayChoose || !OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Choice) == "bundled" || !NativeLibrary.TryLoad(System, out var system))
        {
            return bundled;
        }

        var isBetter = IsUsable(system) && (!hasBundled || VersionOf(system) > VersionOf(bundled));
        if (!isBetter || hasBundled)
        {
            NativeLibrary.Free(isBetter ? bundled : system);
        }

        return isBetter ? system : bundled;
    }

    private static bool IsUsable(IntPtr library) => Needed.All(name => NativeLibrary.TryGetExport(library, name, out _)) && Ask(library, "sqlite3_threadsafe") != 0;

    private static int VersionOf(IntPtr library) => Ask(library, "sqlite3_libversion_number");

    private static int Ask(IntPtr library, string function) =>
        NativeLibrary.TryGetExport(library, function, out var address) ? Marshal.GetDelegateForFunctionPointer<NumberFunction>(address)() : 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int NumberFunction();
}
