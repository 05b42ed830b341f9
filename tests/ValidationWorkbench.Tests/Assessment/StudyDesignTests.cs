using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>What a plan can show, said before anything is spent.</summary>
public sealed class StudyDesignTests
{
    [Theory]
    [InlineData(CriterionKind.Accuracy, 0.95, 59)]
    [InlineData(CriterionKind.Accuracy, 0.9, 29)]
    [InlineData(CriterionKind.UnderCategorization, 0.02, 149)]
    [InlineData(CriterionKind.AgreementWithBaseline, 0.95, 59)]
    [InlineData(CriterionKind.Reproducibility, 0.95, 59)]
    public void A_perfect_candidate_gets_go_with_the_least_number_of_cases_and_not_with_one_less(CriterionKind kind, double limit, int least)
    {
        var criterion = Make.Criterion(kind, limit);
        Assert.Equal(least, Row(criterion, least).SmallestN);
        Assert.True(Row(criterion, least).CanBeGo);
        Assert.False(Row(criterion, least - 1).CanBeGo);
        Assert.Equal(Verdict.Go, CriterionAssessor.Assess(criterion, Make.Run((least, "RRR", "RRR"))).Verdict);
        Assert.Equal(Verdict.Undecided, CriterionAssessor.Assess(criterion, Make.Run((least - 1, "RRR", "RRR"))).Verdict);
    }

    [Theory]
    [InlineData(0.02, 189)]
    [InlineData(0.03, 125)]
    [InlineData(0.05, 73)]
    [InlineData(0.1, 35)]
    public void The_same_holds_for_non_inferiority(double margin, int least)
    {
        var criterion = Make.Criterion(CriterionKind.NonInferiority, margin, 0.975);
        Assert.Equal(least, Row(criterion, least).SmallestN);
        Assert.Equal(Verdict.Go, CriterionAssessor.Assess(criterion, Make.Run((least, "RRR", "RRR"))).Verdict);
        Assert.Equal(Verdict.Undecided, CriterionAssessor.Assess(criterion, Make.Run((least - 1, "RRR", "RRR"))).Verdict);
    }

    [Theory]
    [InlineData(CriterionKind.Latency, 0.99, 299)]
    [InlineData(CriterionKind.Latency, 0.5, 5)]
    [InlineData(CriterionKind.ErrorRate, 0.005, 598)]
    [InlineData(CriterionKind.ErrorRate, 0.001, 2995)]
    public void Calls_are_counted_over_all_repeats(CriterionKind kind, double limit, int least)
    {
        var criterion = Make.Criterion(kind, limit) with { Seconds = 2 };
        var row = Row(criterion, 100);
        Assert.Equal((300, least, least <= 300), (row.N, row.SmallestN, row.CanBeGo));
    }

    [Fact]
    public void The_power_is_the_probability_that_enough_cases_are_right()
    {
        // R: 1 - pbinom(99 - 1, 100, p) for p = 0.975 and 0.99
        var powers = Row(Make.Criterion(CriterionKind.Accuracy, 0.95), 100).Powers;
        Assert.Equal(["97.5 %", "99 %"], powers.Select(power => power.Assumption));
        Assert.Equal(Math.Pow(0.975, 100) + (100 * Math.Pow(0.975, 99) * 0.025), powers[0].Power, 1e-12);
        Assert.Equal(0.735761978922956, powers[1].Power, 1e-12);
    }

