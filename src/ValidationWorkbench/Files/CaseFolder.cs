namespace ValidationWorkbench.Files;

/// <summary>Finds case files where a user names files or folders.</summary>
public static class CaseFolder
{
    private static readonly string[] CaseFiles = [".yaml", ".yml", ".json"];

    /// <summary>The case files: a file stands for itself, a folder for the .yaml, .yml and .json files in it, by name.</summary>
    /// <exception cref="InputException">A path does not exist, or a folder holds no case file.</exception>
    public static IReadOnlyList<string> FilesOf(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return [.. paths.SelectMany(FilesOf)];
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? [path] : throw new InputException(path, "does not exist; a case file or a folder with case files is needed.");
        }

        var files = Directory.EnumerateFiles(path).Where(file => CaseFiles.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new InputException(path, "holds no case file (.yaml, .yml or .json). Plain documents need a case file beside them that names them.");
    }

    /// <summary>Documents in the folders given that no case names: most likely forgotten.</summary>
    public static IEnumerable<string> UnnamedDocuments(IReadOnlyList<string> paths, IEnumerable<CaseSetFile> sets)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var named = sets.SelectMany(set => set.Documents).Select(document => Path.GetFullPath(document.Name)).ToHashSet(StringComparer.Ordinal);
        return paths.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".md" or ".txt" && !named.Contains(Path.GetFullPath(file))).Order(StringComparer.Ordinal);
    }
}
