using System.Text;
using ValidationWorkbench.Pdf.Fonts;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The subsets that the text of a document needs, one per weight in use; they grow with what is shown.</summary>
internal sealed class FontSet
{
    private readonly SortedDictionary<Weight, FontSubset> _subsets = [];
    private readonly ByteText _codes = new();

    public IReadOnlyDictionary<Weight, FontSubset> Subsets => _subsets;

    /// <summary>The characters shown so far.</summary>
    public IEnumerable<int> Characters => _subsets.Values.SelectMany(subset => subset.Uses).Select(use => use.Character);

    /// <summary>The name of a weight in the resources of a page.</summary>
    public static string ResourceName(Weight weight) => weight == Weight.Regular ? "/F1" : "/F2";

    /// <summary>Writes the operator that shows a text: glyph indices in hexadecimal strings, between them by how much they move together.</summary>
    public void Show(string text, TextStyle style, ByteText operators)
    {
        FontSubset subset = Subset(style.Weight);
        _codes.Clear();
        int previous = -1;
        bool kerned = false;
        foreach (Rune character in text.EnumerateRunes())
        {
            int kern = previous < 0 ? 0 : Typeface.Kern(style.Weight, style.Figures, previous, character.Value);
            if (kern != 0)
            {
                _codes.Add($">{-kern}<");
                kerned = true;
            }

            int glyph = Typeface.Glyph(style.Weight, style.Figures, character.Value);
            _codes.AddHexadecimal(subset.Index(new GlyphUse(glyph, character.Value)));
            previous = character.Value;
        }

        if (kerned)
        {
            operators.Add($"[<{_codes}>] TJ");
        }
        else
        {
            operators.Add($"<{_codes}> Tj");
        }
    }

    private FontSubset Subset(Weight weight) =>
        _subsets.TryGetValue(weight, out FontSubset? subset) ? subset : _subsets[weight] = new FontSubset(Typeface.Font(weight));
}
