using ValidationWorkbench.Models;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class KeySourceTests : IDisposable
{
    private const string Key = "sk-very-secret-0815";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_key_file_of_one_line_that_its_owner_alone_may_read_gives_the_key() =>
        Assert.Equal(Key, KeySource.FromFile(Write($"{Key}\n"), "model m"));

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_key_file_that_others_may_use_is_refused_with_the_cure(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Write(Key, others);

        Assert.Equal($"{path}: others than its owner may use this key file; run `chmod 600 {path}`.",
            Faults.OnlyOf(() => KeySource.FromFile(path, "model m")));
    }

    [Theory]
    [InlineData(" \n", "this key file is empty; model m takes its key from it.")]
    [InlineData("sk-very-secret-0815\nsecond line", "this key file holds a line break or another control character; a key has none.")]
    [InlineData("sk-very-secret-0815ü", "this key file holds a character that no header can carry; a key is ASCII.")]
    public void A_file_without_one_key_is_refused_and_its_content_is_not_repeated(string content, string message)
    {
        var path = Write(content);

        Assert.Equal($"{path}: {message}", Faults.OnlyOf(() => KeySource.FromFile(path, "model m")));
    }

    [Fact]
    public void A_missing_key_file_is_named() =>
        Assert.StartsWith($"{folder.PathOf("none")}: this key file cannot be read; model m takes its key from it: ",
            Faults.OnlyOf(() => KeySource.FromFile(folder.PathOf("none"), "model m")), StringComparison.Ordinal);

    private string Write(string content, UnixFileMode others = UnixFileMode.None)
    {
        var path = folder.Write("key", content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        }

        return path;
    }
}
