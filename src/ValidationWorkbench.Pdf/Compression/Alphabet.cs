using System.Numerics;

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

    // Each group holds as many symbols as groupSize says, the first one twice as many; each symbol of the next group covers twice as many values.
    private static (int Symbol, int Extra, int ExtraBits) Split(int value, int groupSize)
    {
        if (value < 2 * groupSize)
        {
            return (value, 0, 0);
        }

        int bits = BitOperations.Log2((uint)value) - BitOperations.Log2((uint)groupSize);
        return (((bits + 1) * groupSize) + ((value >> bits) & (groupSize - 1)), value & ((1 << bits) - 1), bits);
    }

    private static int FixedLength(int symbol) => symbol switch
    {
        < 144 => 8,
        < 256 => 9,
        < 280 => 7,
        _ => 8,
    };
}
