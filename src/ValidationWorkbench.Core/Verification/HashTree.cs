using System.Numerics;
using System.Security.Cryptography;

namespace ValidationWorkbench.Verification;

/// <summary>
/// The checker's own Merkle tree of RFC 9162, section 2.1: it keeps one hash for every complete subtree (at most 64) and gives the root
/// over all leaves so far.
/// </summary>
public sealed class HashTree
{
    private const int HashLength = 32;
    private readonly byte[] peaks = new byte[64 * HashLength];

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Hash of a leaf: SHA-256(0x00 || bytes).</summary>
    public static void HashLeaf(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        const int onStack = 4096;
        var buffer = bytes.Length < onStack ? stackalloc byte[onStack] : new byte[bytes.Length + 1];
        buffer[0] = 0;
        bytes.CopyTo(buffer[1..]);
        SHA256.HashData(buffer[..(bytes.Length + 1)], hash);
    }

    /// <summary>Appends a leaf by its hash of 32 bytes.</summary>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        leafHash.CopyTo(hash);
        var level = 0;
        for (; ((Size >> level) & 1) == 1; level++)
        {
            HashNode(Peak(level), hash, hash);
        }

        hash.CopyTo(Peak(level));
        Size++;
    }

    /// <summary>Root over all leaves; SHA-256 of nothing where there is none.</summary>
    public byte[] Root()
    {
        if (Size == 0)
        {
            return SHA256.HashData([]);
        }

        var level = BitOperations.TrailingZeroCount(Size);
        var root = Peak(level).ToArray();
        for (level++; level < 63; level++)
        {
            if (((Size >> level) & 1) == 1)
            {
                HashNode(Peak(level), root, root);
            }
        }

        return root;
    }

    private Span<byte> Peak(int level) => peaks.AsSpan(level * HashLength, HashLength);

    private static void HashNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> node = stackalloc byte[1 + (2 * HashLength)];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + HashLength)..]);
        SHA256.HashData(node, hash);
    }
}
