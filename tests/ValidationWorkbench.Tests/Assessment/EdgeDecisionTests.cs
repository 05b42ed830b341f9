using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Decisions at the very edge, where a careless engine says GO.</summary>
public sealed class EdgeDecisionTests
{
    [Theory]
    [InlineData(0.8, 0.9, Verdict.NoGo)]
    [InlineData(0.9, 0.8, Verdict.NoGo)]
    [InlineData(0.8, 0.89, Verdict.Go)]
    public void A_confidence_difference_of_exactly_the_limit_is_not_within_it(double baseline, double candidate, Verdict verdict)
    {
        // 0.9 - 0.8 is 0.09999999999999998 in binary.
        var run = ConcordanceTests.WithConfidence(Make.Run((100, "RRR", "RRR")), baseline, candidate);
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.Confidence, 0.1) with { Method = CriterionMethod.Equivalence }, run);
        Assert.Equal((verdict, null, null), (finding.Verdict, finding.Lower, finding.Upper));
        Assert.Contains("the same in every case", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_category_with_another_confidence_is_no_improvement()
    {
        var run = ConcordanceTests.WithConfidence(Make.Run((100, "RRW", "RRR")), 0.3, 0.9);
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.AgreementWithBaseline, 0.9) with { Tolerance = 0.1 }, run);
        Assert.Equal((Verdict.NoGo, 0d), (finding.Verdict, finding.Observed));
    }

    [Fact]
    public void Unreadable_answers_stand_in_the_bound_of_under_categorization_even_where_it_is_not_go()
    {
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.UnderCategorization, 0.02), Make.Run((95, "RRR", "RRR"), (5, "RRR", "XRR")));
        Assert.Equal(Verdict.Undecided, finding.Verdict);
        Assert.Equal(0.1022, finding.Upper!.Value, 1e-4);
    }
}
