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
        var likeness = SuiteSimilarity.Of([One, One, Two], [One, Other], []);
        Assert.Equal(2.0 / 3, likeness.BaselineToItself!.Value, 1e-12);
        Assert.Equal(2.5 / 6, likeness.CandidateToBaseline!.Value, 1e-12);
        Assert.Equal(0, likeness.CandidateToItself);
    }

    [Fact]
    public void An_unreadable_suite_of_the_candidate_is_like_no_other_not_even_like_another_unreadable_one()
    {
        var likeness = SuiteSimilarity.Of([One, One], [null, null], []);
        Assert.Equal((1, 0, 0, false), (likeness.BaselineToItself, likeness.CandidateToBaseline, likeness.CandidateToItself, likeness.AllReadable));
    }

    [Fact]
    public void An_unreadable_suite_of_the_baseline_does_not_lower_the_ceiling()
    {
        Assert.Equal((1, 1, null), Means(SuiteSimilarity.Of([One, null, One], [One], [])));
        Assert.Equal((null, 1, null), Means(SuiteSimilarity.Of([null, null, One], [One], [])));
        Assert.Equal((null, null, null), Means(SuiteSimilarity.Of([null, null, null], [One], [])));
    }

    [Fact]
    public void Ids_of_the_cases_requirements_are_no_numbers_and_decimals_come_before_counts()
    {
        var baseline = Suite("check urs-001 and 4 doors", "limit is 25.0 C");
        var candidate = Suite("check URS-002 and 5 doors", "limit is 35.0 C");
        var differences = SuiteSimilarity.Of([baseline], [candidate], ["URS-001", "URS-002"]).Differences;
        Assert.Equal<string[]>([["25.0", "25.0"], ["4", "4"]], differences.Select(difference => difference.OnlyBaseline.ToArray()));
    }

    [Fact]
    public void A_single_repeat_has_no_likeness_to_itself()
    {
        Assert.Equal((null, 1, null), Means(SuiteSimilarity.Of([One], [One], [])));
        Assert.Equal((null, null, null), Means(SuiteSimilarity.Of([One], [], [])));
    }

    [Fact]
    public void Matched_steps_that_differ_in_a_critical_token_are_listed_once_with_the_baselines_own_beside()
    {
        var accepts = Suite("system accepts an invalid password", "limit is 25.0 C");
        var rejects = Suite("system rejects an invalid password", "limit is 25.0 C");
        var likeness = SuiteSimilarity.Of([accepts, accepts], [rejects, rejects], []);

        var difference = Assert.Single(likeness.Differences);
        Assert.Equal(("system accepts an invalid password → system accepts an invalid password", "system rejects an invalid password → system rejects an invalid password"), (difference.Baseline, difference.Candidate));
        Assert.Equal(["accept", "accept"], difference.OnlyBaseline);
        Assert.Equal(["reject", "reject"], difference.OnlyCandidate);
        Assert.Equal((8, 4), (likeness.CandidateSteps.Matched, likeness.CandidateSteps.Differing));
        Assert.Equal((2, 0, 1.0), (likeness.BaselineSteps.Matched, likeness.BaselineSteps.Differing, likeness.BaselineSteps.Order));
    }

    [Fact]
    public void Steps_without_a_counterpart_are_counted_on_both_sides() =>
        Assert.Equal(new StepCounts(1, 1, 2, 0, 1), SuiteSimilarity.Of([One], [Suite("open file", "unplug", "wait")], []).CandidateSteps);

    private static (double? Self, double? Cross, double? Own) Means(SuiteLikeness likeness) => (likeness.BaselineToItself, likeness.CandidateToBaseline, likeness.CandidateToItself);

    private static OqSuite Suite(params string[] actions) => new([new OqTest("T-1", "t", ["UR-1"], [], [.. actions.Select((action, i) => new OqStep(i + 1, action, action))], ["c"])], 1);
}
