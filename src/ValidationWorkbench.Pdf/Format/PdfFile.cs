using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Pdf.Compression;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The objects of a PDF 1.7 file, numbered from 1, and the file they make.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public void Set(int number, string content) => _objects[number - 1] = Encoding.ASCII.GetBytes(content);

    public int Add(string content)
    {
        int number = Reserve();
        Set(number, content);
        return number;
    }

    /// <summary>Adds a compressed stream.</summary>
    public int AddStream(byte[] data, string entries = "")
    {
        byte[] compressed = Deflate.Compress(data);
        return AddRawStream(compressed, $"{entries} /Filter /FlateDecode");
    }

    /// <summary>Adds a stream as it is.</summary>
    public int AddRawStream(byte[] data, string entries)
    {
        int number = Reserve();
        string dictionary = string.Create(CultureInfo.InvariantCulture, $"<<{entries} /Length {data.Length} >>\nstream\n");
        _objects[number - 1] = [.. Encoding.ASCII.GetBytes(dictionary), .. data, .. "\nendstream"u8];
        return number;
    }

    public byte[] ToArray(int catalogue, int info)
    {
        using MemoryStream file = new();
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n"u8]);
        long[] offsets = [.. _objects.Select((content, i) => WriteObject(file, i + 1, content))];
        long table = file.Position;
        string id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)table))[..16]);
        Write(file, FormattableString.Invariant($"xref\n0 {offsets.Length + 1}\n0000000000 65535 f \n"));
        foreach (long offset in offsets)
        {
            Write(file, FormattableString.Invariant($"{offset:0000000000} 00000 n \n"));
        }

        Write(file, FormattableString.Invariant($"trailer\n<< /Size {offsets.Length + 1} /Root {catalogue} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\n"));
        Write(file, FormattableString.Invariant($"startxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static long WriteObject(MemoryStream file, int number, byte[] content)
    {
        long offset = file.Position;
        Write(file, FormattableString.Invariant($"{number} 0 obj\n"));
        file.Write(content);
        Write(file, "\nendobj\n");
        return offset;
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
