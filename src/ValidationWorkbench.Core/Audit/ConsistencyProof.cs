using System.Numerics;
using System.Security.Cryptography;

namespace ValidationWorkbench.Audit;

/// <summary>Shows that a tree extends an earlier one, of both of which only the roots are known: nothing was changed or taken away in between.</summary>
/// <param name="EarlierSize">Leaves of the earlier tree.</param>
/// <param name="LaterSize">Leaves of the later tree.</param>
/// <param name="Path">Hashes of the proof in the order of RFC 9162, 32 bytes each.</param>
public sealed record ConsistencyProof(long EarlierSize, long LaterSize, IReadOnlyList<byte[]> Path)
{
    /// <summary>
    /// True where the proof shows that the later tree extends the earlier one (RFC 9162 section 2.1.4.2). Equal sizes need equal roots and an empty path.
    /// A proof from the empty tree proves nothing and is false, as is whatever is malformed.
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> earlierRoot, ReadOnlySpan<byte> laterRoot)
    {
        if (EarlierSize < 1 || LaterSize < EarlierSize || earlierRoot.Length != 32 || laterRoot.Length != 32 || Path is null || Path.Any(hash => hash is not { Length: 32 }))
        {
            return false;
        }

        if (EarlierSize == LaterSize)
        {
            return Path.Count == 0 && earlierRoot.SequenceEqual(laterRoot);
        }

        // The earlier tree is a subtree of the later one where its size is a power of two; its root is not sent then.
        List<byte[]> path = BitOperations.IsPow2(EarlierSize) ? [earlierRoot.ToArray(), .. Path] : [.. Path];
        return Path.Count > 0 && Climb(path, earlierRoot, laterRoot);
    }

    private bool Climb(List<byte[]> path, ReadOnlySpan<byte> earlierRoot, ReadOnlySpan<byte> laterRoot)
    {
        var (index, last) = (EarlierSize - 1, LaterSize - 1);
        while ((index & 1) == 1)
        {
            (index, last) = (index >> 1, last >> 1);
        }

        var (earlier, later) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((index & 1) == 1 || index == last)
            {
                earlier = SHA256.HashData([1, .. hash, .. earlier]);
                later = SHA256.HashData([1, .. hash, .. later]);
                while ((index & 1) == 0 && index != 0)
                {
                    (index, last) = (index >> 1, last >> 1);
                }
            }
            else
            {
                later = SHA256.HashData([1, .. later, .. hash]);
            }

            (index, last) = (index >> 1, last >> 1);
        }

        return last == 0 && earlierRoot.SequenceEqual(earlier) && laterRoot.SequenceEqual(later);
    }
}
