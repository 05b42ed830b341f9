using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Decisions;

/// <summary>When a run is no basis for judgement.</summary>
public sealed class ValidityRuleTests
{
    [Fact]
    public void A_run_with_every_trial_answered_is_valid() => Assert.Empty(Reasons(0.05, Totals(ModelRole.Baseline, 100), Totals(ModelRole.Candidate, 100)));

    [Theory]
    [InlineData(0.05, 100, 5)]
    [InlineData(0.07, 100, 7)]
    [InlineData(0.1, 30, 3)]
    [InlineData(0, 100, 0)]
    [InlineData(1, 100, 100)]
    public void Missing_answers_up_to_the_share_are_allowed(double share, int planned, int errors) => Assert.Empty(Reasons(share, Totals(ModelRole.Candidate, planned, errors)));

    [Theory]
    [InlineData(0.05, 100, 6, "Candidate: 6 of 100 trials had no answer; the plan allows 5 %.")]
    [InlineData(0.05, 19, 1, "Candidate: 1 of 19 trials had no answer; the plan allows 5 %.")]
    [InlineData(0, 900, 1, "Candidate: 1 of 900 trials had no answer; the plan allows 0 %.")]
    [InlineData(0.005, 900, 5, "Candidate: 5 of 900 trials had no answer; the plan allows 0.5 %.")]
    public void More_are_not(double share, int planned, int errors, string reason) => Assert.Equal([reason], Reasons(share, Totals(ModelRole.Candidate, planned, errors)));

    [Fact]
    public void One_trial_that_was_never_finished_is_too_many() =>
        Assert.Equal(["Baseline: 1 of 900 trials were not finished."], Reasons(1, Totals(ModelRole.Baseline, 900, aborted: 1)));

    [Fact]
    public void Wrong_and_undecided_answers_are_answers() => Assert.Empty(Reasons(0, new ModelTotals(ModelRole.Candidate, 100, 0, 60, 40, 0, 0)));

    [Fact]
    public void Reasons_name_foreign_models_first_then_our_own_faults_then_the_baseline_then_the_candidate()
    {
        var execution = new Execution { MaxErrorShare = 0 };
        var reasons = ValidityRule.Reasons(execution, [Totals(ModelRole.Baseline, 10, 1, 2), Totals(ModelRole.Candidate, 10, 3)], ["another model answered"], ["C-1/Candidate/1: it broke", "C-1/Candidate/2: it broke"]);
        Assert.Equal(
            [
                "another model answered", "The workbench's own scorer failed 2 times, which says nothing about the models; please report it. First: C-1/Candidate/1: it broke",
                "Baseline: 2 of 10 trials were not finished.", "Baseline: 1 of 10 trials had no answer; the plan allows 0 %.",
                "Candidate: 3 of 10 trials had no answer; the plan allows 0 %.",
            ],
            reasons);
    }

    private static IReadOnlyList<string> Reasons(double maxErrorShare, params ModelTotals[] totals) => ValidityRule.Reasons(new Execution { MaxErrorShare = maxErrorShare }, totals, [], []);

    private static ModelTotals Totals(ModelRole role, int planned, int errors = 0, int aborted = 0) => new(role, planned, planned - errors - aborted, 0, 0, errors, aborted);
}
