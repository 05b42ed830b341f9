using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.1: the form of the file.</summary>
internal static class FileRequirements
{
    private static readonly string[] Filters =
        ["ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"];

    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("The file begins with its version", "ISO 19005-3, 6.1.2", file =>
            Unless(Regex.IsMatch(file.Text, @"\A%PDF-1\.[0-7]\r?\n"), "the first line is another")),
        new("The second line is a comment of bytes above 127", "ISO 19005-3, 6.1.2", file =>
            Unless(Regex.IsMatch(file.Text, @"\A[^\n]*\n%[\u0080-\u00FF]{4}"), "it is not")),
        new("The trailer has a file identifier", "ISO 19005-3, 6.1.3", file =>
            Unless(file.Objects.Array(file.Objects.Trailer.GetValueOrDefault("ID")) is [PdfString { Bytes.Length: > 0 }, PdfString], "there is no ID")),
        new("The file is not encrypted", "ISO 19005-3, 6.1.3", file => Unless(!file.Objects.Trailer.ContainsKey("Encrypt"), "the trailer has Encrypt")),
        new("Nothing follows the end of the file", "ISO 19005-3, 6.1.3", file => Unless(Regex.IsMatch(file.Text, @"%%EOF\r?\n?\z"), "bytes follow %%EOF")),
        new("Hexadecimal strings are pairs of digits", "ISO 19005-3, 6.1.6", file =>
            file.Values.OfType<PdfString>().Where(text =>
                text.Hexadecimal is { } written && (written.Length % 2 > 0 || !written.All(char.IsAsciiHexDigit))).Select(text => $"<{text.Hexadecimal}>")),
        new("Streams are as long as they say", "ISO 19005-3, 6.1.7", file => file.Objects.WrongLengths.Select(number => $"object {number}")),
        new("Streams are in the file itself", "ISO 19005-3, 6.1.7", file =>
            Streams(file).SelectMany(stream =>
                new[] { "F", "FFilter", "FDecodeParms" }.Where(stream.Value.ContainsKey).Select(key => $"object {stream.Key} has {key}"))),
        new("Streams use filters that everybody has", "ISO 19005-3, 6.1.7", file =>
            Streams(file).Where(stream =>
                stream.Value.Name("Filter") is { } filter && !Filters.Contains(filter)).Select(stream => $"object {stream.Key} uses {stream.Value.Name("Filter")}")),
        new("Objects stand apart by single spaces and line ends", "ISO 19005-3, 6.1.9", file =>
            file.Objects.Offsets.Where(o => !Regex.IsMatch(Around(file.Text, o.Value), @"\A[\r\n]\d+ \d+ obj[\r\n]")).Select(o => $"object {o.Key}")),
        new("Whole numbers have 32 bits", "ISO 19005-3, 6.1.13", file =>
            file.Values.OfType<long>().Where(n => n is > int.MaxValue or < int.MinValue).Select(n => $"{n}")),
        new("Strings have at most 32767 bytes", "ISO 19005-3, 6.1.13", file =>
            file.Values.OfType<PdfString>().Where(s => s.Bytes.Length > 32767).Select(s => $"{s.Bytes.Length} bytes")),
        new("Names have at most 127 bytes", "ISO 19005-3, 6.1.13", file =>
            file.Values.OfType<PdfName>().Select(n => n.Value).Concat(file.Dictionaries.SelectMany(d => d.Keys)).Where(n => n.Length > 127)),
        new("Graphics states nest at most 28 deep", "ISO 19005-3, 6.1.13", file =>
            file.Pages.Where(page => Depth(file.Operations(page.Number)) > 28).Select(page => $"page object {page.Number}")),
        new("Pages measure 3 to 14400 units", "ISO 19005-3, 6.1.13", file =>
            file.Pages.Where(page => !Measures(file.Objects.Array(page.Page.GetValueOrDefault("MediaBox")))).Select(page => $"page object {page.Number}")),
    ];

    public static IEnumerable<string> Unless(bool holds, string found) => holds ? [] : [found];

    private static IEnumerable<KeyValuePair<int, PdfStream>> Streams(ConformanceFile file) =>
        file.Objects.All.Where(o => o.Value is PdfStream).Select(o => KeyValuePair.Create(o.Key, (PdfStream)o.Value!));

    private static string Around(string text, int offset) => text.Substring(offset - 1, Math.Min(30, text.Length - offset + 1));

    private static int Depth(IEnumerable<Operation> operations)
    {
        (int depth, int most) = (0, 0);
        foreach (Operation operation in operations)
        {
            depth += operation.Operator == "q" ? 1 : operation.Operator == "Q" ? -1 : 0;
            most = Math.Max(most, depth);
        }

        return most;
    }

    private static bool Measures(IReadOnlyList<object?> box)
    {
        double[] edges = [.. box.Select(edge => Convert.ToDouble(edge, System.Globalization.CultureInfo.InvariantCulture))];
        return edges is [var left, var bottom, var right, var top] && right - left is >= 3 and <= 14400 && top - bottom is >= 3 and <= 14400;
    }
}
