using ValidationWorkbench.Assessment;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Means over pairs of suites.</summary>
public sealed class SuiteSimilarityTests
{
    private static readonly OqSuite One = Suite("open file", "close file");
    private static readonly OqSuite Two = Suite("open file", "print label");
    private static readonly OqSuite Other = Suite("unplug", "wait");

    [Fact]
    public void Each_model_is_compared_with_itself_and_with_the_other()
    {
        // One and Two share one of two steps: 0.5. Baseline pairs: 1, 0.5, 0.5; cross: (1 + 1 + 0.5 + 0 + 0 + 0) / 6; candidate pair: 0.
        var likeness = SuiteSimilarity.Of([One, One, Two], [One, Other]);
        Assert.Equal(2.0 / 3, likeness.BaselineToItself!.Value, 1e-12);
        Assert.Equal(2.5 / 6, likeness.CandidateToBaseline!.Value, 1e-12);
        Assert.Equal(0, likeness.CandidateToItself);
    }

    [Fact]
    public void An_unreadable_suite_is_like_no_other_not_even_like_another_unreadable_one()
    {
        var likeness = SuiteSimilarity.Of([One, null], [null, null]);
        Assert.Equal(new SuiteLikeness(0, 0, 0), likeness);
    }

    [Fact]
    public void A_single_repeat_has_no_likeness_to_itself()
    {
        Assert.Equal(new SuiteLikeness(null, 1, null), SuiteSimilarity.Of([One], [One]));
        Assert.Equal(new SuiteLikeness(null, null, null), SuiteSimilarity.Of([One], []));
    }

    private static OqSuite Suite(params string[] actions) => new([new OqTest("T-1", "t", ["UR-1"], [], [.. actions.Select((action, i) => new OqStep(i + 1, action, action))], ["c"])], 1);
}
