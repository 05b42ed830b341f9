using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>A composite font that text on pages is set in, with the codes that are shown.</summary>
internal sealed partial class FontUse
{
    public FontUse(PdfObjects objects, PdfDictionary font)
    {
        Font = font;
        Descendant = objects.Array(font.GetValueOrDefault("DescendantFonts")).Select(objects.Dictionary).FirstOrDefault();
        Descriptor = objects.Dictionary(Descendant?.GetValueOrDefault("FontDescriptor"));
        Program = objects.Resolve(Descriptor?.GetValueOrDefault("FontFile2")) is PdfStream program ? new EmbeddedFont(program.Data) : null;
        Map = objects.Resolve(font.GetValueOrDefault("ToUnicode")) is PdfStream map ? Parsed(map.Data) : [];
        Widths = Listed(objects, objects.Array(Descendant?.GetValueOrDefault("W")));
    }

    public PdfDictionary Font { get; }

    public PdfDictionary? Descendant { get; }

    public PdfDictionary? Descriptor { get; }

    public EmbeddedFont? Program { get; }

    /// <summary>Characters by code.</summary>
    public Dictionary<int, string> Map { get; }

    /// <summary>Widths by code as the file gives them.</summary>
    public Dictionary<int, double> Widths { get; }

    public HashSet<int> Codes { get; } = [];

    public bool IsPrivate(int code) =>
        Map.GetValueOrDefault(code, "").EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse);

    public override string ToString() => Font.Name("BaseFont") ?? "a font";

    /// <summary>The codes that an operation shows, of two bytes each; none where it shows no text.</summary>
    public static IEnumerable<int> CodesOf(Operation operation)
    {
        byte[] bytes = operation.Operator switch
        {
            "Tj" or "'" => ((PdfString)operation.Operands[^1]!).Bytes,
            "TJ" => [.. ((List<object?>)operation.Operands[0]!).OfType<PdfString>().SelectMany(text => text.Bytes)],
            _ => [],
        };
        return bytes.Chunk(2).Select(pair => (pair[0] << 8) | pair[1]);
    }

    private static Dictionary<int, string> Parsed(byte[] map) =>
        Mapping().Matches(Encoding.ASCII.GetString(map)).ToDictionary(m =>
            Convert.ToInt32(m.Groups[1].Value, 16), m => PdfReading.Unicode(m.Groups[2].Value));

    private static Dictionary<int, double> Listed(PdfObjects objects, IReadOnlyList<object?> entries)
    {
        Dictionary<int, double> widths = [];
        for (int i = 0; i + 1 < entries.Count; i += 2)
        {
            int first = (int)(long)entries[i]!;
            foreach (object? width in objects.Array(entries[i + 1]))
            {
                widths[first++] = Convert.ToDouble(width, CultureInfo.InvariantCulture);
            }
        }

        return widths;
    }

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]+)>\n")]
    private static partial Regex Mapping();
}
