namespace ValidationWorkbench.Storage;

/// <summary>
/// Opens a file so that the operating system itself appends. .NET only seeks to the end, which Linux refuses for a file with the append-only
/// attribute (<c>chattr +a</c>): the very files on which an anchor is best kept.
/// </summary>
internal static class AppendOnlyFile
{
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
            PosixFile.FlushName(path);
        }

        return new FileStream(PosixFile.Open(path, PosixFile.Append), FileAccess.Write, bufferSize: 0);
    }
}
