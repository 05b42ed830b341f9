namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>A TrueType font as read from its file: metrics, character map and glyph outlines. Immutable once read.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, Range> _tables;
    private readonly CharacterMap _map;
    private readonly Kerning _kerning;
    private readonly int[] _advances;
    private readonly int _measured;
    private readonly bool _longOffsets;

    public TrueTypeFont(string name, byte[] file)
    {
        Name = name;
        _file = file;
        _tables = Directory(file);
        ReadOnlySpan<byte> head = Table("head");
        UnitsPerEm = BigEndian.UInt16(head, 18);
        _longOffsets = BigEndian.Int16(head, 50) == 1;
        _measured = BigEndian.UInt16(Table("hhea"), 34);
        _map = CharacterMap.Parse(Table("cmap"));
        _kerning = Kerning.Parse(file.AsMemory(_tables["GPOS"]), BigEndian.UInt16(Table("maxp"), 4));
        GlyphCount = BigEndian.UInt16(Table("maxp"), 4);
        CapHeight = PerMille(BigEndian.Int16(Table("OS/2"), 88));
        _advances = [.. Enumerable.Range(0, GlyphCount).Select(glyph => PerMille(StoredMetrics(glyph).Advance))];
    }

    /// <summary>PostScript name.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent => PerMille(BigEndian.Int16(Table("hhea"), 4));

    public int Descent => PerMille(BigEndian.Int16(Table("hhea"), 6));

    public int CapHeight { get; }

    public int GlyphCount { get; }

    /// <summary>Left, bottom, right and top of the box around all glyphs, in thousandths of an em.</summary>
    public IReadOnlyList<int> Bounds => [.. Enumerable.Range(0, 4).Select(i => PerMille(BigEndian.Int16(Table("head"), 36 + (2 * i))))];

    public ReadOnlySpan<byte> Table(string tag) => _file.AsSpan(_tables[tag]);

    public int? Glyph(int character) => _map.Glyph(character);

    /// <summary>Advance width of a glyph in thousandths of an em.</summary>
    public int Advance(int glyph) => IsMade(glyph) ? PerMille(MadeGlyph.Advance(this, glyph)) : _advances[glyph];

    /// <summary>What the advance of a glyph gains before another one, in thousandths of an em.</summary>
    public int Kern(int left, int right) => IsMade(left) || IsMade(right) ? 0 : PerMille(_kerning.Between(left, right));

    /// <summary>Advance width and left side bearing of a glyph, as stored.</summary>
    public (int Advance, int Bearing) StoredMetrics(int glyph)
    {
        if (IsMade(glyph))
        {
            return (MadeGlyph.Advance(this, glyph), BigEndian.Int16(Outline(glyph), 2));
        }

        ReadOnlySpan<byte> table = Table("hmtx");
        return glyph < _measured
            ? (BigEndian.UInt16(table, 4 * glyph), BigEndian.Int16(table, (4 * glyph) + 2))
            : (BigEndian.UInt16(table, 4 * (_measured - 1)), BigEndian.Int16(table, (4 * _measured) + (2 * (glyph - _measured))));
    }

    /// <summary>The outline record of a glyph; empty for a blank one.</summary>
    public ReadOnlySpan<byte> Outline(int glyph) => IsMade(glyph) ? MadeGlyph.Outline(this, glyph) : Table("glyf")[Offset(glyph)..Offset(glyph + 1)];

    private bool IsMade(int glyph) => glyph >= GlyphCount;

    private int PerMille(int units)
    {
        int scaled = (Math.Abs(units) * 1000) + (UnitsPerEm / 2);
        return Math.Sign(units) * (scaled / UnitsPerEm);
    }

    private int Offset(int glyph) => _longOffsets ? BigEndian.Int32(Table("loca"), 4 * glyph) : 2 * BigEndian.UInt16(Table("loca"), 2 * glyph);

    private static Dictionary<string, Range> Directory(ReadOnlySpan<byte> file)
    {
        Dictionary<string, Range> tables = [];
        int count = BigEndian.UInt16(file, 4);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = file.Slice(12 + (16 * i), 16);
            int offset = BigEndian.Int32(entry, 8);
            tables[System.Text.Encoding.ASCII.GetString(entry[..4])] = offset..(offset + BigEndian.Int32(entry, 12));
        }

        return tables;
    }
}
