namespace ValidationWorkbench.Pdf.Compression;

/// <summary>Writes the two codes of a dynamic block as RFC 1951, section 3.2.7, describes: as one run-length coded list, itself Huffman coded.</summary>
internal sealed class CodeLengths
{
    private const int Repeat = 16;
    private const int ShortZeros = 17;
    private const int LongZeros = 18;

    private static readonly int[] Order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly List<(int Symbol, int Extra)> _runs = [];
    private readonly HuffmanCode _code;
    private readonly int[] _frequencies = new int[19];
    private readonly int _sent;

    public CodeLengths(HuffmanCode literals, HuffmanCode distances)
    {
        int[] lengths = [.. literals.Lengths, .. distances.Lengths];
        for (int i = 0; i < lengths.Length;)
        {
            i += AddRun(lengths, i);
        }

        _code = HuffmanCode.For(_frequencies, 7);
        _sent = Math.Max(4, Array.FindLastIndex(Order, symbol => _code.Lengths[symbol] > 0) + 1);
    }

    public long Cost => 14 + (3 * _sent) + _code.Cost(_frequencies) + _runs.Sum(run => ExtraBits(run.Symbol));

    public void Write(BitWriter writer)
    {
        writer.Write(Alphabet.Literals - 257, 5);
        writer.Write(Alphabet.Distances - 1, 5);
        writer.Write(_sent - 4, 4);
        foreach (int symbol in Order.Take(_sent))
        {
            writer.Write(_code.Lengths[symbol], 3);
        }

        foreach ((int symbol, int extra) in _runs)
        {
            _code.Write(writer, symbol);
            writer.Write(extra, ExtraBits(symbol));
        }
    }

    private int AddRun(int[] lengths, int start)
    {
        int value = lengths[start];
        int end = start + 1;
        while (end < lengths.Length && lengths[end] == value)
        {
            end++;
        }

        return value == 0 && end - start >= 3 ? AddZeros(end - start) : AddRepeated(value, end - start);
    }

    private int AddZeros(int run)
    {
        int taken = Math.Min(run, 138);
        (int symbol, int shortest) = taken > 10 ? (LongZeros, 11) : (ShortZeros, 3);
        Add(symbol, taken - shortest);
        return taken;
    }

    private int AddRepeated(int value, int run)
    {
        Add(value, 0);
        int taken = Math.Min(run - 1, 6);
        if (value == 0 || taken < 3)
        {
            return 1;
        }

        Add(Repeat, taken - 3);
        return 1 + taken;
    }

    private void Add(int symbol, int extra)
    {
        _runs.Add((symbol, extra));
        _frequencies[symbol]++;
    }

    private static int ExtraBits(int symbol) => symbol switch
    {
        Repeat => 2,
        ShortZeros => 3,
        LongZeros => 7,
        _ => 0,
    };
}
