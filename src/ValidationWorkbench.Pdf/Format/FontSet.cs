using System.Globalization;
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

    /// <summary>The operator that shows a text: glyph indices in hexadecimal strings, between them by how much they move together.</summary>
    public string Shown(TextMark text)
    {
        FontSubset subset = _subsets[text.Style.Weight];
        StringBuilder codes = new("<");
        int previous = -1;
        bool kerned = false;
        foreach (GlyphUse use in Uses(text))
        {
            int kern = previous < 0 ? 0 : Typeface.Kern(text.Style.Weight, text.Style.Figures, previous, use.Character);
            if (kern != 0)
            {
                codes.Append(CultureInfo.InvariantCulture, $">{-kern}<");
                kerned = true;
            }

            codes.Append(CultureInfo.InvariantCulture, $"{subset.Index(use):X4}");
            previous = use.Character;
        }

        codes.Append('>');
        return kerned ? $"[{codes}] TJ" : $"{codes} Tj";
    }

    /// <summary>The operator for the space that ends the last word of a line; nothing where none ends.</summary>
    public string WordEnd(TextMark text) => text.EndsWord ? $" {Shown(text with { Text = " ", EndsWord = false })}" : "";

    private static IEnumerable<GlyphUse> AllUses(TextMark text) => Uses(text.EndsWord ? text with { Text = text.Text + " " } : text);

    private static IEnumerable<GlyphUse> Uses(TextMark text) =>
        text.Text.EnumerateRunes().Select(character => new GlyphUse(Typeface.Glyph(text.Style.Weight, text.Style.Figures, character.Value), character.Value));
}
