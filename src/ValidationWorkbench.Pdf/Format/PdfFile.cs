using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Pdf.Compression;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// The objects of a PDF 1.7 file, numbered from 1, and the file they make. Objects that are no streams are packed together into compressed object streams
/// (ISO 32000-1, 7.5.7), and a cross-reference stream says where everything stands (7.5.8).
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsPerStream = 200;

    private readonly List<byte[]> _objects = [];
    private readonly HashSet<int> _apart = [];
    private ObjectPlace[] _places = [];

    /// <summary>A reference to an object.</summary>
    public static string Reference(int number) => FormattableString.Invariant($"{number} 0 R");

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public void Set(int number, string content) => _objects[number - 1] = Encoding.ASCII.GetBytes(content);

    /// <summary>Sets an object that stands in the file itself, not in an object stream.</summary>
    public void SetApart(int number, string content)
    {
        Set(number, content);
        _apart.Add(number);
    }

    /// <summary>Where an object that stands in the file itself came to stand, once the file is made.</summary>
    public int OffsetOf(int number) => (int)_places[number - 1].Where;

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
        _apart.Add(number);
        return number;
    }

    public byte[] ToArray(int catalogue, int info)
    {
        ObjectPlace[] places = _places = Packed();
        using MemoryStream file = new();
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n"u8]);
        foreach (int number in _apart.Order())
        {
            places[number - 1] = ObjectPlace.At(file.Position);
            WriteObject(file, number);
        }

        string id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Position))[..16]);
        ObjectPlace table = ObjectPlace.At(file.Position);
        string entries = FormattableString.Invariant($" /Type /XRef /Size {places.Length + 2} /W {ObjectPlace.Widths}")
            + $" /Root {Reference(catalogue)} /Info {Reference(info)} /ID [<{id}> <{id}>]";
        WriteObject(file, AddStream([.. ObjectPlace.Free.Bytes, .. places.SelectMany(place => place.Bytes), .. table.Bytes], entries));
        Write(file, FormattableString.Invariant($"startxref\n{table.Where}\n%%EOF\n"));
        return file.ToArray();
    }

    // Puts all objects that may be packed into object streams and says where they went; the places of the others stay open.
    private ObjectPlace[] Packed()
    {
        int[][] groups = [.. Enumerable.Range(1, _objects.Count).Where(number => !_apart.Contains(number)).Chunk(ObjectsPerStream)];
        ObjectPlace[] places = new ObjectPlace[_objects.Count + groups.Length];
        foreach (int[] group in groups)
        {
            int container = AddPacked(group);
            for (int i = 0; i < group.Length; i++)
            {
                places[group[i] - 1] = ObjectPlace.In(container, i);
            }
        }

        return places;
    }

    private int AddPacked(int[] numbers)
    {
        StringBuilder heads = new();
        using MemoryStream body = new();
        foreach (int number in numbers)
        {
            heads.Append(CultureInfo.InvariantCulture, $"{number} {body.Position} ");
            body.Write(_objects[number - 1]);
            body.WriteByte((byte)'\n');
        }

        byte[] data = [.. Encoding.ASCII.GetBytes(heads.ToString()), .. body.ToArray()];
        return AddStream(data, FormattableString.Invariant($" /Type /ObjStm /N {numbers.Length} /First {heads.Length}"));
    }

    private void WriteObject(MemoryStream file, int number)
    {
        Write(file, FormattableString.Invariant($"{number} 0 obj\n"));
        file.Write(_objects[number - 1]);
        Write(file, "\nendobj\n");
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
