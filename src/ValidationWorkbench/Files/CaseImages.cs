using System.Globalization;
using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Files;

/// <summary>The images of a case set, each read once.</summary>
/// <param name="source">Takes the faults.</param>
/// <param name="readImage">Gives an image by its name.</param>
internal sealed class CaseImages(YamlSource source, Func<string, byte[]> readImage)
{
    /// <summary>In bytes: 4 MiB, which base64 makes a third longer.</summary>
    public const int Largest = 4 * 1024 * 1024;

    private readonly SortedDictionary<string, CaseImage> images = new(StringComparer.Ordinal);

    /// <summary>All that were read, in the order of their names.</summary>
    public IReadOnlyList<CaseImage> All => [.. images.Values];

    /// <summary>Bytes of an image file.</summary>
    /// <exception cref="InputException">It is not there, or too large.</exception>
    public static byte[] Read(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? throw new InputException(path, "does not exist.")
            : file.Length > Largest ? throw new InputException(path, string.Create(CultureInfo.InvariantCulture,
                $"has {file.Length} bytes; an image of at most {Largest} bytes is allowed."))
            : File.ReadAllBytes(path);
    }

    /// <summary>The images of a case in its order; what is no PNG or JPEG is a fault.</summary>
    public IReadOnlyList<CaseImage> Of(TestCase testCase, string path)
    {
        var found = new List<CaseImage>();
        foreach (var (name, i) in testCase.Images.Select((name, i) => (name, i)))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}.images[{i}]");
            if (!CaseSetFile.IsBeside(name) || Path.GetExtension(name).ToLowerInvariant() is not (".png" or ".jpg" or ".jpeg"))
            {
                source.Add(place, $"found \"{name}\"; a .png, .jpg or .jpeg file beside or below the case file is needed.");
                continue;
            }

            try
            {
                var image = images.TryGetValue(name, out var known) ? known : new CaseImage(name, readImage(name));
                if (image.MediaType is null)
                {
                    source.Add(place, $"found \"{name}\", which is neither PNG nor JPEG by its first bytes.");
                    continue;
                }

                found.Add(images[name] = image);
            }
            catch (InputException exception)
            {
                source.Add(place, exception.Message);
            }
        }

        return found;
    }
}
