using ValidationWorkbench.Cases;
using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class SharedPanelTests
{
    [Fact]
    public void Cases_that_are_not_shared_are_named()
    {
        var first = Run(Case(1), Case(2), Case(3));
        var second = Run(Case(2), Case(3) with { Text = "another text" }, Case(4));
        var coverage = SharedPanel.Of(first, second).Coverage;

        Assert.Equal(1, coverage.Shared);
        Assert.Equal(["C-3"], coverage.Changed);
        Assert.Equal(["C-1"], coverage.OnlyInFirst);
        Assert.Equal(["C-4"], coverage.OnlyInSecond);
    }

    [Fact]
    public void Another_question_or_expectation_makes_another_case()
    {
        var suite = Case(1) with { Category = 4, Requirements = [new() { Id = "U-1", Text = "shall" }], MustHave = [new() { Requirement = "U-1", Check = "c", Terms = ["a"] }] };
        Assert.All<(CaseTask Task, TestCase Old, TestCase New)>(
        [
            (CaseTask.Categorization, Case(1), Case(1) with { Title = "u" }),
            (CaseTask.Categorization, Case(1), Case(1) with { Expected = new() { Category = 5 } }),
            (CaseTask.Categorization, Case(1), Case(1) with { Expected = new() { AnyOf = [4, 5] } }),
            (CaseTask.Categorization, Case(1), Case(1) with { Expected = new() { Components = [new() { Name = "a", Category = 4 }] } }),
            (CaseTask.OqGeneration, suite, suite with { Category = 5 }),
            (CaseTask.OqGeneration, suite, suite with { Requirements = [new() { Id = "U-1", Text = "should" }] }),
            (CaseTask.OqGeneration, suite, suite with { MustHave = [] }),
            (CaseTask.OqGeneration, suite, suite with { MustHave = [suite.MustHave[0] with { Terms = ["b"] }] }),
        ], pair => Assert.Equal(["C-1"], SharedPanel.Of(Run(pair.Task, pair.Old), Run(pair.Task, pair.New)).Coverage.Changed));
        Assert.Equal(["C-1"], SharedPanel.Of(Run(CaseTask.Categorization, Case(1)), Run(CaseTask.OqGeneration, Case(1))).Coverage.Changed);
    }

    [Fact]
    public void What_changes_neither_question_nor_expectation_leaves_the_case_as_it_is()
    {
        // Equal lists that are not the same object, and words about the case.
        var again = Case(1) with { Expected = new() { Category = 4, AnyOf = [] }, Origin = CaseOrigin.Historical, VerifiedBy = ["A. Person"], Rationale = "other words", Strata = new Dictionary<string, string> { ["a"] = "b" } };
        Assert.Equal(1, SharedPanel.Of(Run(Case(1)), Run(again)).Coverage.Shared);
    }

    [Fact]
    public void As_many_repeats_are_compared_as_both_have()
    {
        var panel = SharedPanel.Of(Make.Run("R-1", (1, "RRRRW")), Make.Run("R-2", (1, "RRR")));
        Assert.Equal(3, panel.Repeats);
        Assert.Equal(3, panel.Scores(Make.Run("R-1", (1, "RRRRW")), "C-1").Count);
        Assert.Equal(1, TaskComparison.Of(CaseTask.Categorization, panel, Make.Run("R-1", (1, "RRRRW")), Make.Run("R-2", (1, "RRR"))).BothRight);
    }

    private static TestCase Case(int number) => Assessment.Make.Case(number);

    private static MonitoredRun Run(params TestCase[] cases) => Run(CaseTask.Categorization, cases);

    private static MonitoredRun Run(CaseTask task, params TestCase[] cases) => Make.RunOf("R", [.. cases.Select(testCase => (task, testCase, "RRR"))]);
}
