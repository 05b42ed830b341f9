using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>Reads back a written file far enough to check it: objects by the cross-reference table, streams, and the text of each page through the ToUnicode maps.</summary>
internal sealed class PdfReading
{
    private readonly byte[] _file;
    private readonly string _latin;
    private readonly long[] _offsets;

    public PdfReading(byte[] file)
    {
        _file = file;
        _latin = Encoding.Latin1.GetString(file);
        int table = int.Parse(Regex.Match(_latin, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].Value, CultureInfo.InvariantCulture);
        _offsets = [.. Regex.Matches(_latin[table..], @"(\d{10}) 00000 n \n").Select(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
    }

    public int ObjectCount => _offsets.Length;

    public string Trailer => _latin[_latin.LastIndexOf("trailer", StringComparison.Ordinal)..];

    public string Catalogue => Referenced(Trailer, "Root");

    public IReadOnlyList<string> Pages => [.. Regex.Matches(Regex.Match(Referenced(Catalogue, "Pages"), @"/Kids \[(.*?)\]").Groups[1].Value, @"(\d+) 0 R").Select(m => Object(Number(m)))];

    /// <summary>The lines of text of each page, one per text operator, in drawing order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines => [.. Pages.Select(LinesOf)];

    public IReadOnlyList<string> Text => [.. Lines.Select(lines => string.Join(' ', lines))];

    public string Object(int number)
    {
        int start = (int)_offsets[number - 1];
        string head = string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n");
        Assert.Equal(head, _latin.Substring(start, head.Length));
        int end = _latin.IndexOf("\nendobj\n", start, StringComparison.Ordinal);
        return _latin[(start + head.Length)..end];
    }

    public string Referenced(string dictionary, string key) => Object(Reference(dictionary, key));

    public static int Reference(string dictionary, string key) => Number(Regex.Match(dictionary, $@"/{key} (\d+) 0 R"));

    public byte[] Stream(int number)
    {
        string content = Object(number);
        int length = int.Parse(Regex.Match(content, @"/Length (\d+) >>").Groups[1].Value, CultureInfo.InvariantCulture);
        int start = _latin.IndexOf("stream\n", (int)_offsets[number - 1], StringComparison.Ordinal) + "stream\n".Length;
        Assert.Equal("\nendstream", _latin.Substring(start + length, "\nendstream".Length));
        byte[] data = _file[start..(start + length)];
        return content.Contains("/FlateDecode", StringComparison.Ordinal) ? Inflated(data) : data;
    }

    public string Content(string page) => Encoding.ASCII.GetString(Stream(Reference(page, "Contents")));

    public static byte[] Inflated(byte[] data)
    {
        using ZLibStream stream = new(new MemoryStream(data), CompressionMode.Decompress);
        using MemoryStream target = new();
        stream.CopyTo(target);
        return target.ToArray();
    }

    public static string Unicode(string hexadecimal) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hexadecimal));

    private List<string> LinesOf(string page)
    {
        Dictionary<string, Dictionary<string, string>> maps = Regex.Matches(page, @"/(F\d) (\d+) 0 R")
            .ToDictionary(m => m.Groups[1].Value, m => CharacterMap(Object(int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))));
        return [.. Regex.Matches(Content(page), @"/(F\d) [\d.]+ Tf .*?<([0-9A-F]*)> Tj").Select(m => Decoded(maps[m.Groups[1].Value], m.Groups[2].Value))];
    }

    private static string Decoded(Dictionary<string, string> map, string codes) => string.Concat(codes.Chunk(4).Select(code => map[new string(code)]));

    private Dictionary<string, string> CharacterMap(string font)
    {
        string map = Encoding.ASCII.GetString(Stream(Reference(font, "ToUnicode")));
        return Regex.Matches(map, "<([0-9A-F]{4})> <([0-9A-F]+)>\n").ToDictionary(m => m.Groups[1].Value, m => Unicode(m.Groups[2].Value));
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
}
