using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>
/// The part of a font that one document uses. Every pair of glyph and character gets an index of its own, from 1 in the order in which they are met; the
/// components of composite glyphs follow after them.
/// </summary>
internal sealed class FontSubset
{
    private readonly TrueTypeFont _font;
    private readonly Dictionary<GlyphUse, int> _indices = [];
    private readonly List<GlyphUse> _uses = [];

    public FontSubset(TrueTypeFont font) => _font = font;

    /// <summary>PostScript name with the six-letter subset tag.</summary>
    public string Name => $"{Tag()}+{_font.Name}";

    public TrueTypeFont Font => _font;

    /// <summary>What is drawn; the entry at position i has the index i + 1.</summary>
    public IReadOnlyList<GlyphUse> Uses => _uses;

    /// <summary>The index of what is drawn; what is met for the first time gets the next one.</summary>
    public int Index(GlyphUse use)
    {
        if (!_indices.TryGetValue(use, out int index))
        {
            _uses.Add(use);
            index = _uses.Count;
            _indices[use] = index;
        }

        return index;
    }

    /// <summary>The font file of all that was met.</summary>
    public SubsetFile File() => new(_font, _uses.Select(use => use.Glyph));

    private string Tag()
    {
        string content = _font.Name + string.Concat(_uses.Select(use => $";{use.Glyph}:{use.Character}"));
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(content));
        return string.Concat(hash.Take(6).Select(b => (char)('A' + (b % 26))));
    }
}
