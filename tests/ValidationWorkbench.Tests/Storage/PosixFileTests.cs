using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class PosixFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_folder_of_a_file_is_flushed_and_one_that_is_not_there_is_an_error()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        PosixFile.FlushName(folder.PathOf("file"));

        Assert.Contains("nowhere", Assert.Throws<IOException>(() => PosixFile.FlushName(folder.PathOf("nowhere/file"))).Message, StringComparison.Ordinal);
    }
}
