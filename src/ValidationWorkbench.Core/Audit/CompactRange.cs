namespace ValidationWorkbench.Audit;

/// <summary>
/// A Merkle tree reduced to the roots of its complete subtrees, at most 64 hashes: enough to append leaves and to know the root, at constant cost.
/// </summary>
public sealed class CompactRange
{
    /// <summary>Roots of the complete subtrees, largest first: one for every bit that is set in the size.</summary>
    private readonly List<byte[]> subtrees;

    public CompactRange() => subtrees = [];

    private CompactRange(CompactRange other) => (subtrees, Size) = ([.. other.subtrees], other.Size);

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf.</summary>
    /// <exception cref="ArgumentException">The hash is not 32 bytes long.</exception>
    public void Append(byte[] leafHash)
    {
        ArgumentNullException.ThrowIfNull(leafHash);
        if (leafHash.Length != 32)
        {
            throw new ArgumentException($"A leaf hash has {leafHash.Length} bytes, not 32.", nameof(leafHash));
        }

        var node = leafHash;
        for (var bits = Size; (bits & 1) == 1; bits >>= 1)
        {
            node = MerkleTree.Node(subtrees[^1], node);
            subtrees.RemoveAt(subtrees.Count - 1);
        }

        subtrees.Add(node);
        Size++;
    }

    /// <summary>Root over all leaves so far; that of the empty tree where there are none.</summary>
    public byte[] Root()
    {
        if (subtrees.Count == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        var root = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
        {
            root = MerkleTree.Node(subtrees[i], root);
        }

        return root;
    }

    /// <summary>An independent copy, to try what may be taken back.</summary>
    public CompactRange Copy() => new(this);
}
