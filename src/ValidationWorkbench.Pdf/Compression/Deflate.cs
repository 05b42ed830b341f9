using System.Runtime.InteropServices;

namespace ValidationWorkbench.Pdf.Compression;

/// <summary>
/// Compresses to the zlib format (RFC 1950 and 1951), one piece of data after the other in the same working memory. Own code, because the library of the
/// platform compresses differently from processor to processor, and a controlled document has to be reproducible byte for byte.
/// </summary>
internal sealed class Deflate
{
    private const int TokensPerBlock = 32768;
    private const uint AdlerModulus = 65521;

    // So many sums of bytes stay below 2^32 before they have to be reduced (RFC 1950, 8.2).
    private const int SumsAtOnce = 5552;

    private readonly Matcher _matcher = new();
    private readonly BitWriter _writer = new();

    public byte[] Compress(ReadOnlySpan<byte> data)
    {
        _writer.Clear();
        _writer.Write(0x9C78, 16);
        ReadOnlySpan<Token> tokens = CollectionsMarshal.AsSpan(_matcher.Tokens(data));
        for (int start = 0; start == 0 || start < tokens.Length; start += TokensPerBlock)
        {
            int count = Math.Min(TokensPerBlock, tokens.Length - start);
            new DeflateBlock(tokens.Slice(start, count)).Write(_writer, start + count == tokens.Length);
        }

        return [.. _writer.Finish(), .. Checksum(data)];
    }

    private static byte[] Checksum(ReadOnlySpan<byte> data)
    {
        uint low = 1;
        uint high = 0;
        while (!data.IsEmpty)
        {
            int count = Math.Min(SumsAtOnce, data.Length);
            foreach (byte value in data[..count])
            {
                low += value;
                high += low;
            }

            low %= AdlerModulus;
            high %= AdlerModulus;
            data = data[count..];
        }

        return [(byte)(high >> 8), (byte)high, (byte)(low >> 8), (byte)low];
    }
}
