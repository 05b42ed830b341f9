namespace ValidationWorkbench.Packaging;

/// <summary>A file of a package.</summary>
/// <param name="Name">Name within the package's folder.</param>
/// <param name="Bytes">Its content.</param>
public sealed record PackageFile(string Name, byte[] Bytes)
{
    public string Sha256 => Sha256Hex.Of(Bytes);
}
