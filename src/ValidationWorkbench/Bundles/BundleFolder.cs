using System.Text;
using System.Text.Json;

namespace ValidationWorkbench.Bundles;

/// <summary>A bundle while it is written: beside its place first, so that it appears whole or not at all.</summary>
public sealed class BundleFolder : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private readonly string target;
    private readonly SortedDictionary<string, (string Sha256, long Length)> files = new(StringComparer.Ordinal);

    private BundleFolder(string target) => this.target = target;

    /// <summary>Where it is written at first.</summary>
    public string PartPath => $"{target}.part";

    /// <summary>Number of files so far.</summary>
    public int Count => files.Count;

    /// <summary>Begins a bundle.</summary>
    /// <exception cref="InputException">There is something at its place, or it cannot be written.</exception>
    public static BundleFolder Create(string target)
    {
        try
        {
            if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            {
                throw new InputException(target, "exists and is not empty. A bundle is never written over; name another folder with --out, or take the old bundle away.");
            }

            var bundle = new BundleFolder(Path.TrimEndingDirectorySeparator(target));
            bundle.Discard();
            Directory.CreateDirectory(bundle.PartPath);
            return bundle;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(target, $"the bundle cannot be written: {exception.Message}");
        }
    }

    /// <summary>Adds a file.</summary>
    /// <param name="path">Path within the bundle, with forward slashes.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Add(string path, ReadOnlySpan<byte> bytes)
    {
        files.Add(path, (Sha256Hex.Of(bytes), bytes.Length));
        Write(path, bytes);
    }

    /// <summary>Adds the manifest, which names all files added before, and returns its bytes.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public byte[] AddManifest(string runId)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            format = BundleFormat.Name,
            runId,
            files = files.Select(file => new { path = file.Key, sha256 = file.Value.Sha256, length = file.Value.Length }),
        }, Options) + "\n");
        Write("manifest.json", bytes);
        return bytes;
    }

    /// <summary>Puts the bundle in its place.</summary>
    /// <exception cref="InputException">It cannot be put there.</exception>
    public void Publish()
    {
        try
        {
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(PartPath, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(target, $"the bundle cannot be written: {exception.Message}");
        }
    }

    public void Dispose() => Discard();

    private void Discard()
    {
        if (Directory.Exists(PartPath))
        {
            Directory.Delete(PartPath, recursive: true);
        }
    }

    private void Write(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var file = Path.Combine(PartPath, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(target, $"the bundle cannot be written: {exception.Message}");
        }
    }
}
