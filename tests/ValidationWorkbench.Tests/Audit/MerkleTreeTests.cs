using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

public sealed class MerkleTreeTests
{
    [Fact]
    public void The_root_of_no_leaf_is_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(MerkleTree.Root([])));

    [Fact]
    public void The_root_of_one_leaf_is_its_hash() => Assert.Equal(TreeVectors.Leaves[0], MerkleTree.Root(TreeVectors.Leaves[..1]));

    [Fact]
    public void Three_hundred_roots_agree_with_those_computed_elsewhere()
    {
        var range = new CompactRange();
        foreach (var (leaf, i) in TreeVectors.Leaves.Select((leaf, i) => (leaf, i)))
        {
            range.Append(leaf);
            Assert.Equal(TreeVectors.Roots[i + 1], range.Root());
        }

        Assert.Equal(300, range.Size);
    }

    [Fact]
    public void Proofs_agree_with_those_computed_elsewhere()
    {
        Assert.All(TreeVectors.Inclusion, proof => Assert.Equal(proof.Path, MerkleTree.ProveInclusion(TreeVectors.Leaves[..(int)proof.Size], (int)proof.Index).Path));
        Assert.All(TreeVectors.Consistency, proof => Assert.Equal(proof.Path, MerkleTree.ProveConsistency(TreeVectors.Leaves[..(int)proof.LaterSize], (int)proof.EarlierSize).Path));
        Assert.Equal((6, 5), (TreeVectors.Inclusion.Count(), TreeVectors.Consistency.Count()));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void There_is_no_proof_of_a_leaf_that_is_not_there(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ProveInclusion(TreeVectors.Leaves[..5], index));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void There_is_no_proof_from_the_empty_tree_nor_back_in_time(int earlier) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ProveConsistency(TreeVectors.Leaves[..5], earlier));

    [Fact]
    public void A_copied_range_goes_its_own_way()
    {
        var range = new CompactRange();
        TreeVectors.Leaves[..7].ToList().ForEach(range.Append);
        var copy = range.Copy();

        copy.Append(TreeVectors.Leaves[7]);

        Assert.Equal((7L, 8L), (range.Size, copy.Size));
        Assert.Equal(TreeVectors.Roots[7], range.Root());
        Assert.Equal(TreeVectors.Roots[8], copy.Root());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_leaf_hash_of_another_length_is_refused(int length) => Assert.Throws<ArgumentException>(() => new CompactRange().Append(new byte[length]));
}
