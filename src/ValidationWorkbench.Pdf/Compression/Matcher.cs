namespace ValidationWorkbench.Pdf.Compression;

/// <summary>Finds repetitions (LZ77): hash chains over three bytes, searched to a fixed depth, always preferring the nearest of equally long ones.</summary>
internal sealed class Matcher
{
    private const int Window = 32768;
    private const int Depth = 48;
    private const int HashBits = 15;

    private readonly int[] _latest = new int[1 << HashBits];
    private readonly List<Token> _tokens = [];

    // The place before a place with the same hash, for all places that can still be reached.
    private readonly int[] _previous = new int[Window];

    /// <summary>The data as tokens; valid until the next data are given.</summary>
    public List<Token> Tokens(ReadOnlySpan<byte> data)
    {
        Array.Fill(_latest, -1);
        _tokens.Clear();
        int position = 0;
        while (position < data.Length)
        {
            Token token = Best(data, position);
            int end = position + (token.IsCopy ? token.Value : 1);
            _tokens.Add(token);
            for (; position < end; position++)
            {
                Remember(data, position);
            }
        }

        return _tokens;
    }

    private Token Best(ReadOnlySpan<byte> data, int position)
    {
        Token best = new(data[position], 0);
        int limit = Math.Min(Token.LongestCopy, data.Length - position);
        if (limit < Token.ShortestCopy)
        {
            return best;
        }

        ReadOnlySpan<byte> wanted = data.Slice(position, limit);
        int longest = Token.ShortestCopy - 1;
        int candidate = _latest[Hash(data, position)];
        for (int step = 0; step < Depth && candidate >= 0 && position - candidate <= Window && longest < limit; step++)
        {
            // Only what agrees one byte further can be longer.
            if (data[candidate + longest] == wanted[longest])
            {
                int length = data.Slice(candidate, limit).CommonPrefixLength(wanted);
                if (length > longest)
                {
                    longest = length;
                    best = new Token(length, position - candidate);
                }
            }

            candidate = _previous[candidate % Window];
        }

        return best;
    }

    private void Remember(ReadOnlySpan<byte> data, int position)
    {
        if (position + Token.ShortestCopy <= data.Length)
        {
            int hash = Hash(data, position);
            _previous[position % Window] = _latest[hash];
            _latest[hash] = position;
        }
    }

    private static int Hash(ReadOnlySpan<byte> data, int position)
    {
        uint three = (uint)(data[position] | (data[position + 1] << 8) | (data[position + 2] << 16));
        return (int)(unchecked(three * 2654435761u) >> (32 - HashBits));
    }
}
