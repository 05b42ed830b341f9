using System.Globalization;
using System.Text;
using ValidationWorkbench.Pdf.Fonts;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The ToUnicode map of a subset: which character each glyph index stands for, so that text can be copied, searched and read aloud.</summary>
internal static class UnicodeMap
{
    private const int EntriesPerSection = 100;
    private const int ByteOrderMark = 0xFEFF;
    private const int WordJoiner = 0x2060;

    public static string Text(FontSubset subset)
    {
        StringBuilder map = new();
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (GlyphUse[] section in subset.Uses.Chunk(EntriesPerSection))
        {
            map.Append(CultureInfo.InvariantCulture, $"{section.Length} beginbfchar\n");
            foreach (GlyphUse use in section)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{subset.Index(use):X4}> <{Utf16(use.Character)}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    // A map must not lead to U+FEFF (ISO 19005-3, 6.2.11.7), which is also the byte order mark; as a character, U+2060 means the same.
    private static string Utf16(int character) => character == ByteOrderMark ? Utf16(WordJoiner) : Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)));
}
