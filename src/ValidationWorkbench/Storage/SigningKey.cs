using System.Security.Cryptography;

namespace ValidationWorkbench.Storage;

/// <summary>The private key that signs checkpoints (ECDSA P-256, PKCS#8 in PEM), in a file that its owner alone can read.</summary>
public sealed class SigningKey : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private SigningKey(ECDsa key) => Key = key;

    /// <summary>The key with its private part.</summary>
    public ECDsa Key { get; }

    /// <summary>Where the key of an anchor lies.</summary>
    public static string PathFor(string anchorPath) => $"{anchorPath}.key";

    /// <summary>Makes a key and its file.</summary>
    /// <exception cref="InputException">There is a file already, or it cannot be written.</exception>
    public static SigningKey Create(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            // Written beside first, so that a crash leaves no half of a key under its name.
            var part = $"{path}.part";
            File.Delete(part);
            Write(part, key.ExportPkcs8PrivateKeyPem());
            File.Move(part, path, overwrite: false);
            PosixFile.FlushName(path);
            return new SigningKey(key);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            key.Dispose();
            throw new InputException(path, $"the key of the checkpoints cannot be made: {exception.Message}");
        }
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="InputException">There is none, others may read it, or it is no ECDSA P-256 key.</exception>
    public static SigningKey Load(string path)
    {
        CheckOwnerOnly(path);
        var key = ECDsa.Create();
        try
        {
            DiskPath.CheckRegular(path);
            key.ImportFromPem(File.ReadAllText(path));
            var parameters = key.ExportParameters(includePrivateParameters: true);
            CryptographicOperations.ZeroMemory(parameters.D);
            return parameters.Curve.Oid?.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? new SigningKey(key) : throw new CryptographicException("it is not on the curve P-256.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new InputException(path, $"the key of the checkpoints cannot be read: {exception.Message}");
        }
    }

    public void Dispose() => Key.Dispose();

    private static void CheckOwnerOnly(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(path, "the key of the checkpoints is missing. Put it back, or name the anchor beside which it lies with --anchor.");
        }

        // Windows has no such mode; there the folder's access list decides.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly & ~UnixFileMode.UserExecute) != 0)
        {
            throw new InputException(path, "the key of the checkpoints can be read or written by others. Find out whether somebody has it, then: chmod 600.");
        }
    }

    private static void Write(string path, string pem)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(pem + "\n"));
        file.Flush(flushToDisk: true);
    }
}
