namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Inter in the weights in use, read once per process on first use.</summary>
internal static class Typeface
{
    /// <summary>Inter maps its digits of equal width to ten private characters from here on; a slashed zero of the same width follows them.</summary>
    private const int TabularZero = 0xE071;

    private const int SlashedZero = 0xE07B;

    // Pairs from the space to the tilde, which are nearly all there are.
    private const int FirstPlain = ' ';
    private const int PlainCount = '~' - ' ' + 1;

    private static readonly Lazy<TrueTypeFont> Regular = new(() => Load("Inter-Regular"));

    private static readonly Lazy<TrueTypeFont> SemiBold = new(() => Load("Inter-SemiBold"));

    private static readonly Lazy<short[]> RegularPairs = new(() => PlainPairs(Weight.Regular));

    private static readonly Lazy<short[]> SemiBoldPairs = new(() => PlainPairs(Weight.SemiBold));

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
        if (apart)
        {
            return 0;
        }

        (int first, int second) = (left - FirstPlain, right - FirstPlain);
        return (uint)first < PlainCount && (uint)second < PlainCount
            ? (weight == Weight.Regular ? RegularPairs : SemiBoldPairs).Value[(first * PlainCount) + second]
            : Font(weight).Kern(Glyph(weight, figures, left), Glyph(weight, figures, right));
    }

    // Where two characters are not kept apart, none of them is a digit, or all are drawn as in running text.
    private static short[] PlainPairs(Weight weight)
    {
        TrueTypeFont font = Font(weight);
        int[] glyphs = [.. Enumerable.Range(FirstPlain, PlainCount).Select(character => Glyph(weight, Figures.Text, character))];
        short[] pairs = new short[PlainCount * PlainCount];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (short)font.Kern(glyphs[i / PlainCount], glyphs[i % PlainCount]);
        }

        return pairs;
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
