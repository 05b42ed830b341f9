using System.Text;
using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Packaging;

/// <summary><c>manifest.json</c>: SHA-256 of each file of a package, the log it was issued from, and the head and tree root of the audit trail after the record of their issue.</summary>
public static class Manifest
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private const string Name = "manifest.json";

    public static PackageFile Write(string runId, IReadOnlyList<PackageFile> files, Guid logId, LedgerHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var manifest = new
        {
            format = "validation-workbench/manifest/1",
            runId,
            files = files.Select(file => new { path = file.Name, sha256 = file.Sha256, length = file.Bytes.Length }),
            audit = new { log = Checkpoint.OriginOf(logId), records = head.Records, head = head.Hash, root = head.Root },
        };
        return new PackageFile(Name, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(manifest, Options) + "\n"));
    }

    /// <summary>Hash that the manifest of a folder gives a file; null where there is no manifest, or it does not list the file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string? HashIn(string folder, string file)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return manifest.RootElement.GetProperty("files").EnumerateArray().Where(entry => entry.GetProperty("path").GetString() == file)
                .Select(entry => entry.GetProperty("sha256").GetString()).FirstOrDefault();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be read: {exception.Message} Choose another folder with --out.");
        }
    }
}
