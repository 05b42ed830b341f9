using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>What RFC 9162 section 2.1.4.2 accepts, and everything near it that must be refused.</summary>
public sealed class ConsistencyProofTests
{
    private static readonly (int Earlier, int Later)[] Bases = [(1, 2), (1, 300), (2, 3), (3, 7), (4, 7), (6, 8), (7, 8), (8, 16), (64, 65), (65, 130), (128, 300), (254, 255), (299, 300)];

    private static readonly Dictionary<string, Func<Claim, Claim>> Forgeries = new()
    {
        ["sizes swapped"] = claim => claim with { Proof = claim.Proof with { EarlierSize = claim.Proof.LaterSize, LaterSize = claim.Proof.EarlierSize } },
        ["sizes and roots swapped"] = claim => new Claim(claim.Proof with { EarlierSize = claim.Proof.LaterSize, LaterSize = claim.Proof.EarlierSize }, claim.Later, claim.Earlier),
        ["roots swapped"] = claim => claim with { Earlier = claim.Later, Later = claim.Earlier },
        ["from the empty tree"] = claim => claim with { Proof = claim.Proof with { EarlierSize = 0 } },
        ["from the empty tree without path"] = claim => claim with { Proof = new ConsistencyProof(0, claim.Proof.LaterSize, []), Earlier = MerkleTree.EmptyRoot },
        ["both empty"] = _ => new Claim(new ConsistencyProof(0, 0, []), MerkleTree.EmptyRoot, MerkleTree.EmptyRoot),
        ["negative earlier size"] = claim => claim with { Proof = claim.Proof with { EarlierSize = -claim.Proof.EarlierSize } },
        ["smallest earlier size"] = claim => claim with { Proof = claim.Proof with { EarlierSize = long.MinValue } },
        ["both sizes negative"] = claim => claim with { Proof = claim.Proof with { EarlierSize = -claim.Proof.LaterSize, LaterSize = -claim.Proof.EarlierSize } },
        ["later size 0"] = claim => claim with { Proof = claim.Proof with { LaterSize = 0 } },
        ["earlier size one more"] = claim => claim with { Proof = claim.Proof with { EarlierSize = claim.Proof.EarlierSize + 1 } },
        ["later size doubled"] = claim => claim with { Proof = claim.Proof with { LaterSize = (claim.Proof.LaterSize * 2) + 1 } },
        ["same size, other roots"] = claim => claim with { Proof = new ConsistencyProof(claim.Proof.LaterSize, claim.Proof.LaterSize, []) },
        ["same size, same root, with a path"] = claim => claim with { Proof = claim.Proof with { EarlierSize = claim.Proof.LaterSize }, Earlier = claim.Later },
        ["empty path"] = claim => claim with { Proof = claim.Proof with { Path = [] } },
        ["empty path, same root"] = claim => claim with { Proof = claim.Proof with { Path = [] }, Later = claim.Earlier },
        ["no path at all"] = claim => claim with { Proof = claim.Proof with { Path = null! } },
        ["path without its last"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.SkipLast(1)] } },
        ["path without its first"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.Skip(1)] } },
        ["path too long at the end"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path, claim.Later] } },
        ["path too long at the beginning"] = claim => claim with { Proof = claim.Proof with { Path = [claim.Later, .. claim.Proof.Path] } },
        ["earlier root put before the path"] = claim => claim with { Proof = claim.Proof with { Path = [claim.Earlier, .. claim.Proof.Path] } },
        ["empty hash added to the path"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path, []] } },
        ["path with a bit flipped"] = claim => claim with { Proof = claim.Proof with { Path = [Flipped(claim.Proof.Path[0]), .. claim.Proof.Path.Skip(1)] } },
        ["path whose last has a bit flipped"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.SkipLast(1), Flipped(claim.Proof.Path[^1])] } },
        ["path with a short hash"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.SkipLast(1), claim.Proof.Path[^1][..31]] } },
        ["path with a long hash"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.SkipLast(1), [.. claim.Proof.Path[^1], 0]] } },
        ["path with a missing hash"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.SkipLast(1), null!] } },
        ["path of zeros"] = claim => claim with { Proof = claim.Proof with { Path = [.. claim.Proof.Path.Select(_ => new byte[32])] } },
        ["earlier root with a bit flipped"] = claim => claim with { Earlier = Flipped(claim.Earlier) },
        ["later root with a bit flipped"] = claim => claim with { Later = Flipped(claim.Later) },
        ["earlier root truncated"] = claim => claim with { Earlier = claim.Earlier[..31] },
        ["later root truncated"] = claim => claim with { Later = claim.Later[..31] },
        ["earlier root too long"] = claim => claim with { Earlier = [.. claim.Earlier, 0] },
        ["later root too long"] = claim => claim with { Later = [.. claim.Later, 0] },
        ["both roots empty"] = claim => claim with { Earlier = [], Later = [] },
        ["earlier root is that of the empty tree"] = claim => claim with { Earlier = MerkleTree.EmptyRoot },
        ["earlier tree has another leaf"] = claim => claim with { Earlier = MerkleTree.Root([.. TreeVectors.Leaves[..((int)claim.Proof.EarlierSize - 1)], new byte[32]]) },
        ["later tree has another leaf early"] = claim => claim with { Later = MerkleTree.Root([new byte[32], .. TreeVectors.Leaves[1..(int)claim.Proof.LaterSize]]) },
    };

    public static TheoryData<int, int> Every => Bases.Aggregate(new TheoryData<int, int>(), (data, pair) => { data.Add(pair.Item1, pair.Item2); return data; });

    public static TheoryData<int, int, string> Forged
    {
        get
        {
            var data = new TheoryData<int, int, string>();
            foreach (var (earlier, later) in Bases)
            {
                foreach (var name in Forgeries.Keys)
                {
                    data.Add(earlier, later, name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_proof_holds(int earlier, int later) => Assert.True(Honest(earlier, later).Holds);

    [Theory]
    [MemberData(nameof(Forged))]
    public void A_forged_proof_does_not_hold(int earlier, int later, string forgery) => Assert.False(Forgeries[forgery](Honest(earlier, later)).Holds);

    [Fact]
    public void Proofs_computed_elsewhere_hold() => Assert.All(
        TreeVectors.Consistency, proof => Assert.True(proof.Verify(TreeVectors.Roots[(int)proof.EarlierSize], TreeVectors.Roots[(int)proof.LaterSize])));

    [Fact]
    public void Every_small_tree_extends_every_smaller_one_and_itself() => Assert.All(Enumerable.Range(1, 60), later =>
    {
        for (var earlier = 1; earlier <= later; earlier++)
        {
            Assert.True(Honest(earlier, later).Holds);
        }
    });

    private static Claim Honest(int earlier, int later) => new(MerkleTree.ProveConsistency(TreeVectors.Leaves[..later], earlier), TreeVectors.Roots[earlier], TreeVectors.Roots[later]);

    private static byte[] Flipped(byte[] hash) => [.. hash[..^1], (byte)(hash[^1] ^ 1)];

    /// <summary>A proof with the two roots it is about.</summary>
    private sealed record Claim(ConsistencyProof Proof, byte[] Earlier, byte[] Later)
    {
        public bool Holds => Proof.Verify(Earlier, Later);
    }
}
