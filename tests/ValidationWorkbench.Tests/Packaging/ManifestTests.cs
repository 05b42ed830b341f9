using System.Text;
using System.Text.Json;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Storage;
using Xunit;

namespace ValidationWorkbench.Tests.Packaging;

public sealed class ManifestTests
{
    private static readonly Guid LogId = new("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void It_names_every_file_by_hash_and_length_and_the_log_and_head_of_the_audit_trail()
    {
        var manifest = Manifest.Write("R-1", [new PackageFile("a.pdf", [1, 2, 3]), new PackageFile("b.json", [])], LogId, new LedgerHead(42, new string('a', 64), new string('b', 64)));

        using var json = JsonDocument.Parse(manifest.Bytes);
        Assert.Equal("manifest.json", manifest.Name);
        Assert.Equal("validation-workbench/manifest/1", json.RootElement.GetProperty("format").GetString());
        Assert.Equal("R-1", json.RootElement.GetProperty("runId").GetString());
        Assert.Equal(
            [("a.pdf", Sha256Hex.Of([1, 2, 3]), 3), ("b.json", Sha256Hex.Of([]), 0)],
            json.RootElement.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("path").GetString(), file.GetProperty("sha256").GetString(), file.GetProperty("length").GetInt32())));
        Assert.Equal("validation-workbench/11111111222233334444555555555555", json.RootElement.GetProperty("audit").GetProperty("log").GetString());
        Assert.Equal((42, new string('a', 64)), (json.RootElement.GetProperty("audit").GetProperty("records").GetInt32(), json.RootElement.GetProperty("audit").GetProperty("head").GetString()));
    }

    [Fact]
    public void It_is_written_in_lines_that_end_alike_on_every_system()
    {
        var text = Encoding.UTF8.GetString(Manifest.Write("R-1", [], LogId, LedgerHead.Empty).Bytes);

        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }
}
