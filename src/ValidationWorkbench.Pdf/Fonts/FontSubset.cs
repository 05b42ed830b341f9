using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>
/// The part of a font that one document uses. Every pair of glyph and character gets an index of its own, in sorted order from 1; the components of
/// composite glyphs follow after them.
/// </summary>
internal sealed class FontSubset
{
    private readonly TrueTypeFont _font;
    private readonly Dictionary<GlyphUse, int> _indices = [];
    private readonly List<int> _sources = [0];

    public FontSubset(TrueTypeFont font, IEnumerable<GlyphUse> uses)
    {
        _font = font;
        Uses = [.. uses.Distinct().Order()];
        foreach (GlyphUse use in Uses)
        {
            _indices[use] = _sources.Count;
            _sources.Add(use.Glyph);
        }

        Name = $"{Tag()}+{font.Name}";
        File = new SubsetFile(font, _sources).Bytes;
    }

    /// <summary>PostScript name with the six-letter subset tag.</summary>
    public string Name { get; }

    public TrueTypeFont Font => _font;

    public byte[] File { get; }

    /// <summary>What is drawn; the entry at position i has the index i + 1.</summary>
    public IReadOnlyList<GlyphUse> Uses { get; }

    /// <summary>Advance widths by index, in thousandths of an em.</summary>
    public IEnumerable<int> Widths => _sources.Select(_font.Advance);

    public int Index(GlyphUse use) => _indices[use];

    private string Tag()
    {
        string content = _font.Name + string.Concat(Uses.Select(use => $";{use.Glyph}:{use.Character}"));
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(content));
        return string.Concat(hash.Take(6).Select(b => (char)('A' + (b % 26))));
    }
}
