namespace ValidationWorkbench.Storage;

/// <summary>
/// A file beside the anchor that stands from before the first commit of a process until its last checkpoint is on the disk. It lies there and not among the
/// records, so that whoever can write these alone cannot make what he appends look like what a crash left.
/// </summary>
internal static class AtWorkMark
{
    /// <summary>Where it lies.</summary>
    public static string PathFor(string anchorPath) => $"{anchorPath}.open";

    /// <summary>True where a process is at work, or was cut off.</summary>
    public static bool IsSet(string anchorPath) => File.Exists(PathFor(anchorPath));

    /// <summary>Sets it and waits until its name is on the disk.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void Set(string anchorPath)
    {
        var path = PathFor(anchorPath);
        try
        {
            if (!File.Exists(path))
            {
                File.WriteAllText(path, "A process writes to the records of this anchor, or was cut off while it did.\n");
                PosixFile.FlushName(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be made, so that a later start could not tell a crash from an attack: {exception.Message} Name another anchor with --anchor.");
        }
    }

    /// <summary>Takes it away. Where that fails it stays, and the next start takes this process for one that was cut off.</summary>
    public static void Clear(string anchorPath)
    {
        try
        {
            File.Delete(PathFor(anchorPath));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder in which nothing may be deleted is a good place for an anchor all the same.
        }
    }
}
