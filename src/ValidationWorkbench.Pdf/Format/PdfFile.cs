using System.Globalization;
using System.Text;
using ValidationWorkbench.Pdf.Compression;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// The objects of a PDF 1.7 file, numbered from 1, and the file they make; each is written when it is set, so that none has to be kept. Objects that are no
/// streams are packed together into compressed object streams (ISO 32000-1, 7.5.7), and a cross-reference stream says where everything stands (7.5.8).
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsPerStream = 200;

    private readonly Deflate _deflate = new();
    private readonly ByteChunks _file = new();
    private readonly ByteText _line = new();
    private readonly List<ObjectPlace> _places = [];

    // The object stream that is being filled: its number, where its objects begin, and these objects.
    private readonly ByteText _heads = new();
    private readonly ByteText _packed = new();
    private int _container;
    private int _count;

    public PdfFile() => _file.Add([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n"u8]);

    /// <summary>A reference to an object.</summary>
    public static string Reference(int number) => FormattableString.Invariant($"{number} 0 R");

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(ObjectPlace.Free);
        return _places.Count;
    }

    public void Set(int number, string content)
    {
        Pack(number);
        _packed.Add(content);
        Packed();
    }

    public void Set(int number, ByteText content)
    {
        Pack(number);
        _packed.Add(content.Bytes);
        Packed();
    }

    /// <summary>Sets an object that stands in the file itself, not in an object stream.</summary>
    public void SetApart(int number, string content) => Write(number, content, []);

    /// <summary>Where an object that stands in the file itself came to stand.</summary>
    public int OffsetOf(int number) => (int)_places[number - 1].Where;

    public int Add(string content)
    {
        int number = Reserve();
        Set(number, content);
        return number;
    }

    public int Add(ByteText content)
    {
        int number = Reserve();
        Set(number, content);
        return number;
    }

    /// <summary>Adds a compressed stream.</summary>
    public int AddStream(ReadOnlySpan<byte> data, string entries = "")
    {
        int number = Reserve();
        SetStream(number, data, entries);
        return number;
    }

    /// <summary>Adds a stream as it is.</summary>
    public int AddRawStream(ReadOnlySpan<byte> data, string entries)
    {
        int number = Reserve();
        SetRawStream(number, data, entries);
        return number;
    }

    /// <summary>The finished file.</summary>
    public byte[] ToArray(int catalogue, int info)
    {
        Close();
        string id = Convert.ToHexString(_file.Sha256()[..16]);
        int table = Reserve();
        _places[table - 1] = ObjectPlace.At(_file.Length);
        byte[] entries = new byte[(_places.Count + 1) * ObjectPlace.Size];
        ObjectPlace.Free.Write(entries);
        for (int i = 0; i < _places.Count; i++)
        {
            _places[i].Write(entries.AsSpan((i + 1) * ObjectPlace.Size));
        }

        uint start = _places[table - 1].Where;
        SetStream(table, entries, FormattableString.Invariant($" /Type /XRef /Size {_places.Count + 1} /W {ObjectPlace.Widths}")
            + $" /Root {Reference(catalogue)} /Info {Reference(info)} /ID [<{id}> <{id}>]");
        _file.Add(Encoding.ASCII.GetBytes(FormattableString.Invariant($"startxref\n{start}\n%%EOF\n")));
        return _file.ToArray();
    }

    private void Pack(int number)
    {
        _container = _count == 0 ? Reserve() : _container;
        _places[number - 1] = ObjectPlace.In(_container, _count);
        _heads.Add($"{number} {_packed.Length} ");
    }

    private void Packed()
    {
        _packed.Add("\n"u8);
        _count++;
        if (_count == ObjectsPerStream)
        {
            Close();
        }
    }

    // Writes the object stream that is being filled.
    private void Close()
    {
        if (_count == 0)
        {
            return;
        }

        string entries = FormattableString.Invariant($" /Type /ObjStm /N {_count} /First {_heads.Length}");
        _heads.Add(_packed.Bytes);
        SetStream(_container, _heads.Bytes, entries);
        _heads.Clear();
        _packed.Clear();
        _count = 0;
    }

    private void SetStream(int number, ReadOnlySpan<byte> data, string entries) =>
        SetRawStream(number, _deflate.Compress(data), $"{entries} /Filter /FlateDecode");

    private void SetRawStream(int number, ReadOnlySpan<byte> data, string entries) =>
        Write(number, string.Create(CultureInfo.InvariantCulture, $"<<{entries} /Length {data.Length} >>\nstream\n"), data);

    private void Write(int number, string content, ReadOnlySpan<byte> stream)
    {
        _places[number - 1] = ObjectPlace.At(_file.Length);
        _line.Clear().Add($"{number} 0 obj\n{content}");
        _file.Add(_line.Bytes);
        _file.Add(stream);
        _file.Add(stream.IsEmpty ? "\nendobj\n"u8 : "\nendstream\nendobj\n"u8);
    }
}
