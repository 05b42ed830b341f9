using System.Text;
using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Packaging;

/// <summary><c>manifest.json</c>: SHA-256 of each file of a package, the log it was issued from, and the head and tree root of the audit trail after the record of their issue.</summary>
public static class Manifest
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

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
        return new PackageFile("manifest.json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(manifest, Options) + "\n"));
    }
}
