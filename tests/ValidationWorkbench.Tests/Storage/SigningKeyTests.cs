using System.Security.Cryptography;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class SigningKeyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string KeyFile => folder.PathOf("keys/log.anchor.key");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_key_is_made_once_and_read_back()
    {
        byte[] made;
        using (var key = SigningKey.Create(KeyFile))
        {
            made = key.Key.ExportSubjectPublicKeyInfo();
        }

        using var read = SigningKey.Load(KeyFile);
        Assert.Equal(made, read.Key.ExportSubjectPublicKeyInfo());
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----\n", File.ReadAllText(KeyFile), StringComparison.Ordinal);
        Assert.StartsWith($"{KeyFile}: the key of the checkpoints cannot be made: ", Faults.OnlyOf(() => SigningKey.Create(KeyFile)), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_its_owner_can_read_it()
    {
        SigningKey.Create(KeyFile).Dispose();

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_that_others_can_read_or_write_is_refused(UnixFileMode open)
    {
        SigningKey.Create(KeyFile).Dispose();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | open);

        Assert.Equal(
            $"{KeyFile}: the key of the checkpoints can be read or written by others. Find out whether somebody has it, then: chmod 600.", Faults.OnlyOf(() => SigningKey.Load(KeyFile)));
    }

    [Fact]
    public void A_missing_key_is_not_made_anew() => Assert.Equal(
        $"{KeyFile}: the key of the checkpoints is missing. Put it back, or name the anchor beside which it lies with --anchor.", Faults.OnlyOf(() => SigningKey.Load(KeyFile)));

    [Fact]
    public void A_key_on_another_curve_or_without_its_private_part_or_none_at_all_is_refused()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384), own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.All([other.ExportPkcs8PrivateKeyPem(), own.ExportSubjectPublicKeyInfoPem(), "no key", string.Empty], pem =>
        {
            var path = folder.Write("other.key", pem);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            Assert.StartsWith($"{path}: the key of the checkpoints cannot be read: ", Faults.OnlyOf(() => SigningKey.Load(path)), StringComparison.Ordinal);
        });
    }
}
