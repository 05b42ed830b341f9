namespace ValidationWorkbench.Bundles;

/// <summary>Text that goes with every bundle: what each file is and how it is checked.</summary>
public static class BundleFormat
{
    /// <summary>Word and version of the format, as the manifest says it.</summary>
    public const string Name = "validation-workbench/bundle/1";

    /// <summary><c>FORMAT.md</c>, with line feeds.</summary>
    public static byte[] Description { get; } = Read();

    private static byte[] Read()
    {
        using var stream = typeof(BundleFormat).Assembly.GetManifestResourceStream("ValidationWorkbench.Bundles.FORMAT.md")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
