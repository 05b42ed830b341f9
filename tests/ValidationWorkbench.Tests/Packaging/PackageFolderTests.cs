using ValidationWorkbench.Packaging;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Packaging;

public sealed class PackageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_are_written_whole_and_over_earlier_ones()
    {
        var target = folder.PathOf("deep/package");
        PackageFolder.Write(target, [new PackageFile("a.txt", "a longer text"u8.ToArray())]);
        PackageFolder.Write(target, [new PackageFile("a.txt", "short"u8.ToArray()), new PackageFile("b.txt", [1])]);

        Assert.Equal("short"u8, File.ReadAllBytes(Path.Combine(target, "a.txt")));
        Assert.Equal(["a.txt", "b.txt"], Directory.GetFiles(target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        var file = folder.Write("package", "x");
        var fault = Faults.OnlyOf(() => PackageFolder.Write(file, [new PackageFile("a.txt", [])]));

        Assert.StartsWith($"{file}: the package cannot be written: ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_found_before_anything_is_spent()
    {
        var file = folder.Write("package", "x");
        var fault = Faults.OnlyOf(() => PackageFolder.CheckWritable(file));

        Assert.StartsWith($"{file}: cannot be written: ", fault, StringComparison.Ordinal);
        Assert.EndsWith(" Choose another folder with --out.", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_can_be_written_is_made_and_left_empty()
    {
        PackageFolder.CheckWritable(folder.PathOf("new"));

        Assert.Empty(Directory.GetFileSystemEntries(folder.PathOf("new")));
    }
}
