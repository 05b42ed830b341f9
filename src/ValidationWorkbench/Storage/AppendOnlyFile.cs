using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ValidationWorkbench.Storage;

/// <summary>
/// Opens a file so that the operating system itself appends. .NET only seeks to the end, which Linux refuses for a file with the append-only
/// attribute (<c>chattr +a</c>): the very files on which an anchor is best kept.
/// </summary>
internal static class AppendOnlyFile
{
    private const int WriteOnly = 1;
    private const int Append = 0x400;
    private const int CloseOnExec = 0x80000;

    /// <summary>Opens the file for appending and makes it where it is missing.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new FileStream(path, new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 });
        }

        if (!File.Exists(path))
        {
            using var made = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }

        var handle = OpenNative(path, WriteOnly | Append | CloseOnExec);
        if (!handle.IsInvalid)
        {
            return new FileStream(handle, FileAccess.Write, bufferSize: 0);
        }

        var error = Marshal.GetLastPInvokeErrorMessage();
        handle.Dispose();
        throw new IOException($"{path}: {error}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle OpenNative([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
