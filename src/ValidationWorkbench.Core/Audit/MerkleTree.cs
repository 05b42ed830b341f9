using System.Security.Cryptography;

namespace ValidationWorkbench.Audit;

/// <summary>
/// The Merkle tree of RFC 6962 section 2.1 (RFC 9162 section 2.1) over leaf hashes, which here are the record hashes: its root names every record of
/// the log at once, and short proofs show that a record is in it or that a later log extends an earlier one.
/// </summary>
public static class MerkleTree
{
    /// <summary>Root of the tree without leaves: the SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>Hash of an inner node: SHA-256(0x01 || left || right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[65];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[33..]);
        return SHA256.HashData(input);
    }

    /// <summary>Root over leaf hashes.</summary>
    public static byte[] Root(IEnumerable<byte[]> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        var range = new CompactRange();
        foreach (var hash in leafHashes)
        {
            range.Append(hash);
        }

        return range.Root();
    }

    /// <summary>Proof that the leaf at an index is in the tree over all the leaf hashes (RFC 9162 section 2.1.3.1).</summary>
    /// <param name="leafHashes">Leaf hashes of the whole tree.</param>
    /// <param name="index">Index of the leaf, from 0: the record's sequence less one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static InclusionProof ProveInclusion(IReadOnlyList<byte[]> leafHashes, int index)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leafHashes.Count);
        var path = new List<byte[]>();
        AddInclusionPath(path, leafHashes, 0, leafHashes.Count, index);
        return new InclusionProof(index, leafHashes.Count, path);
    }

    /// <summary>Proof that the tree over all the leaf hashes extends the one over the first of them (RFC 9162 section 2.1.4.1).</summary>
    /// <param name="leafHashes">Leaf hashes of the later tree.</param>
    /// <param name="earlierSize">Size of the earlier tree, at least 1 and at most that of the later. Equal sizes give an empty proof.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are no such pair.</exception>
    public static ConsistencyProof ProveConsistency(IReadOnlyList<byte[]> leafHashes, int earlierSize)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentOutOfRangeException.ThrowIfLessThan(earlierSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlierSize, leafHashes.Count);
        var path = new List<byte[]>();
        AddConsistencyPath(path, leafHashes, 0, leafHashes.Count, earlierSize, wasWhole: true);
        return new ConsistencyProof(earlierSize, leafHashes.Count, path);
    }

    private static void AddInclusionPath(List<byte[]> path, IReadOnlyList<byte[]> hashes, int start, int count, int index)
    {
        if (count == 1)
        {
            return;
        }

        var split = Split(count);
        if (index < split)
        {
            AddInclusionPath(path, hashes, start, split, index);
            path.Add(RootOf(hashes, start + split, count - split));
        }
        else
        {
            AddInclusionPath(path, hashes, start + split, count - split, index - split);
            path.Add(RootOf(hashes, start, split));
        }
    }

    /// <summary>SUBPROOF of RFC 9162: a subtree that is the whole earlier tree is left out, since the checker knows its root.</summary>
    private static void AddConsistencyPath(List<byte[]> path, IReadOnlyList<byte[]> hashes, int start, int count, int earlier, bool wasWhole)
    {
        if (earlier == count)
        {
            if (!wasWhole)
            {
                path.Add(RootOf(hashes, start, count));
            }

            return;
        }

        var split = Split(count);
        if (earlier <= split)
        {
            AddConsistencyPath(path, hashes, start, split, earlier, wasWhole);
            path.Add(RootOf(hashes, start + split, count - split));
        }
        else
        {
            AddConsistencyPath(path, hashes, start + split, count - split, earlier - split, wasWhole: false);
            path.Add(RootOf(hashes, start, split));
        }
    }

    private static byte[] RootOf(IReadOnlyList<byte[]> hashes, int start, int count)
    {
        var range = new CompactRange();
        for (var i = start; i < start + count; i++)
        {
            range.Append(hashes[i]);
        }

        return range.Root();
    }

    /// <summary>The largest power of two below the count.</summary>
    private static int Split(int count) => 1 << (31 - int.LeadingZeroCount(count - 1));
}
