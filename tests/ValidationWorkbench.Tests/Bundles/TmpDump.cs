using ValidationWorkbench.Bundles;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Bundles;

public sealed class TmpDump(GoodBundle good) : IClassFixture<GoodBundle>
{
    [Fact]
    public async Task Dump()
    {
        var lines = new List<string>();
        foreach (var (name, damage) in BundleDamage.All)
        {
            using var folder = new TemporaryFolder();
            var copy = good.CopyTo(folder.PathOf("b"));
            damage(new BundleForge(copy), good.StolenKey);
            lines.Add($"{name}\n   C#: {string.Join(" | ", BundleVerifier.Verify(copy, good.Export.Vkey).Faults)}\n   Py: {(await PythonChecker.RunAsync(copy, "--vkey", good.Export.Vkey)).Error.TrimEnd()}");
        }

        await File.WriteAllLinesAsync("/tmp/damage.txt", lines);
        Assert.NotEmpty(lines);
    }
}
