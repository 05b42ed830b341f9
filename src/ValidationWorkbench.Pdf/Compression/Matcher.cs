namespace ValidationWorkbench.Pdf.Compression;

/// <summary>Finds repetitions (LZ77): hash chains over three bytes, searched to a fixed depth, always preferring the nearest of equally long ones.</summary>
internal sealed class Matcher
{
    private const int Window = 32768;
    private const int Depth = 48;
    private const int HashBits = 15;

    private readonly byte[] _data;
    private readonly int[] _latest = new int[1 << HashBits];
    private readonly int[] _previous;

    private Matcher(byte[] data)
    {
        _data = data;
        _previous = new int[data.Length];
        Array.Fill(_latest, -1);
    }

    public static List<Token> Tokens(byte[] data) => new Matcher(data).Run();

    private List<Token> Run()
    {
        List<Token> tokens = [];
        int position = 0;
        while (position < _data.Length)
        {
            Token token = Best(position);
            int length = token.IsCopy ? token.Value : 1;
            tokens.Add(token);
            for (int i = 0; i < length; i++)
            {
                Remember(position + i);
            }

            position += length;
        }

        return tokens;
    }

    private Token Best(int position)
    {
        Token best = new(_data[position], 0);
        if (position + Token.ShortestCopy > _data.Length)
        {
            return best;
        }

        int longest = Token.ShortestCopy - 1;
        int candidate = _latest[Hash(position)];
        for (int step = 0; step < Depth && candidate >= 0 && position - candidate <= Window; step++)
        {
            int length = Common(candidate, position);
            if (length > longest)
            {
                longest = length;
                best = new Token(length, position - candidate);
            }

            candidate = _previous[candidate];
        }

        return best;
    }

    private int Common(int candidate, int position)
    {
        int limit = Math.Min(Token.LongestCopy, _data.Length - position);
        return _data.AsSpan(candidate, limit).CommonPrefixLength(_data.AsSpan(position, limit));
    }

    private void Remember(int position)
    {
        if (position + Token.ShortestCopy <= _data.Length)
        {
            int hash = Hash(position);
            _previous[position] = _latest[hash];
            _latest[hash] = position;
        }
    }

    private int Hash(int position)
    {
        uint three = (uint)(_data[position] | (_data[position + 1] << 8) | (_data[position + 2] << 16));
        return (int)(unchecked(three * 2654435761u) >> (32 - HashBits));
    }
}
