using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Criteria "at least the limit" over cases: 95 % with 95 % confidence needs 59 of 59 (success-run theorem), 153 with three failures (R pbinom).</summary>
public sealed class RateCriterionTests
{
    [Theory]
    [InlineData(CriterionKind.Accuracy, CaseTask.Categorization, "RRR", "RRW", "cases right in all 3 repeats")]
    [InlineData(CriterionKind.Accuracy, CaseTask.Categorization, "RRR", "UUU", "cases right in all 3 repeats")]
    [InlineData(CriterionKind.Accuracy, CaseTask.Categorization, "RRR", "RR-", "cases right in all 3 repeats")]
    [InlineData(CriterionKind.Reproducibility, CaseTask.Categorization, "WWW", "RRU", "cases with the same category in every repeat")]
    [InlineData(CriterionKind.Reproducibility, CaseTask.Categorization, "UUU", "XXX", "cases with the same category in every repeat")]
    [InlineData(CriterionKind.Reproducibility, CaseTask.Categorization, "LLL", "R-R", "cases with the same category in every repeat")]
    [InlineData(CriterionKind.SchemaConformance, CaseTask.Categorization, "RWU", "RRX", "cases readable in all 3 repeats")]
    [InlineData(CriterionKind.SchemaConformance, CaseTask.OqGeneration, "RCS", "RR-", "cases readable in all 3 repeats")]
    [InlineData(CriterionKind.StructureConformance, CaseTask.OqGeneration, "RCM", "RRS", "cases with complete structure in all 3 repeats")]
    [InlineData(CriterionKind.StructureConformance, CaseTask.OqGeneration, "RRR", "-RR", "cases with complete structure in all 3 repeats")]
    [InlineData(CriterionKind.ExpectedElements, CaseTask.OqGeneration, "RCS", "MRR", "cases with enough must-have checks in all 3 repeats")]
    [InlineData(CriterionKind.ExpectedElements, CaseTask.OqGeneration, "RRR", "R-R", "cases with enough must-have checks in all 3 repeats")]
    public void One_bad_repeat_spoils_a_case(CriterionKind kind, CaseTask task, string good, string bad, string what)
    {
        AssertVerdict(Verdict.Go, $"59 of 59 {what}; at least 95.0 % with 95 % confidence", kind, Make.Run(task, (59, "RRR", good)));
        AssertVerdict(Verdict.Undecided, $"58 of 58 {what}; the data cannot tell; about 1 more needed at this rate", kind, Make.Run(task, (58, "RRR", good)));
        AssertVerdict(Verdict.Undecided, $"58 of 59 {what}; the data cannot tell; about 94 more needed at this rate", kind, Make.Run(task, (58, "RRR", good), (1, "RRR", bad)));
    }

    [Theory]
    [InlineData(CriterionKind.Accuracy, CaseTask.Categorization, "WUL")]
    [InlineData(CriterionKind.Reproducibility, CaseTask.Categorization, "RWR")]
    [InlineData(CriterionKind.SchemaConformance, CaseTask.Categorization, "XXX")]
    [InlineData(CriterionKind.StructureConformance, CaseTask.OqGeneration, "SSX")]
    [InlineData(CriterionKind.ExpectedElements, CaseTask.OqGeneration, "MMX")]
    public void Too_many_bad_cases_show_that_the_limit_is_missed(CriterionKind kind, CaseTask task, string bad)
    {
        var finding = Assess(kind, Make.Run(task, (88, "RRR", "RRR"), (12, "RRR", bad)));
        Assert.Equal(Verdict.NoGo, finding.Verdict);
        Assert.StartsWith("88 of 100 ", finding.Reason, StringComparison.Ordinal);
        Assert.EndsWith("; at most 93.0 % with 95 % confidence", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CriterionKind.Accuracy, CaseTask.OqGeneration)]
    [InlineData(CriterionKind.UnderCategorization, CaseTask.OqGeneration)]
    [InlineData(CriterionKind.NonInferiority, CaseTask.OqGeneration)]
    [InlineData(CriterionKind.Reproducibility, CaseTask.OqGeneration)]
    [InlineData(CriterionKind.RequirementCoverage, CaseTask.Categorization)]
    [InlineData(CriterionKind.StructureConformance, CaseTask.Categorization)]
    [InlineData(CriterionKind.ExpectedElements, CaseTask.Categorization)]
    [InlineData(CriterionKind.Latency, CaseTask.Categorization)]
    [InlineData(CriterionKind.ErrorRate, CaseTask.Categorization)]
    public void A_criterion_under_which_nothing_falls_is_undecided(CriterionKind kind, CaseTask otherTask)
    {
        var finding = Assess(kind, Make.Run(otherTask, (60, "RRR", "RRR")));
        Assert.Equal((Verdict.Undecided, 0), (finding.Verdict, finding.N));
        Assert.Equal("nothing was counted: no case or call falls under this criterion", finding.Reason);
        Assert.Equal((null, null, null, null), (finding.Observed, finding.Lower, finding.Upper, finding.Baseline));
    }

