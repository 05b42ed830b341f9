using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>
/// All objects of a file, found by its cross-reference table or stream (ISO 32000-1, 7.5), streams and object streams opened. Shares nothing with the writer.
/// </summary>
internal sealed partial class PdfObjects
{
    private readonly Dictionary<int, int> _offsets = [];

    public PdfObjects(byte[] file)
    {
        File = file;
        int start = int.Parse(StartOfTable().Match(Encoding.Latin1.GetString(file)).Groups[1].Value, CultureInfo.InvariantCulture);
        Trailer = Encoding.Latin1.GetString(file, start, 4) == "xref" ? Table(start) : TableStream(start);
        foreach ((int number, int offset) in _offsets)
        {
            All[number] = At(offset, number);
        }

        foreach ((int number, PdfStream container) in All.Where(o => o.Value is PdfStream s && s.Name("Type") == "ObjStm").Select(o => (o.Key, (PdfStream)o.Value!)).ToList())
        {
            Unpack(container);
            All.Remove(number);
            Packed++;
        }
    }

    public byte[] File { get; }

    public PdfDictionary Trailer { get; }

    /// <summary>How many object streams there are.</summary>
    public int Packed { get; private set; }

    /// <summary>The objects by number, without object streams and the cross-reference stream.</summary>
    public SortedDictionary<int, object?> All { get; } = [];

    /// <summary>Streams that are not as long as they say.</summary>
    public List<int> WrongLengths { get; } = [];

    /// <summary>Where the objects stand that are not packed into an object stream.</summary>
    public IReadOnlyDictionary<int, int> Offsets => _offsets;

    public PdfDictionary Catalogue => Dictionary(Trailer["Root"]) ?? throw new FormatException("The catalogue is missing.");

    /// <summary>The value itself, or that of the object it refers to.</summary>
    public object? Resolve(object? value) => value is PdfReference reference ? All.GetValueOrDefault(reference.Number) : value;

    public PdfDictionary? Dictionary(object? value) => Resolve(value) as PdfDictionary;

    public IReadOnlyList<object?> Array(object? value) => Resolve(value) as List<object?> ?? [];

    /// <summary>The pages in order, with their numbers; what they inherit is not resolved.</summary>
    public IReadOnlyList<(int Number, PdfDictionary Page)> Pages =>
        [.. Array(Dictionary(Catalogue["Pages"])!["Kids"]).OfType<PdfReference>().Select(kid => (kid.Number, Dictionary(kid)!))];

    /// <summary>The content streams of a page: one, or several that are read as one (ISO 32000-1, 7.7.3.3).</summary>
    public IReadOnlyList<PdfStream> Contents(PdfDictionary page) =>
        [.. (Resolve(page.GetValueOrDefault("Contents")) is List<object?> several ? several : [page.GetValueOrDefault("Contents")]).Select(Resolve).OfType<PdfStream>()];

    private object? At(int offset, int number)
    {
        PdfParser parser = new(File, offset);
        if (parser.Word() != number.ToString(CultureInfo.InvariantCulture) || parser.Word() != "0" || parser.Word() != "obj")
        {
            throw new FormatException($"Object {number} does not stand at byte {offset}.");
        }

        object? value = parser.Value();
        if (value is not PdfDictionary dictionary || parser.Word() != "stream")
        {
            return value;
        }

        int start = parser.Position + (File[parser.Position] == '\r' ? 2 : 1);
        PdfStream stream = new(File[start..Math.Min(File.Length, start + (int)dictionary.Number("Length")!)]);
        if (!EndsAt(start + stream.Raw.Length))
        {
            WrongLengths.Add(number);
            stream.Raw = File[start..(start + File.AsSpan(start).IndexOf("\nendstream"u8))];
        }

        foreach ((string key, object? entry) in dictionary)
        {
            stream[key] = entry;
        }

        return stream;
    }

    private bool EndsAt(int end) =>
        end < File.Length && (File.AsSpan(end).StartsWith("\nendstream"u8) || File.AsSpan(end).StartsWith("\r\nendstream"u8));

    private PdfDictionary Table(int start)
    {
        PdfParser parser = new(File, start + 4);
        while (parser.Value() is long first && parser.Value() is long count)
        {
            for (long i = first; i < first + count; i++)
            {
                int offset = int.Parse(parser.Word(), CultureInfo.InvariantCulture);
                parser.Word();
                if (parser.Word() == "n")
                {
                    _offsets[(int)i] = offset;
                }
            }
        }

        return (PdfDictionary)parser.Value()!;
    }

    private PdfStream TableStream(int start)
    {
        int number = int.Parse(new PdfParser(File, start).Word(), CultureInfo.InvariantCulture);
        PdfStream table = (PdfStream)At(start, number)!;
        int[] widths = [.. ((List<object?>)table["W"]!).Select(width => (int)(long)width!)];
        byte[] data = table.Data;
        int length = widths.Sum();
        for (int i = 0; i < data.Length / length; i++)
        {
            ReadOnlySpan<byte> entry = data.AsSpan(i * length, length);
            if (entry[0] == 1 && i != number)
            {
                _offsets[i] = (int)Number(entry.Slice(widths[0], widths[1]));
            }
        }

        return table;
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        foreach (byte b in bytes)
        {
            number = (number << 8) | b;
        }

        return number;
    }

    private void Unpack(PdfStream container)
    {
        byte[] data = container.Data;
        PdfParser heads = new(data);
        for (int i = 0; i < container.Number("N"); i++)
        {
            int number = (int)(long)heads.Value()!;
            All[number] = new PdfParser(data, (int)container.Number("First")! + (int)(long)heads.Value()!).Value();
        }
    }

    [GeneratedRegex(@"startxref\r?\n(\d+)\r?\n%%EOF(?!.*startxref)", RegexOptions.Singleline)]
    private static partial Regex StartOfTable();
}
