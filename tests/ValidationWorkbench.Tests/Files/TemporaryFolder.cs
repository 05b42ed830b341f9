using System.Text;

namespace ValidationWorkbench.Tests.Files;

/// <summary>A folder of one test, deleted with all that is in it afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo outer = Directory.CreateTempSubdirectory("vwb-");

    public TemporaryFolder() => Root = outer.CreateSubdirectory("root").FullName;

    /// <summary>The folder. What a test puts beside it, such as the anchor of records, is deleted as well.</summary>
    public string Root { get; }

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Writes a text as UTF-8 without byte-order mark and returns the file's path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => outer.Delete(recursive: true);
}
