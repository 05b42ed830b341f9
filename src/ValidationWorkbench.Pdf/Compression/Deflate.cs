namespace ValidationWorkbench.Pdf.Compression;

/// <summary>
/// Compresses to the zlib format (RFC 1950 and 1951). Own code, because the library of the platform compresses differently from processor to processor,
/// and a controlled document has to be reproducible byte for byte.
/// </summary>
internal static class Deflate
{
    private const int TokensPerBlock = 32768;
    private const uint AdlerModulus = 65521;

    public static byte[] Compress(byte[] data)
    {
        BitWriter writer = new();
        writer.Write(0x9C78, 16);
        List<Token> tokens = Matcher.Tokens(data);
        for (int start = 0; start == 0 || start < tokens.Count; start += TokensPerBlock)
        {
            int count = Math.Min(TokensPerBlock, tokens.Count - start);
            new DeflateBlock(tokens.GetRange(start, count)).Write(writer, start + count == tokens.Count);
        }

        return [.. writer.ToArray(), .. Checksum(data)];
    }

    private static byte[] Checksum(byte[] data)
    {
        uint low = 1;
        uint high = 0;
        foreach (byte value in data)
        {
            low = (low + value) % AdlerModulus;
            high = (high + low) % AdlerModulus;
        }

        return [(byte)(high >> 8), (byte)high, (byte)(low >> 8), (byte)low];
    }
}
