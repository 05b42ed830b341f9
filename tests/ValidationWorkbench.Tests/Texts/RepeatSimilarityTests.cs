using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>Means over pairs of repeats.</summary>
public sealed class RepeatSimilarityTests
{
    [Fact]
    public void Each_pair_of_repeats_counts_once()
    {
        // Differences within 1, 3, 6: 2, 5, 3; within 2, 2: 0; across: 1, 1, 1, 1, 4, 4.
        var means = RepeatSimilarity.Of([1, 3, 6], [2, 2], Distance);
        Assert.Equal(new RepeatSimilarity(10.0 / 3, 0, 2, 0), means);
    }

    [Fact]
    public void One_repeat_says_nothing_of_itself() =>
        Assert.Equal(new RepeatSimilarity(null, null, 4, 0), RepeatSimilarity.Of([1], [5], Distance));

    [Fact]
    public void Pairs_without_a_similarity_are_left_out_and_counted()
    {
        var means = RepeatSimilarity.Of(["", "", "a"], ["b"], (left, right) => left.Length + right.Length == 0 ? null : left == right ? 1 : 0);
        Assert.Equal(new RepeatSimilarity(0, null, 0, 1), means);
    }

    private static double? Distance(int left, int right) => Math.Abs(left - right);
}
