using System.Security.Cryptography;

namespace ValidationWorkbench.Audit;

/// <summary>Shows that a leaf is in a tree of which only the root is known.</summary>
/// <param name="Index">Index of the leaf, from 0.</param>
/// <param name="Size">Leaves of the tree.</param>
/// <param name="Path">Hashes of the siblings, from the leaf up, 32 bytes each.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path)
{
    /// <summary>True where the proof shows that the leaf stands at its index in the tree with this root (RFC 9162 section 2.1.3.2). Whatever is malformed is false.</summary>
    public bool Verify(ReadOnlySpan<byte> leafHash, ReadOnlySpan<byte> root)
    {
        if (Index < 0 || Size < 1 || Index >= Size || leafHash.Length != 32 || root.Length != 32 || Path is null)
        {
            return false;
        }

        var (index, last) = (Index, Size - 1);
        var node = leafHash.ToArray();
        foreach (var sibling in Path)
        {
            if (last == 0 || sibling is not { Length: 32 })
            {
                return false;
            }

            if ((index & 1) == 1 || index == last)
            {
                node = SHA256.HashData([1, .. sibling, .. node]);
                while ((index & 1) == 0 && index != 0)
                {
                    (index, last) = (index >> 1, last >> 1);
                }
            }
            else
            {
                node = SHA256.HashData([1, .. node, .. sibling]);
            }

            (index, last) = (index >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(node);
    }
}
