namespace ValidationWorkbench.Packaging;

/// <summary>Writes packages to disk.</summary>
public static class PackageFolder
{
    /// <summary>Writes the files; each appears whole or not at all.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static void Write(string folder, IEnumerable<PackageFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Name);
                File.WriteAllBytes(path + ".part", file.Bytes);
                File.Move(path + ".part", path, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"the package cannot be written: {exception.Message}");
        }
    }

    /// <summary>Shows early that a folder can be written, before anything is spent.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public static void CheckWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".write-probe");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"cannot be written: {exception.Message} Choose another folder with --out.");
        }
    }
}
