namespace ValidationWorkbench.Pdf.Compression;

/// <summary>Writes one block of tokens with the fixed codes or with codes of its own, whichever is shorter.</summary>
internal readonly ref struct DeflateBlock
{
    private const int FixedCodes = 1;
    private const int OwnCodes = 2;
    private const int LongestCode = 15;

    private readonly ReadOnlySpan<Token> _tokens;
    private readonly int[] _literals = new int[Alphabet.Literals];
    private readonly int[] _distances = new int[Alphabet.Distances];

    public DeflateBlock(ReadOnlySpan<Token> tokens)
    {
        _tokens = tokens;
        _literals[Alphabet.EndOfBlock] = 1;
        foreach (Token token in tokens)
        {
            Count(token);
        }
    }

    public void Write(BitWriter writer, bool last)
    {
        HuffmanCode literals = HuffmanCode.For(_literals, LongestCode);
        HuffmanCode distances = HuffmanCode.For(_distances, LongestCode);
        CodeLengths lengths = new(literals, distances);
        writer.Write(last ? 1 : 0, 1);
        if (lengths.Cost + Cost(literals, distances) < Cost(Alphabet.FixedLiterals, Alphabet.FixedDistances))
        {
            writer.Write(OwnCodes, 2);
            lengths.Write(writer);
            WriteTokens(writer, literals, distances);
        }
        else
        {
            writer.Write(FixedCodes, 2);
            WriteTokens(writer, Alphabet.FixedLiterals, Alphabet.FixedDistances);
        }
    }

    private void Count(Token token)
    {
        if (token.IsCopy)
        {
            _literals[Alphabet.Length(token.Value).Symbol]++;
            _distances[Alphabet.Distance(token.Distance).Symbol]++;
        }
        else
        {
            _literals[token.Value]++;
        }
    }

    private long Cost(HuffmanCode literals, HuffmanCode distances) => literals.Cost(_literals) + distances.Cost(_distances);

    private void WriteTokens(BitWriter writer, HuffmanCode literals, HuffmanCode distances)
    {
        foreach (Token token in _tokens)
        {
            if (token.IsCopy)
            {
                WritePart(writer, literals, Alphabet.Length(token.Value));
                WritePart(writer, distances, Alphabet.Distance(token.Distance));
            }
            else
            {
                literals.Write(writer, token.Value);
            }
        }

        literals.Write(writer, Alphabet.EndOfBlock);
    }

    private static void WritePart(BitWriter writer, HuffmanCode code, (int Symbol, int Extra, int ExtraBits) part)
    {
        code.Write(writer, part.Symbol);
        writer.Write(part.Extra, part.ExtraBits);
    }
}
