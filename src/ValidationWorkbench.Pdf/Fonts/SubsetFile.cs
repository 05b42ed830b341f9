namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Builds the TrueType file of a subset, with the tables that a PDF reader needs: glyf, head, hhea, hmtx, loca, maxp and prep.</summary>
internal sealed class SubsetFile
{
    private readonly TrueTypeFont _font;
    private readonly List<int> _sources;
    private readonly Dictionary<int, int> _components = [];
    private readonly List<byte[]> _outlines = [];

    /// <param name="font">The font to take from.</param>
    /// <param name="glyphs">Glyphs of the font in the order of their new indices from 1; the components they need follow after them.</param>
    public SubsetFile(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        _font = font;
        _sources = [0, .. glyphs];
        for (int i = 0; i < _sources.Count; i++)
        {
            _outlines.Add(Renumbered(_sources[i]));
        }

        Bytes = SfntFile.Build(Tables());
    }

    public byte[] Bytes { get; }

    /// <summary>Advance widths by index, in thousandths of an em.</summary>
    public IEnumerable<int> Widths => _sources.Select(_font.Advance);

    private byte[] Renumbered(int glyph)
    {
        byte[] outline = _font.Outline(glyph).ToArray();
        foreach (GlyphComponent component in CompositeGlyph.Components(outline))
        {
            BigEndian.Write16(outline, component.IndexOffset, Component(component.Glyph));
        }

        return outline;
    }

    private int Component(int source)
    {
        if (!_components.TryGetValue(source, out int index))
        {
            index = _sources.Count;
            _sources.Add(source);
            _components[source] = index;
        }

        return index;
    }

    private SortedDictionary<string, byte[]> Tables() => new(StringComparer.Ordinal)
    {
        ["glyf"] = [.. _outlines.SelectMany(Padded)],
        ["head"] = Patched("head", 50, 1),
        ["hhea"] = Patched("hhea", 34, _sources.Count),
        ["hmtx"] = Metrics(),
        ["loca"] = Locations(),
        ["maxp"] = Limits(),
        ["prep"] = _font.Table("prep").ToArray(),
    };

    private byte[] Patched(string tag, int offset, int value)
    {
        byte[] table = _font.Table(tag).ToArray();
        BigEndian.Write16(table, offset, value);
        return table;
    }

    // Glyphs made here may have more components, and these more points, than any glyph of the font.
    private byte[] Limits()
    {
        byte[] table = Patched("maxp", 4, _sources.Count);
        foreach ((int whole, int simple) in ((int, int)[])[(10, 6), (12, 8)])
        {
            int most = Math.Max(BigEndian.UInt16(table, whole), MadeGlyph.MostComponents * BigEndian.UInt16(table, simple));
            BigEndian.Write16(table, whole, Math.Min(most, ushort.MaxValue));
        }

        BigEndian.Write16(table, 28, Math.Max(BigEndian.UInt16(table, 28), MadeGlyph.MostComponents));
        BigEndian.Write16(table, 30, BigEndian.UInt16(table, 30) + 1);
        return table;
    }

    private byte[] Metrics()
    {
        byte[] table = new byte[4 * _sources.Count];
        for (int i = 0; i < _sources.Count; i++)
        {
            (int advance, int bearing) = _font.StoredMetrics(_sources[i]);
            BigEndian.Write16(table, 4 * i, advance);
            BigEndian.Write16(table, (4 * i) + 2, bearing);
        }

        return table;
    }

    private byte[] Locations()
    {
        byte[] table = new byte[4 * (_outlines.Count + 1)];
        uint offset = 0;
        for (int i = 0; i < _outlines.Count; i++)
        {
            offset += (uint)Padded(_outlines[i]).Length;
            BigEndian.Write32(table, 4 * (i + 1), offset);
        }

        return table;
    }

    private static byte[] Padded(byte[] outline)
    {
        byte[] padded = new byte[(outline.Length + 3) / 4 * 4];
        outline.CopyTo(padded, 0);
        return padded;
    }
}
