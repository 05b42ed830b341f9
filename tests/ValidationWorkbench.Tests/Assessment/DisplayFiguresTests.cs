using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Figures that are shown beside the criteria and decide nothing.</summary>
public sealed class DisplayFiguresTests
{
    [Fact]
    public void The_paired_table_is_shown_by_three_methods()
    {
        // Published check of McNemar's test: one gain and seven losses.
        var paired = Of(Make.Run((1, "W", "R"), (7, "R", "W"), (20, "R", "R"))).Paired[0];
        Assert.Equal((0.0703, 0.0391), (Math.Round(paired.McNemar.Exact, 4), Math.Round(paired.McNemar.MidP, 4)));
        Assert.Equal((-6.0 / 28, -6.0 / 28), (paired.Tango.Estimate, paired.Newcombe.Estimate));
        Assert.True(paired.Tango.Lower < paired.Tango.Estimate && paired.Newcombe.Upper > paired.Newcombe.Estimate);
        Assert.NotEqual(paired.Tango.Lower, paired.Newcombe.Lower);
    }

    [Fact]
    public void Without_cases_and_without_discordant_cases_the_status_says_so()
    {
        var paired = Of(Make.Run((5, "R", "R"))).Paired;
        Assert.Equal((EstimateStatus.NoDiscordant, EstimateStatus.Undefined), (paired[0].McNemar.Status, paired[1].Tango.Status));
    }

    [Fact]
    public void Where_one_category_dominates_kappa_is_near_nought_and_ac1_near_the_raw_agreement()
    {
        // 118, 5 / 2, 0: the paradox of kappa.
        var agreement = Of(Make.Run((118, "R", "R"), (5, "R", "W"), (2, "W", "R"))).CategoryAgreement;
        Assert.Equal((125, 0.944), (agreement.Cases, agreement.Raw));
        Assert.Equal((-0.023, 0.941), (Math.Round(agreement.Kappa.Value!.Value, 3), Math.Round(agreement.Ac1.Value!.Value, 3)));
        Assert.True(agreement.Lower < agreement.Raw && agreement.Raw < agreement.Upper);
    }

    [Fact]
    public void With_a_single_category_no_coefficient_exists()
    {
        var agreement = Of(Make.Run((10, "RRR", "RRR")));
        Assert.Equal((1.0, null, null, null),
            (agreement.CategoryAgreement.Raw, agreement.CategoryAgreement.Kappa.Value, agreement.CategoryAgreement.Ac1.Value,
                agreement.CategoryAgreement.Alpha));
        Assert.All(agreement.SelfAgreement, self => Assert.Equal((1.0, EstimateStatus.Undefined), (self.Raw, self.Kappa.Status)));
    }

    [Theory]
    [InlineData("XXX", "XXX")]
    [InlineData("---", "---")]
    [InlineData("UUU", "UUU")]
    public void Missing_categories_agree_with_nothing_between_models_and_within_one(string baseline, string candidate)
    {
        var assessment = Of(Make.Run((3, baseline, candidate), (1, "RRR", "RRR")));
        Assert.Equal(0.25, assessment.CategoryAgreement.Raw);
        Assert.All(assessment.SelfAgreement, self => Assert.Equal(0.25, self.Raw));
    }

    [Fact]
    public void Call_accuracy_has_a_standard_error_between_cases()
    {
        // Case means 1 and 1/3: mean 2/3, standard deviation sqrt(2)/3, standard error 1/3. Pairs alike 3 of 3 and 1 of 3.
        var figures = Of(Make.Run((1, "RRR", "RRR"), (1, "RRR", "RWW"))).RepeatFigures.Single(of =>
            of is { Role: ModelRole.Candidate, Task: CaseTask.Categorization });
        Assert.Equal(2.0 / 3, figures.Accuracy.Mean!.Value, 1e-15);
        Assert.Equal(1.0 / 3, figures.Accuracy.ClusterError!.Value, 1e-15);
        Assert.Equal((2.0 / 3, 2.5 / 3, 1),
            (figures.Decisions.PairAgreement!.Value, figures.Decisions.ModalAgreement!.Value, figures.Decisions.Identical), Near);
    }

    [Fact]
    public void Unreadable_repeats_are_not_the_same_though_they_look_alike() =>
        Assert.Equal(0, Of(Make.Run((1, "RRR", "XXX"))).RepeatFigures.Single(of => of is { Role: ModelRole.Candidate, Task: CaseTask.Categorization }).Decisions.Identical);

