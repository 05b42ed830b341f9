using System.Text;
using ValidationWorkbench.Pdf.Fonts;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The subsets that the text of a document needs, one per weight in use.</summary>
internal sealed class FontSet
{
    private readonly SortedDictionary<Weight, FontSubset> _subsets = [];

    public FontSet(IEnumerable<Page> pages)
    {
        IEnumerable<TextMark> texts = pages.SelectMany(page => page.Marks).OfType<TextMark>();
        foreach (IGrouping<Weight, TextMark> group in texts.GroupBy(text => text.Style.Weight))
        {
            _subsets[group.Key] = new FontSubset(Typeface.Font(group.Key), group.SelectMany(AllUses).ToHashSet());
        }
    }

    public IReadOnlyDictionary<Weight, FontSubset> Subsets => _subsets;

    /// <summary>The name of a weight in the resources of a page.</summary>
    public static string ResourceName(Weight weight) => weight == Weight.Regular ? "/F1" : "/F2";

    /// <summary>The glyph indices of a text as one hexadecimal string.</summary>
    public string Encoded(TextMark text)
    {
        FontSubset subset = _subsets[text.Style.Weight];
        StringBuilder codes = new("<");
        foreach (GlyphUse use in Uses(text))
        {
            codes.Append(subset.Index(use).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return codes.Append('>').ToString();
    }

    /// <summary>The operator for the space that ends the last word of a line; nothing where none ends.</summary>
    public string WordEnd(TextMark text) => text.EndsWord ? $" {Encoded(text with { Text = " ", EndsWord = false })} Tj" : "";

    private static IEnumerable<GlyphUse> AllUses(TextMark text) => Uses(text.EndsWord ? text with { Text = text.Text + " " } : text);

    private static IEnumerable<GlyphUse> Uses(TextMark text) =>
        text.Text.EnumerateRunes().Select(character => new GlyphUse(Typeface.Glyph(text.Style.Weight, text.Style.Figures, character.Value), character.Value));
}