    [Theory]
    [InlineData(CriterionKind.Accuracy, "RRR", "RRW", 0.75)]
    [InlineData(CriterionKind.Reproducibility, "WWW", "RRW", 0.75)]
    [InlineData(CriterionKind.SchemaConformance, "WLU", "RXR", 0.75)]
    [InlineData(CriterionKind.UnderCategorization, "RWU", "RRL", 0.25)]
    public void The_baseline_stands_beside_it_and_decides_nothing(CriterionKind kind, string good, string bad, double baseline)
    {
        var finding = Assess(kind, Make.Run((45, good, "RRR"), (15, bad, "RRR")));
        Assert.Equal((Verdict.Go, baseline), (finding.Verdict, finding.Baseline));
    }

    [Fact]
    public void Undecided_every_time_is_reproducible_but_not_accurate()
    {
        var run = Make.Run((60, "RRR", "UUU"));
        Assert.Equal(Verdict.Go, Assess(CriterionKind.Reproducibility, run).Verdict);
        Assert.Equal(Verdict.NoGo, Assess(CriterionKind.Accuracy, run).Verdict);
    }

    [Fact]
    public void Readable_replies_are_counted_over_both_tasks()
    {
        var run = Make.Run([(CaseTask.Categorization, Make.Case(1), "R", "R"), (CaseTask.OqGeneration, Make.Case(2), "R", "R"), (CaseTask.OqGeneration, Make.Case(3), "R", "X")]);
        var finding = Assess(CriterionKind.SchemaConformance, run);
        Assert.Equal((3, 2.0 / 3), (finding.N, finding.Observed!.Value));
    }

    [Fact]
    public void A_single_repeat_is_named_as_one() =>
        Assert.StartsWith("58 of 58 cases right in one repeat", Assess(CriterionKind.Accuracy, Make.Run((58, "R", "R"))).Reason, StringComparison.Ordinal);

    [Fact]
    public void One_repeat_says_nothing_about_reproducibility()
    {
        var finding = Assess(CriterionKind.Reproducibility, Make.Run((100, "R", "R")));
        Assert.Equal((Verdict.Undecided, 0, "one repeat says nothing about reproducibility"), (finding.Verdict, finding.N, finding.Reason));
    }

    [Fact]
    public void More_cases_are_not_promised_where_the_rate_is_not_above_the_limit() =>
        Assert.Equal("95 of 100 cases right in one repeat; the data cannot tell; at this rate more would not show it", Assess(CriterionKind.Accuracy, Make.Run((95, "R", "R"), (5, "R", "W"))).Reason);

    private static Finding Assess(CriterionKind kind, ScoredRun run) => CriterionAssessor.Assess(Criterion(kind), run);

    private static AcceptanceCriterion Criterion(CriterionKind kind) => Make.Criterion(kind, kind is CriterionKind.UnderCategorization ? 0.05 : 0.95) with { CaseLimit = 0.9, Seconds = 1 };

    private static void AssertVerdict(Verdict verdict, string reason, CriterionKind kind, ScoredRun run)
    {
        var finding = Assess(kind, run);
        Assert.Equal((verdict, reason), (finding.Verdict, finding.Reason));
    }
}
