namespace ValidationWorkbench.Packaging;

/// <summary>A file of a package.</summary>
/// <param name="Name">Name within the package's folder.</param>
/// <param name="Bytes">Its content.</param>
public sealed record PackageFile(string Name, byte[] Bytes)
{
    public string Sha256 => Sha256Hex.Of(Bytes);

    /// <summary>Characters that its font lacks, in code point order; each is drawn as a box with its code point in it.</summary>
    public IReadOnlyList<string> Boxes { get; init; } = [];

    /// <summary>The files among these that have such characters.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Characters)> WithBoxes(IEnumerable<PackageFile> files) =>
        [.. files.Where(file => file.Boxes.Count > 0).Select(file => (file.Name, file.Boxes))];
}
