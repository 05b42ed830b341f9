using System.Runtime.CompilerServices;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Specs;

/// <summary>Tests open databases behind the workbench's back; the choice of the SQLite library must be made before the first of them does.</summary>
internal static class SqliteBinding
{
    [ModuleInitializer]
    internal static void Initialize() => RuntimeHelpers.RunModuleConstructor(typeof(RecordsFolder).Module.ModuleHandle);
}
