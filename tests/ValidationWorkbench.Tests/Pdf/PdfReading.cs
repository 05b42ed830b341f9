using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>Reads back a written file far enough to check it: objects as text, streams, and the text of each page through the ToUnicode maps.</summary>
internal sealed class PdfReading
{
    private readonly PdfObjects _file;

    public PdfReading(byte[] file) => _file = new PdfObjects(file);

    public string Trailer => PdfRewriter.Text(_file.Trailer);

    public string Catalogue => Referenced(Trailer, "Root");

    public IReadOnlyList<string> Pages => [.. _file.Pages.Select(page => Object(page.Number))];

    /// <summary>The lines of text of each page, one per text operator, in drawing order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines => [.. Pages.Select(LinesOf)];

    public IReadOnlyList<string> Text => [.. Lines.Select(lines => string.Join(' ', lines))];

    /// <summary>An object as text; of a stream the dictionary.</summary>
    public string Object(int number) => PdfRewriter.Text(_file.All[number]);

    public bool Has(int number) => _file.All.ContainsKey(number);

    public string Referenced(string dictionary, string key) => Object(Reference(dictionary, key));

    public static int Reference(string dictionary, string key) => Number(Regex.Match(dictionary, $@"/{key} (\d+) 0 R"));

    public byte[] Stream(int number) => ((PdfStream)_file.All[number]!).Data;

    /// <summary>The content streams of a page as one.</summary>
    public string Content(string page) => string.Concat(References(Regex.Match(page, @"/Contents \[(.*?)\]").Groups[1].Value).Select(number => Encoding.ASCII.GetString(Stream(number))));

    public static IEnumerable<int> References(string list) => Regex.Matches(list, @"(\d+) 0 R").Select(Number);

    public static string Unicode(string hexadecimal) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hexadecimal));

    private List<string> LinesOf(string page)
    {
        Dictionary<string, Dictionary<string, string>> maps = Regex.Matches(page, @"/(F\d) (\d+) 0 R")
            .ToDictionary(m => m.Groups[1].Value, m => CharacterMap(Object(int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))));
        return [.. Regex.Matches(Content(page), @"/(F\d) [\d.]+ Tf .*?(<[0-9A-F]*>|\[[-<>0-9A-F]*\]) T[jJ]").Select(m => Decoded(maps[m.Groups[1].Value], m.Groups[2].Value))];
    }

    private static string Decoded(Dictionary<string, string> map, string shown) => string.Concat(
        Regex.Matches(shown, "<([0-9A-F]*)>").SelectMany(part => part.Groups[1].Value.Chunk(4)).Select(code => map[new string(code)]));

    private Dictionary<string, string> CharacterMap(string font)
    {
        string map = Encoding.ASCII.GetString(Stream(Reference(font, "ToUnicode")));
        return Regex.Matches(map, "<([0-9A-F]{4})> <([0-9A-F]+)>\n").ToDictionary(m => m.Groups[1].Value, m => Unicode(m.Groups[2].Value));
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
}
