using System.Runtime.InteropServices;

namespace ValidationWorkbench;

/// <summary>What lies at a path, before it is opened: a pipe would be waited for without end, a device read without end, and a link leads elsewhere.</summary>
internal static class DiskPath
{
    private const int MostLinks = 40;
    private const int FromHere = -100;
    private const uint TypeOnly = 1;
    private const int ModeAt = 28;
    private const int TypeBits = 0xF000;

    /// <summary>Refuses a pipe, a socket and a device; a link counts as what it leads to.</summary>
    /// <exception cref="IOException">It is one.</exception>
    public static void CheckRegular(string path)
    {
        if (IsSpecial(path))
        {
            throw new IOException($"{path} is a pipe, a socket or a device, and no file.");
        }
    }

    /// <summary>True for a pipe, a socket and a device. Linux alone can tell; elsewhere nothing is one.</summary>
    public static bool IsSpecial(string path)
    {
        var found = new byte[256];
        return OperatingSystem.IsLinux() && Statx(FromHere, path, 0, TypeOnly, found) == 0
            && (BitConverter.ToUInt16(found, ModeAt) & TypeBits) is not (0x8000 or 0x4000);
    }

    /// <summary>The path with <c>~/</c> at its beginning as the home folder.</summary>
    public static string FromHome(string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]) : path;

    /// <summary>The path with every link on the way followed, also where its end is not there yet.</summary>
    public static string Real(string path) => Real(Path.GetFullPath(path), 0);

    /// <summary>True where a path lies within a folder, whatever links lead there.</summary>
    public static bool IsWithin(string path, string folder) => Real(path).StartsWith(
        Path.TrimEndingDirectorySeparator(Real(folder)) + Path.DirectorySeparatorChar,
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static string Real(string path, int links)
    {
        var real = Path.GetPathRoot(path)!;
        var names = path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < names.Length; i++)
        {
            var next = Path.Combine(real, names[i]);
            if (links < MostLinks && new FileInfo(next).LinkTarget is { } target)
            {
                return Real(Path.GetFullPath(Path.Combine([target, .. names[(i + 1)..]]), real), links + 1);
            }

            real = next;
        }

        return real;
    }

    /// <summary>The call whose answer has the same layout on every processor.</summary>
    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] found);
}