    [Fact]
    public void The_power_of_a_paired_comparison_is_that_of_tangos_test()
    {
        var powers = Row(Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975), 200).Powers;
        Assert.Equal(0.852380479076794, powers[0].Power, 1e-9);
        Assert.Equal(0.958630347941821, powers[1].Power, 1e-9);
    }

    [Fact]
    public void Where_none_may_occur_go_needs_luck_as_well()
    {
        var powers = Row(Make.Criterion(CriterionKind.UnderCategorization, 0.02), 180).Powers;
        Assert.Equal([Math.Pow(0.998, 180), Math.Pow(0.9998, 180)], powers.Select(power => power.Power));
        Assert.Equal(0, Row(Make.Criterion(CriterionKind.UnderCategorization, 0.02), 148).Powers[0].Power);
    }

    [Fact]
    public void The_power_of_a_similarity_is_shown_at_two_spreads()
    {
        // R power.t.test(n = 24, delta = 0.045, sd = 0.09 or 0.045, type = "one.sample", alternative = "one.sided").
        var powers = Row(Make.Criterion(CriterionKind.SuiteSimilarity, 0.85), 24, CaseTask.OqGeneration).Powers;
        Assert.Equal(["92.5 %, SD 0.09", "92.5 %, SD 0.045"], powers.Select(power => power.Assumption));
        Assert.Equal(MeanPower.Above(24, 0.045, 0.09, 0.95), powers[0].Power, 1e-12);
        Assert.Equal(MeanPower.Above(24, 0.045, 0.045, 0.95), powers[1].Power, 1e-12);
        Assert.Equal(0, Row(Make.Criterion(CriterionKind.SuiteSimilarity, 0.85), 9, CaseTask.OqGeneration).Powers[1].Power);
    }

    [Fact]
    public void The_power_of_an_equivalence_counts_the_guard_as_well()
    {
        // With a spread as wide as the limit, 4.55 % of the cases differ by more than twice the limit: the guard then seldom holds.
        var powers = Row(Make.Criterion(CriterionKind.Confidence, 0.1) with { Method = CriterionMethod.Equivalence }, 180).Powers;
        Assert.Equal(["±0, SD 0.1", "±0, SD 0.05"], powers.Select(power => power.Assumption));
        Assert.InRange(powers[0].Power, 0, 0.1);
        Assert.InRange(powers[1].Power, 0.999, 1);
    }

    [Fact]
    public void Where_one_criterion_can_never_be_go_all_together_never_are() =>
        Assert.Equal((0, 0), StudyDesign.Of([Make.Criterion(CriterionKind.Accuracy, 0.95), Make.Criterion(CriterionKind.Reproducibility, 0.95)], Cases(100), 1).AllGo);

    [Fact]
    public void Only_cases_of_the_stratum_and_the_task_count()
    {
        (CaseTask, TestCase)[] cases =
        [
            (CaseTask.Categorization, Make.Case(1, ("system", "lims"))), (CaseTask.Categorization, Make.Case(2, ("system", "mes"))), (CaseTask.OqGeneration, Make.Case(3, ("system", "lims"))),
        ];
        AcceptanceCriterion[] criteria =
        [
            Make.Criterion(CriterionKind.Accuracy, 0.9), Make.Criterion(CriterionKind.Accuracy, 0.9).In("system", "lims"), Make.Criterion(CriterionKind.SuiteSimilarity, 0.85),
            Make.Criterion(CriterionKind.SchemaConformance, 0.9), Make.Criterion(CriterionKind.ErrorRate, 0.01),
        ];
        Assert.Equal([2, 1, 1, 3, 9], StudyDesign.Of(criteria, cases, 3).Rows.Select(row => row.N));
    }

    [Fact]
    public void What_can_never_be_go_is_said_in_one_line_each()
    {
        AcceptanceCriterion[] criteria = [Make.Criterion(CriterionKind.Accuracy, 0.95), Make.Criterion(CriterionKind.Reproducibility, 0.95), Make.Criterion(CriterionKind.RequirementCoverage, 1)];
        Assert.Equal(
            [
                "AC-1 accuracy can never be GO with these counts: 58 cases planned, at least 59 needed.",
                "AC-1 reproducibility can never be GO with one repeat: it needs at least three.",
                "AC-1 requirement-coverage can never be GO with these counts: 0 cases planned, at least 1 needed.",
            ],
            StudyDesign.Of(criteria, Cases(58), 1).Impossibilities);
    }

    [Fact]
    public void All_go_together_is_less_likely_than_each_alone()
    {
        var design = StudyDesign.Of([Make.Criterion(CriterionKind.Accuracy, 0.95), Make.Criterion(CriterionKind.SchemaConformance, 0.95)], Cases(100), 3);
        var power = design.Rows[0].Powers[^1].Power;
        Assert.Equal(power * power, design.AllGo!.Value.Independent, 1e-12);
        Assert.Equal(1 - (2 * (1 - power)), design.AllGo!.Value.AtLeast, 1e-12);
        Assert.Null(StudyDesign.Of([], Cases(100), 3).AllGo);
    }

    private static CriterionDesign Row(AcceptanceCriterion criterion, int cases, CaseTask task = CaseTask.Categorization) =>
        Assert.Single(StudyDesign.Of([criterion], [.. Cases(cases).Select(entry => (task, entry.Item2))], 3).Rows);

    private static List<(CaseTask, TestCase)> Cases(int count) => [.. Enumerable.Range(1, count).Select(i => (CaseTask.Categorization, Make.Case(i)))];
}
