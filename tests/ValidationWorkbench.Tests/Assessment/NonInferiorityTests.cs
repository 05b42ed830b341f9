using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Candidate against baseline on the same cases.</summary>
public sealed class NonInferiorityTests
{
    [Fact]
    public void A_case_is_right_where_every_repeat_is()
    {
        var comparison = Comparison.Of(Run, Run.Cases.Select(entry => entry.Case));
        Assert.Equal((1, 2, 6), (comparison.BothRight, comparison.BothWrong, comparison.N));
        Assert.Equal(["C-4"], comparison.Improved);
        Assert.Equal(["C-5", "C-6"], comparison.Regressed);
    }

    [Fact]
    public void The_finding_names_gains_losses_and_the_interval()
    {
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975), Make.Run((2, "W", "R"), (5, "R", "W"), (113, "R", "R")));
        Assert.Equal("2 cases improved, 5 regressed of 120; difference between -7.99 and +2.31 points, margin -5.0; about 374 more needed at this rate", finding.Reason);

        // 113 + 5 of 120.
        Assert.Equal(118.0 / 120, finding.Baseline);
    }

    [Fact]
    public void A_margin_is_reached_only_above_it()
    {
        // g = l = 0: the lower limit is -z^2 / (n + z^2) exactly.
        var limit = 3.84145882069412 / (100 + 3.84145882069412);
        var run = Make.Run((100, "R", "R"));
        Assert.Equal(Verdict.Undecided, CriterionAssessor.Assess(Make.Criterion(CriterionKind.NonInferiority, limit - 1e-9, 0.975), run).Verdict);
        Assert.Equal(Verdict.Go, CriterionAssessor.Assess(Make.Criterion(CriterionKind.NonInferiority, limit + 1e-9, 0.975), run).Verdict);
    }

    [Fact]
    public void Cases_that_both_have_wrong_are_no_losses() =>
        Assert.Equal(Verdict.Go, CriterionAssessor.Assess(Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975), Make.Run((73, "WWW", "RRW"))).Verdict);

    [Fact]
    public void Suites_are_compared_apart_from_categories()
    {
        var run = Make.Run([(CaseTask.Categorization, Make.Case(1), "R", "R"), (CaseTask.OqGeneration, Make.Case(2), "R", "C")]);
        Assert.Equal(1, CriterionAssessor.Assess(Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975), run).N);
    }

    private static ScoredRun Run => Make.Run((1, "RRR", "RRR"), (1, "RRW", "WWW"), (1, "UUU", "---"), (1, "RRX", "RRR"), (1, "RRR", "RRU"), (1, "RRR", "-RR"));
}
