namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>
/// By how much pairs of glyphs move together: the pair adjustments of the feature <c>kern</c> in the table <c>GPOS</c> (OpenType, lookup type 2, formats 1
/// and 2), as far as they change the advance of the first glyph, which is all that Inter has.
/// </summary>
internal sealed class Kerning
{
    private const int PairAdjustment = 2;
    private const int AdvanceOnly = 0x0004;

    private readonly List<Func<int, int, int?>> _subtables = [];

    private Kerning()
    {
    }

    public static Kerning Parse(ReadOnlyMemory<byte> table, int glyphs)
    {
        Kerning kerning = new();
        foreach (ReadOnlyMemory<byte> lookup in Lookups(table))
        {
            for (int i = 0; i < BigEndian.UInt16(lookup.Span, 4); i++)
            {
                kerning._subtables.Add(Subtable(lookup[BigEndian.UInt16(lookup.Span, 6 + (2 * i))..], glyphs));
            }
        }

        return kerning;
    }

    /// <summary>What the advance of the left glyph gains before the right one, in font units; mostly below zero or zero.</summary>
    public int Between(int left, int right)
    {
        foreach (Func<int, int, int?> subtable in _subtables)
        {
            if (subtable(left, right) is { } value)
            {
                return value;
            }
        }

        return 0;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lookups(ReadOnlyMemory<byte> table)
    {
        ReadOnlyMemory<byte> features = table[BigEndian.UInt16(table.Span, 6)..];
        ReadOnlyMemory<byte> lookups = table[BigEndian.UInt16(table.Span, 8)..];
        SortedSet<int> used = [];
        for (int i = 0; i < BigEndian.UInt16(features.Span, 0); i++)
        {
            ReadOnlySpan<byte> entry = features.Span.Slice(2 + (6 * i), 6);
            if (entry.StartsWith("kern"u8))
            {
                int feature = BigEndian.UInt16(entry, 4);
                int count = BigEndian.UInt16(features.Span, feature + 2);
                used.UnionWith(Enumerable.Range(0, count).Select(k => BigEndian.UInt16(features.Span, feature + 4 + (2 * k))));
            }
        }

        return used
            .Select(lookup => lookups[BigEndian.UInt16(lookups.Span, 2 + (2 * lookup))..])
            .Where(lookup => BigEndian.UInt16(lookup.Span, 0) == PairAdjustment);
    }

    private static Func<int, int, int?> Subtable(ReadOnlyMemory<byte> subtable, int glyphs)
    {
        ReadOnlySpan<byte> data = subtable.Span;
        (int format, int first, int second) = (BigEndian.UInt16(data, 0), BigEndian.UInt16(data, 4), BigEndian.UInt16(data, 6));
        if (first != AdvanceOnly || second != 0)
        {
            throw new InvalidDataException($"A pair adjustment has the value formats {first} and {second}; only advances of the first glyph can be read.");
        }

        Dictionary<int, int> covered = GlyphLists.Coverage(data[BigEndian.UInt16(data, 2)..]);
        return format == 1 ? Pairs(data, covered, glyphs) : Classes(data, covered, glyphs);
    }

    private static Func<int, int, int?> Pairs(ReadOnlySpan<byte> data, Dictionary<int, int> covered, int glyphs)
    {
        Dictionary<int, int>?[] values = new Dictionary<int, int>?[glyphs];
        foreach ((int left, int index) in covered)
        {
            ReadOnlySpan<byte> set = data[BigEndian.UInt16(data, 10 + (2 * index))..];
            Dictionary<int, int> rights = [];
            for (int i = 0; i < BigEndian.UInt16(set, 0); i++)
            {
                rights[BigEndian.UInt16(set, 2 + (4 * i))] = BigEndian.Int16(set, 4 + (4 * i));
            }

            values[left] = rights;
        }

        return (left, right) => values[left] is { } rights && rights.TryGetValue(right, out int value) ? value : null;
    }

    private static Func<int, int, int?> Classes(ReadOnlySpan<byte> data, Dictionary<int, int> covered, int glyphs)
    {
        Dictionary<int, int> ofLeft = GlyphLists.Classes(data[BigEndian.UInt16(data, 8)..]);
        Dictionary<int, int> ofRight = GlyphLists.Classes(data[BigEndian.UInt16(data, 10)..]);
        int columns = BigEndian.UInt16(data, 14);
        int[] lefts = [.. Enumerable.Range(0, glyphs).Select(glyph => covered.ContainsKey(glyph) ? ofLeft.GetValueOrDefault(glyph) * columns : -1)];
        int[] rights = [.. Enumerable.Range(0, glyphs).Select(glyph => ofRight.GetValueOrDefault(glyph))];
        short[] values = new short[BigEndian.UInt16(data, 12) * columns];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (short)BigEndian.Int16(data, 16 + (2 * i));
        }

        return (left, right) => lefts[left] < 0 ? null : values[lefts[left] + rights[right]];
    }
}
