using System.Buffers.Binary;
using System.Text;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>A TrueType font program as far as widths and the number of glyphs go.</summary>
internal sealed class EmbeddedFont(byte[] program)
{
    private readonly Dictionary<string, int> _tables = Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4)))
        .Select(i => 12 + (16 * i))
        .ToDictionary(entry => Encoding.ASCII.GetString(program, entry, 4), entry => BinaryPrimitives.ReadInt32BigEndian(program.AsSpan(entry + 8)));

    public int GlyphCount => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(_tables["maxp"] + 4));

    /// <summary>Advance width of a glyph in thousandths of an em.</summary>
    public double Advance(int glyph)
    {
        int last = BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(_tables["hhea"] + 34)) - 1;
        double unitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(_tables["head"] + 18));
        return BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(_tables["hmtx"] + (4 * Math.Min(glyph, last)))) * 1000 / unitsPerEm;
    }
}
