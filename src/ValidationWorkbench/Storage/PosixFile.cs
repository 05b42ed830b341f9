using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ValidationWorkbench.Storage;

/// <summary>What Linux offers and .NET does not: opening a file so that the system appends, and waiting until the names in a folder are on the disk.</summary>
internal static class PosixFile
{
    /// <summary>O_WRONLY and O_APPEND.</summary>
    public const int Append = 0x1 | 0x400;

    private const int ReadDirectory = 0x10000;
    private const int CloseOnExec = 0x80000;
    private const int InvalidArgument = 22;

    /// <summary>Opens a file that is there.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SafeFileHandle Open(string path, int flags)
    {
        var handle = OpenNative(path, flags | CloseOnExec);
        if (!handle.IsInvalid)
        {
            return handle;
        }

        var error = Marshal.GetLastPInvokeErrorMessage();
        handle.Dispose();
        throw new IOException($"{path}: {error}");
    }

    /// <summary>
    /// Waits until the names in the folder of a file are on the disk: without that a power failure may take away a file that was just made, its flushed
    /// bytes with it. Windows offers no such call; its file systems keep names in their journal.
    /// </summary>
    /// <exception cref="IOException">They could not be written.</exception>
    public static void FlushName(string path)
    {
        if (!OperatingSystem.IsLinux() || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder)
        {
            return;
        }

        using var handle = Open(folder, ReadDirectory);

        // A file system that cannot flush a folder says "invalid argument", and there is nothing to wait for.
        if (Flush(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
        {
            throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle OpenNative([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(SafeFileHandle handle);
}