    [Fact]
    public void The_spread_within_cases_leaves_out_cases_without_the_score()
    {
        // Mean square within cases (0 + 0.02) / (2 x 2) = 0.005.
        var spread = ScoreSpread.Of("score", [[0.9, 0.9, 0.9], [0.5, 0.6, 0.7], [0.1, null, 0.9]]);
        Assert.Equal((1, 2), (spread.Without, spread.Spread.Variance.Cases));
        Assert.Equal(Math.Sqrt(0.005), spread.WithinDeviation!.Value, 1e-12);
        Assert.Equal(2.77 * Math.Sqrt(0.005), spread.RepeatabilityLimit!.Value, 1e-12);
    }

    [Fact]
    public void Where_every_repeat_has_the_same_score_that_is_said_and_nothing_is_invented()
    {
        Assert.Equal((EstimateStatus.Undefined, 0),
            (ScoreSpread.Of("s", [[1, 1], [1, 1]]).Spread.Status, ScoreSpread.Of("s", [[1, 1], [1, 1]]).WithinDeviation));
        Assert.Equal(EstimateStatus.Degenerate, ScoreSpread.Of("s", [[1, 1], [0.5, 0.5]]).Spread.Status);
        Assert.Null(ScoreSpread.Of("s", [[1], [0.5]]).RepeatabilityLimit);
    }

    [Fact]
    public void The_four_classes_of_a_gate_stay_apart()
    {
        var run = Make.Run(CaseTask.OqGeneration, (10, "RRR", "RRR"), (4, "RRR", "RRC"), (3, "RRR", "-RR"), (2, "RRR", "RXR"), (1, "RRR", "-XC"),
            (1, "RRR", "-XR"));
        var gate = Assert.Single(Of(run, Make.Criterion(CriterionKind.RequirementCoverage, 1)).Gates);
        Assert.Equal((10, 5, 4, 2), (gate.Passed, gate.Failed, gate.EndpointError, gate.Unreadable));
    }

    [Fact]
    public void Suite_similarities_are_given_case_by_case_and_as_means()
    {
        var plain = Make.Run(CaseTask.OqGeneration, (2, "RRR", "RRR"));
        var likeness = new Dictionary<string, SuiteLikeness> { ["C-1"] = new(0.9, 0.8, 0.7), ["C-2"] = new(null, 0.6, 0.5) };
        var run = new ScoredRun(plain.Cases, 3, plain.Scores, [], likeness);
        var similarities = Of(run).SuiteSimilarities;
        Assert.Equal([new("C-1", 0.9, 0.8, 0.7), new CaseSimilarity("C-2", null, 0.6, 0.5)], similarities.Cases);
        Assert.Equal((0.9, 0.7, 0.6),
            (similarities.BaselineToItself!.Value, similarities.CandidateToBaseline!.Value, similarities.CandidateToItself!.Value), Near);
    }

    [Fact]
    public void The_list_for_the_expert_follows_the_rule_of_the_plans_criterion()
    {
        var run = ConcordanceTests.WithConfidence(Make.Run((4, "RRR", "RRR")), 0.9, 0.7);
        var criterion = Make.Criterion(CriterionKind.AgreementWithBaseline, 0.9) with { Tolerance = 0.1 };
        Assert.Equal((0, 4, 0.1),
            (Of(run, criterion).Agreement.Agreeing, Of(run, criterion).Agreement.Differing.Count, Of(run, criterion).Agreement.Tolerance));
        Assert.Equal((4, null), (Of(run).Agreement.Agreeing, Of(run).Agreement.Tolerance));

        // A criterion for some cases only yields to the one for all.
        var other = criterion.In("system", "lims") with { Id = "AC-2", Tolerance = 0.3 };
        Assert.Equal(0.1, Of(run, other, criterion).Agreement.Tolerance);
    }

    [Fact]
    public void Readiness_is_the_share_of_criteria_that_are_go()
    {
        var run = Make.Run((100, "RRR", "RRR"));
        Assert.Equal(0.5, Of(run, Make.Criterion(CriterionKind.Accuracy, 0.9), Make.Criterion(CriterionKind.Accuracy, 0.99)).Readiness);
        Assert.Null(Of(run).Readiness);
    }

    private static readonly EqualityComparer<(double, double, double)> Near = EqualityComparer<(double, double, double)>.Create(
        (left, right) => Math.Abs(left.Item1 - right.Item1) < 1e-12 && Math.Abs(left.Item2 - right.Item2) < 1e-12
            && Math.Abs(left.Item3 - right.Item3) < 1e-12);

    private static RunAssessment Of(ScoredRun run, params AcceptanceCriterion[] criteria) => RunAssessment.Of(criteria, run, []);
}
