using ValidationWorkbench.Tests.Architecture;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>
/// Compares text with an approved file under Golden/. A difference is a change that users notice: look at it, and approve it by running the tests
/// with VWB_APPROVE=1.
/// </summary>
internal static class GoldenFile
{
    public static void Check(string name, string actual)
    {
        var path = Path.Combine(SourceTree.Root, "tests", "ValidationWorkbench.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("VWB_APPROVE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"Golden/{name} does not exist; run the tests with VWB_APPROVE=1 and look at it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
