using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Agreement of candidate and baseline, with the baseline's agreement with itself beside it.</summary>
public sealed class ConcordanceTests
{
    [Theory]
    [InlineData("RRR", "RRW", true)]
    [InlineData("WWW", "WWR", true)]
    [InlineData("RRR", "RWL", false)]
    [InlineData("RRR", "WWW", false)]
    [InlineData("UUU", "UUU", false)]
    [InlineData("XXX", "XXX", false)]
    [InlineData("RXX", "RXX", false)]
    public void The_category_of_most_repeats_is_compared_and_an_abstention_is_none(string baseline, string candidate, bool agrees)
    {
        var concordance = Of(Make.Run((1, baseline, candidate)));
        Assert.Equal((agrees ? 1 : 0, 1), (concordance.Agreeing, concordance.N));
    }

    [Fact]
    public void A_case_that_only_the_candidate_has_right_is_an_improvement_and_no_failure()
    {
        var run = Make.Run((58, "RRR", "RRR"), (1, "WWW", "RRR"));
        var concordance = Of(run);
        Assert.Equal((58, 1, 0), (concordance.Agreeing, concordance.Improved.Count, concordance.Differing.Count));
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.AgreementWithBaseline, 0.95), run);
        Assert.Equal(Verdict.Go, finding.Verdict);
        Assert.StartsWith("59 of 59 cases in agreement with the baseline, 1 of them improved", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_agrees_with_itself_by_its_repeat_pairs()
    {
        // Case 1: three pairs alike; case 2: one of three pairs.
        Assert.Equal(4.0 / 6, Of(Make.Run((1, "RRR", "RRR"), (1, "RRW", "RRR"))).BaselineToItself!.Value, 1e-15);
        Assert.Null(Of(Make.Run((1, "R", "R"))).BaselineToItself);
    }

    [Theory]
    [InlineData(0.90, 0.80, false)]
    [InlineData(0.90, 0.81, true)]
    [InlineData(0.70, 0.79, true)]
    [InlineData(0.95, 0.95, true)]
    public void Mean_confidences_must_differ_by_less_than_the_tolerance_as_decimals_do(double baseline, double candidate, bool agrees)
    {
        // 0.90 - 0.80 is 0.09999999999999998 in binary.
        var run = WithConfidence(Make.Run((1, "RRR", "RRR")), baseline, candidate);
        Assert.Equal(agrees ? 1 : 0, Concordance.Of(run, Cases(run), 0.1).Agreeing);
    }

    [Fact]
    public void Without_a_stated_confidence_there_is_no_agreement_within_a_tolerance() =>
        Assert.Equal(0, Concordance.Of(Make.Run((1, "RRR", "RRR")), Cases(Make.Run((1, "RRR", "RRR"))), 0.1).Agreeing);

    [Fact]
    public void The_order_of_repeats_changes_nothing()
    {
        foreach (var (left, right) in new[] { ("RRW", "WRR"), ("RXL", "LRX"), ("UUR", "RUU") })
        {
            Assert.Equal(Of(Make.Run((1, left, "RRR"))).Agreeing, Of(Make.Run((1, right, "RRR"))).Agreeing);
            Assert.Equal(Of(Make.Run((1, left, "RRR"))).BaselineToItself, Of(Make.Run((1, right, "RRR"))).BaselineToItself);
        }
    }

    internal static ScoredRun WithConfidence(ScoredRun run, double baseline, double candidate) => new(
        run.Cases, run.Repeats, run.Scores.Select(score => score with { Confidence = score.Key.Role == ModelRole.Baseline ? baseline : candidate }), [], run.Likeness);

    private static Concordance Of(ScoredRun run) => Concordance.Of(run, Cases(run), null);

    private static IEnumerable<ValidationWorkbench.Cases.TestCase> Cases(ScoredRun run) => run.Cases.Select(entry => entry.Case);
}
