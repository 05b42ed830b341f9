namespace ValidationWorkbench.Pdf.Compression;

/// <summary>The symbols of RFC 1951, section 3.2.5: how lengths and distances split into a symbol and extra bits, and the fixed codes.</summary>
internal static class Alphabet
{
    public const int EndOfBlock = 256;
    public const int Literals = 286;
    public const int Distances = 30;

    private const int FirstLength = 257;
    private const int LongestCopySymbol = 285;

    public static readonly HuffmanCode FixedLiterals = new([.. Enumerable.Range(0, 288).Select(FixedLength)]);

    public static readonly HuffmanCode FixedDistances = new([.. Enumerable.Repeat(5, Distances)]);

    public static (int Symbol, int Extra, int ExtraBits) Length(int length)
    {
        if (length == Token.LongestCopy)
        {
            return (LongestCopySymbol, 0, 0);
        }

        (int symbol, int extra, int bits) = Split(length - Token.ShortestCopy, 4);
        return (FirstLength + symbol, extra, bits);
    }

    public static (int Symbol, int Extra, int ExtraBits) Distance(int distance) => Split(distance - 1, 2);

    // Each group holds as many symbols as groupSize says, and each symbol of the next group covers twice as many values.
    private static (int Symbol, int Extra, int ExtraBits) Split(int value, int groupSize)
    {
        int bits = 0;
        int first = 0;
        int start = 0;
        while (value - start >= (groupSize << bits) * (bits == 0 ? 2 : 1))
        {
            start += (groupSize << bits) * (bits == 0 ? 2 : 1);
            first += groupSize * (bits == 0 ? 2 : 1);
            bits++;
        }

        int offset = value - start;
        return (first + (offset >> bits), offset & ((1 << bits) - 1), bits);
    }

    private static int FixedLength(int symbol) => symbol switch
    {
        < 144 => 8,
        < 256 => 9,
        < 280 => 7,
        _ => 8,
    };
}
