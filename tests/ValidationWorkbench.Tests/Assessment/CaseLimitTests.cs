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
    public void A_case_without_must_have_checks_shows_nothing_and_is_not_counted()
    {
        var run = Make.Run(CaseTask.OqGeneration, (3, "R", "R"));
        List<(CaseTask, TestCase)> without = [.. run.Cases.Select(entry => (entry.Task, entry.Case with { MustHave = [] }))];
        var criterion = Make.Criterion(CriterionKind.ExpectedElements, 0.95) with { CaseLimit = 1 };
        Assert.Equal((0, Verdict.Undecided), (Found(without).N, Found(without).Verdict));
        Assert.Equal(2, Found([.. without.Skip(1), .. run.Cases.Skip(1)]).N);
        Assert.Equal(0, Assert.Single(StudyDesign.Of([criterion], without, 1).Rows).N);

        Finding Found(List<(CaseTask, TestCase)> cases) => CriterionAssessor.Assess(criterion, new ScoredRun([.. cases.DistinctBy(entry => (entry.Item2.Id, entry.Item2.MustHave.Count))], 1, run.Scores, [], run.Likeness));
    }
}
