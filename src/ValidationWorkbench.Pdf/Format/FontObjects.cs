using System.Globalization;
using System.Text;
using ValidationWorkbench.Pdf.Fonts;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Writes a subset as a composite font: CIDFontType2 with Identity-H, so that a character code is a glyph index.</summary>
internal static class FontObjects
{
    private const int Symbolic = 4;

    public static int Add(PdfFile file, FontSubset subset)
    {
        SubsetFile part = subset.File();
        int program = file.AddStream(part.Bytes, FormattableString.Invariant($" /Length1 {part.Bytes.Length}"));
        int descriptor = file.Add(Descriptor(subset, program));
        int descendant = file.Add(Descendant(subset.Name, part.Widths, descriptor));
        int unicode = file.AddStream(Encoding.ASCII.GetBytes(UnicodeMap.Text(subset)));
        return file.Add(FormattableString.Invariant(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{subset.Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"));
    }

    private static string Descriptor(FontSubset subset, int program)
    {
        TrueTypeFont font = subset.Font;
        string bounds = string.Join(' ', font.Bounds.Select(Number));
        int stem = font.Name.EndsWith("Regular", StringComparison.Ordinal) ? 88 : 124;
        return FormattableString.Invariant(
            $"<< /Type /FontDescriptor /FontName /{subset.Name} /Flags {Symbolic} /FontBBox [{bounds}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} ")
            + FormattableString.Invariant($"/CapHeight {font.CapHeight} /StemV {stem} /FontFile2 {program} 0 R >>");
    }

    private static string Descendant(string name, IEnumerable<int> advances, int descriptor)
    {
        string widths = string.Join(' ', advances.Select(Number));
        return FormattableString.Invariant($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} 0 R ")
            + $"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /W [0 [{widths}]] >>";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
