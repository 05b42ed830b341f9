namespace ValidationWorkbench.Cases;

/// <summary>An image of a case.</summary>
/// <param name="Name">Path beside the case file, with forward slashes.</param>
/// <param name="Bytes">The file as it is.</param>
public sealed record CaseImage(string Name, byte[] Bytes)
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    /// <summary>Media type by its first bytes, not by its name; null for anything but PNG and JPEG.</summary>
    public string? MediaType => Bytes.AsSpan().StartsWith(Png) ? "image/png" : Bytes.AsSpan().StartsWith(Jpeg) ? "image/jpeg" : null;
}
