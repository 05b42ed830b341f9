using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Takes font files out of the embedded assembly of the package Avalonia.Fonts.Inter, without loading it as code.</summary>
internal static class InterAssembly
{
    private const string ResourceName = "!AvaloniaResources";

    public static byte[] Font(string path)
    {
        byte[] bundle = Bundle();
        using BinaryReader reader = new(new MemoryStream(bundle));
        int start = reader.ReadInt32() + sizeof(int);
        int version = reader.ReadInt32();
        if (version != 2)
        {
            throw new InvalidDataException($"The font package has a resource index of version {version}; only version 2 can be read.");
        }

        (int offset, int size) = Find(reader, path);
        return bundle.AsSpan(start + offset, size).ToArray();
    }

    private static (int Offset, int Size) Find(BinaryReader reader, string path)
    {
        int count = reader.ReadInt32();
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            (int offset, int size) = (reader.ReadInt32(), reader.ReadInt32());
            if (name == path)
            {
                return (offset, size);
            }
        }

        throw new InvalidDataException($"The font package has no file \"{path}\" among its {count} entries.");
    }

    private static byte[] Bundle()
    {
        using Stream assembly = typeof(InterAssembly).Assembly.GetManifestResourceStream("Inter.dll")
            ?? throw new InvalidDataException("The font assembly \"Inter.dll\" is not embedded in this build.");
        using PEReader image = new(assembly);
        MetadataReader metadata = image.GetMetadataReader();
        ManifestResource resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(r => metadata.GetString(r.Name) == ResourceName);
        int resources = image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
        BlobReader content = image.GetSectionData(resources + (int)resource.Offset).GetReader();
        return content.ReadBytes(content.ReadInt32());
    }
}
