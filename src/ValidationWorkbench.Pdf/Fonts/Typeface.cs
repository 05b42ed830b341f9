namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Inter in the weights in use, read once per process on first use.</summary>
internal static class Typeface
{
    /// <summary>Inter maps its digits of equal width to ten private characters from here on; a slashed zero of the same width follows them.</summary>
    private const int TabularZero = 0xE071;

    private const int SlashedZero = 0xE07B;

    private static readonly Lazy<TrueTypeFont> Regular = new(() => Load("Inter-Regular"));

    private static readonly Lazy<TrueTypeFont> SemiBold = new(() => Load("Inter-SemiBold"));

    public static TrueTypeFont Font(Weight weight) => weight == Weight.Regular ? Regular.Value : SemiBold.Value;

    /// <summary>Whether a character is drawn as the sign it is; otherwise a box with its code point stands for it.</summary>
    public static bool Has(int character) => MadeGlyph.IsSign(character) || Regular.Value.Glyph(character) is not null;

    /// <summary>The glyph that draws a character, or the box that stands for it.</summary>
    public static int Glyph(Weight weight, Figures figures, int character)
    {
        TrueTypeFont font = Font(weight);
        return font.Glyph(Drawn(figures, character)) ?? MadeGlyph.Number(font, character);
    }

    /// <summary>What the advance of a character gains before another one, in thousandths of an em. Digits of one width keep their places.</summary>
    public static int Kern(Weight weight, Figures figures, int left, int right)
    {
        bool apart = figures == Figures.Code || (figures == Figures.Tabular && (IsDigit(left) || IsDigit(right)));
        return apart ? 0 : Font(weight).Kern(Glyph(weight, figures, left), Glyph(weight, figures, right));
    }

    private static bool IsDigit(int character) => character is >= '0' and <= '9';

    private static int Drawn(Figures figures, int character) => (figures, character) switch
    {
        (Figures.Code, '0') => SlashedZero,
        (Figures.Tabular or Figures.Code, >= '0' and <= '9') => TabularZero + character - '0',
        _ => character,
    };

    private static TrueTypeFont Load(string name) => new(name, InterAssembly.Font($"/Assets/{name}.ttf"));
}
