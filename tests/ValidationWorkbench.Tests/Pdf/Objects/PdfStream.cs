using System.IO.Compression;

namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
internal sealed class PdfStream(byte[] raw) : PdfDictionary
{
    public byte[] Raw { get; set; } = raw;

    /// <summary>The bytes behind the filter; setting them leaves the stream without one.</summary>
    public byte[] Data
    {
        get => Name("Filter") == "FlateDecode" ? Inflated(Raw) : Raw;
        set
        {
            Raw = value;
            Remove("Filter");
        }
    }

    public static byte[] Inflated(byte[] data)
    {
        using ZLibStream stream = new(new MemoryStream(data), CompressionMode.Decompress);
        using MemoryStream target = new();
        stream.CopyTo(target);
        return target.ToArray();
    }
}
