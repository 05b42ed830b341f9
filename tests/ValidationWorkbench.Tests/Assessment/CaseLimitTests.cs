using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Scores that become attributes of a case by its limit.</summary>
public sealed class CaseLimitTests
{
    [Theory]
    [InlineData(CriterionKind.StructureConformance, "S", 0.8, 59)]
    [InlineData(CriterionKind.StructureConformance, "S", 0.81, 0)]
    [InlineData(CriterionKind.ExpectedElements, "M", 0.5, 59)]
    [InlineData(CriterionKind.ExpectedElements, "M", 0.51, 0)]
    public void A_score_at_the_limit_reaches_it(CriterionKind kind, string letter, double caseLimit, int reached)
    {
        var finding = CriterionAssessor.Assess(Make.Criterion(kind, 0.95) with { CaseLimit = caseLimit }, Make.Run(CaseTask.OqGeneration, (59, letter, letter)));
        Assert.Equal(reached / 59.0, finding.Observed);
        Assert.Equal(reached / 59.0, finding.Baseline);
    }

    [Fact]
    public void A_case_without_must_have_checks_lacks_none()
    {
        var run = Make.Run(CaseTask.OqGeneration, (3, "R", "R"));
        var without = new ScoredRun(run.Cases, 1, run.Scores.Select(score => score with { MustHave = null }), [], run.Likeness);
        Assert.Equal(1, CriterionAssessor.Assess(Make.Criterion(CriterionKind.ExpectedElements, 0.95) with { CaseLimit = 1 }, without).Observed);
    }
}
