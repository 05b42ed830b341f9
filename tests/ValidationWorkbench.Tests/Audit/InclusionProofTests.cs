using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>What RFC 9162 section 2.1.3.2 accepts, and everything near it that must be refused.</summary>
public sealed class InclusionProofTests
{
    private static readonly (int Size, int Index)[] Bases = [(1, 0), (2, 0), (2, 1), (3, 2), (7, 3), (7, 6), (8, 0), (8, 7), (11, 10), (64, 21), (65, 64), (255, 128), (300, 299)];

    private static readonly Dictionary<string, Func<Claim, Claim>> Forgeries = new()
    {
        ["index -1"] = claim => claim with { Proof = claim.Proof with { Index = -1 } },
        ["smallest index"] = claim => claim with { Proof = claim.Proof with { Index = long.MinValue } },
        ["index one less"] = claim => claim with { Proof = claim.Proof with { Index = claim.Proof.Index - 1 } },
        ["index one more"] = claim => claim with { Proof = claim.Proof with { Index = claim.Proof.Index + 1 } },
        ["index is size"] = claim => claim with { Proof = claim.Proof with { Index = claim.Proof.Size } },
        ["largest index"] = claim => claim with { Proof = claim.Proof with { Index = long.MaxValue } },
        ["size 0"] = claim => claim with { Proof = claim.Proof with { Size = 0 } },
        ["index 0 in size 0"] = claim => claim with { Proof = claim.Proof with { Index = 0, Size = 0 } },
        ["index -1 in size 0"] = claim => claim with { Proof = claim.Proof with { Index = -1, Size = 0 } },
        ["size 0 without path"] = claim => claim with { Proof = new InclusionProof(0, 0, []) },
        ["negative size"] = claim => claim with { Proof = claim.Proof with { Size = -claim.Proof.Size } },
        ["twice the size"] = claim => claim with { Proof = claim.Proof with { Size = (claim.Proof.Size * 2) + 1 } },
        ["index and size swapped"] = claim => claim with { Proof = claim.Proof with { Index = claim.Proof.Size, Size = claim.Proof.Index } },
        ["path too long at the end"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path, claim.Leaf] } },
        ["path too long at the beginning"] = claim => claim with { Proof = claim.Proof with { Path = [claim.Leaf, .. claim.Proof.Path] } },
        ["root added to the path"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path, claim.Root] } },
        ["empty hash added to the path"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path, []] } },
        ["missing hash added to the path"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path, null!] } },
        ["no path at all"] = claim => claim with { Proof = claim.Proof with { Path = null! } },
        ["leaf is another"] = claim => claim with { Leaf = TreeVectors.Leaves[150] },
        ["leaf with a bit flipped"] = claim => claim with { Leaf = Flipped(claim.Leaf) },
        ["leaf truncated"] = claim => claim with { Leaf = claim.Leaf[..31] },
        ["leaf too long"] = claim => claim with { Leaf = [.. claim.Leaf, 0] },
        ["leaf empty"] = claim => claim with { Leaf = [] },
        ["root with a bit flipped"] = claim => claim with { Root = Flipped(claim.Root) },
        ["root truncated"] = claim => claim with { Root = claim.Root[..31] },
        ["root too long"] = claim => claim with { Root = [.. claim.Root, 0] },
        ["root empty"] = claim => claim with { Root = [] },
        ["root of the empty tree"] = claim => claim with { Root = MerkleTree.EmptyRoot },
        ["root of zeros"] = claim => claim with { Root = new byte[32] },
        ["root of another size"] = claim => claim with { Root = TreeVectors.Roots[(int)claim.Proof.Size == 300 ? 299 : (int)claim.Proof.Size + 1] },
        ["everything empty"] = _ => new Claim(new InclusionProof(0, 1, []), [], []),
    };

    private static readonly Dictionary<string, Func<Claim, Claim>> PathForgeries = new()
    {
        ["path without its last"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.SkipLast(1)] } },
        ["path without its first"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.Skip(1)] } },
        ["empty path"] = claim => claim with { Proof = claim.Proof with { Path = [] } },
        ["path with a bit flipped"] = claim => claim with { Proof = claim.Proof with { Path = [Flipped(claim.Proof.Path[0]), .. claim.Proof.Path.Skip(1)] } },
        ["path whose last has a bit flipped"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.SkipLast(1), Flipped(claim.Proof.Path[^1])] } },
        ["path with a short hash"] = claim => claim with { Proof = claim.Proof with { Path = [claim.Proof.Path[0][..31], .. claim.Proof.Path.Skip(1)] } },
        ["path with a long hash"] = claim => claim with { Proof = claim.Proof with { Path = [[.. claim.Proof.Path[0], 0], .. claim.Proof.Path.Skip(1)] } },
        ["path with a missing hash"] = claim => claim with { Proof = claim.Proof with { Path = [null!, .. claim.Proof.Path.Skip(1)] } },
        ["path of zeros"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.Select(_ => new byte[32])] } },
        ["a hash twice"] = claim => claim with { Proof = claim.Proof with { Path = [claim.Proof.Path[0], .. claim.Proof.Path] } },
        ["bytes moved between leaf and path"] = claim => claim with { Leaf = [.. claim.Leaf, .. claim.Proof.Path[0][..1]], Proof = claim.Proof with { Path = [claim.Proof.Path[0][1..], .. claim.Proof.Path.Skip(1)] } },
        ["inner node claimed as a leaf"] = claim => claim with
        {
            Leaf = claim.Proof.Index % 2 == 0 ? MerkleTree.Node(claim.Leaf, claim.Proof.Path[0]) : MerkleTree.Node(claim.Proof.Path[0], claim.Leaf),
            Proof = claim.Proof with { Path = [.. claim.Proof.Path.Skip(1)] },
        },
    };

    public static TheoryData<int, int> Every => Bases.Aggregate(new TheoryData<int, int>(), (data, pair) => { data.Add(pair.Item1, pair.Item2); return data; });

    public static TheoryData<int, int, string> Forged
    {
        get
        {
            var data = new TheoryData<int, int, string>();
            foreach (var (size, index) in Bases)
            {
                foreach (var name in size == 1 ? Forgeries.Keys : Forgeries.Keys.Concat(PathForgeries.Keys))
                {
                    data.Add(size, index, name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_proof_holds(int size, int index) => Assert.True(Honest(size, index).Holds);

    [Theory]
    [MemberData(nameof(Forged))]
    public void A_forged_proof_does_not_hold(int size, int index, string forgery)
    {
        var claim = Forgeries.GetValueOrDefault(forgery) ?? PathForgeries[forgery];

        Assert.False(claim(Honest(size, index)).Holds);
    }

    [Fact]
    public void Proofs_computed_elsewhere_hold() =>
        Assert.All(TreeVectors.Inclusion, proof => Assert.True(proof.Verify(TreeVectors.Leaves[proof.Index], TreeVectors.Roots[(int)proof.Size])));

    [Fact]
    public void Every_leaf_of_every_small_tree_is_proved_at_its_own_index_and_at_no_other() => Assert.All(Enumerable.Range(1, 40), size =>
    {
        for (var index = 0; index < size; index++)
        {
            var claim = Honest(size, index);
            for (var other = 0; other < size; other++)
            {
                Assert.Equal(other == index, (claim with { Proof = claim.Proof with { Index = other } }).Holds);
            }
        }
    });

    private static Claim Honest(int size, int index) => new(MerkleTree.ProveInclusion(TreeVectors.Leaves[..size], index), TreeVectors.Leaves[index], TreeVectors.Roots[size]);

    private static byte[] Flipped(byte[] hash) => [.. hash[..^1], (byte)(hash[^1] ^ 1)];

    /// <summary>A proof with the leaf hash and the root it is about.</summary>
    private sealed record Claim(InclusionProof Proof, byte[] Leaf, byte[] Root)
    {
        public bool Holds => Proof.Verify(Leaf, Root);
    }
}
