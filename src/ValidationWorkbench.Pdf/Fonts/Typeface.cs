namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Inter in the weights in use, read once per process on first use.</summary>
internal static class Typeface
{
    /// <summary>Drawn in place of a character that the font lacks.</summary>
    private const int Replacement = 0x25A1;

    /// <summary>Inter maps its digits of equal width to ten private characters from here on; a slashed zero of the same width follows them.</summary>
    private const int TabularZero = 0xE071;

    private const int SlashedZero = 0xE07B;

    private static readonly Lazy<TrueTypeFont> Regular = new(() => Load("Inter-Regular"));

    private static readonly Lazy<TrueTypeFont> SemiBold = new(() => Load("Inter-SemiBold"));

    public static TrueTypeFont Font(Weight weight) => weight == Weight.Regular ? Regular.Value : SemiBold.Value;

    public static bool Has(int character) => Regular.Value.Glyph(character) is not null;

    /// <summary>The glyph that draws a character, or the replacement glyph.</summary>
    public static int Glyph(Weight weight, Figures figures, int character)
    {
        TrueTypeFont font = Font(weight);
        return font.Glyph(Drawn(figures, character)) ?? font.Glyph(Replacement) ?? throw new InvalidDataException($"{font.Name} has no replacement glyph U+{Replacement:X4}.");
    }

    private static int Drawn(Figures figures, int character) => (figures, character) switch
    {
        (Figures.Code, '0') => SlashedZero,
        (Figures.Tabular or Figures.Code, >= '0' and <= '9') => TabularZero + character - '0',
        _ => character,
    };

    private static TrueTypeFont Load(string name) => new(name, InterAssembly.Font($"/Assets/{name}.ttf"));
}
