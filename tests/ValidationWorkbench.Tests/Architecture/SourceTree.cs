using System.Runtime.CompilerServices;

namespace ValidationWorkbench.Tests.Architecture;

/// <summary>The repository as it lies on disk.</summary>
internal static class SourceTree
{
    private static readonly string[] Made = ["artifacts", "bin", "obj", ".git", "records", "packages", "TestResults"];

    /// <summary>Folder of the solution: above the test assembly, or above this file where the build writes elsewhere.</summary>
    public static string Root { get; } = FindAbove(AppContext.BaseDirectory) ?? FindAbove(ThisFile())
        ?? throw new InvalidOperationException("The tests must run from a folder below that of ValidationWorkbench.sln.");

    /// <summary>Files below a folder of the repository that people write, by paths relative to its root with forward slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] extensions) =>
        from file in Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/')
        where extensions.Contains(System.IO.Path.GetExtension(file)) && !path.Split('/').Any(Made.Contains)
        orderby path
        select (path, File.ReadAllText(file));

    private static string? FindAbove(string? place) =>
        string.IsNullOrEmpty(place) || File.Exists(System.IO.Path.Combine(place, "ValidationWorkbench.sln")) ? place
        : FindAbove(System.IO.Path.GetDirectoryName(place));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
