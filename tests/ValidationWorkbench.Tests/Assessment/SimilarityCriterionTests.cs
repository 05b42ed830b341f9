using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Suites as like the baseline's as the baseline's are like each other.</summary>
public sealed class SimilarityCriterionTests
{
    private static readonly double[] Self = [0.82, 0.9, 0.78, 0.88, 0.85, 0.91, 0.8, 0.87, 0.84, 0.89, 0.83, 0.86];
    private static readonly double[] Cross = [0.79, 0.88, 0.77, 0.83, 0.84, 0.88, 0.75, 0.86, 0.8, 0.87, 0.8, 0.85];

    [Fact]
    public void A_candidate_below_an_absolute_limit_passes_where_the_baseline_is_no_better()
    {
        // R t.test(cross - 0.85 self, alternative = "greater"): lower bound 0.0934299990902862; means 0.8525 and 0.826666666666667, ratio 0.96969696969697.
        var finding = Assess(0.85, Self, Cross);
        Assert.Equal((Verdict.Go, 12, 1d), (finding.Verdict, finding.N, finding.Baseline));
        Assert.Equal(0.96969696969697, finding.Observed!.Value, 1e-12);

        // The bound of the ratio is the limit at which the bound of the surplus would be 0.
        Assert.Equal(0, MeanBound.Of([.. Self.Zip(Cross, (self, cross) => cross - (finding.Lower!.Value * self))], 0.95)!.Lower, 1e-12);
        Assert.Equal(0, MeanBound.Of([.. Self.Zip(Cross, (self, cross) => cross - (finding.Upper!.Value * self))], 0.95)!.Upper, 1e-12);
        Assert.Equal("similarity to the baseline 0.8267, of the baseline to itself 0.8525", finding.Reason);
    }

    [Fact]
    public void An_upper_bound_below_zero_is_no_go_and_one_on_both_sides_decides_nothing()
    {
        Assert.Equal(Verdict.NoGo, Assess(0.99, Self, [.. Cross.Select(value => value - 0.1)]).Verdict);
        Assert.Equal(Verdict.Undecided, Assess(0.97, Self, Cross).Verdict);
    }

    [Fact]
    public void Fewer_than_ten_cases_cannot_decide()
    {
        var nine = Assess(0.85, Self[..9], Cross[..9]);
        Assert.Equal(Verdict.Undecided, nine.Verdict);
        Assert.EndsWith("; fewer than 10 cases cannot decide", nine.Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Go, Assess(0.85, Self[..10], Cross[..10]).Verdict);
    }

    [Fact]
    public void A_baseline_too_unlike_itself_is_no_yardstick()
    {
        var finding = Assess(0.85, [.. Self.Select(value => value - 0.26)], Cross);
        Assert.Equal(Verdict.Undecided, finding.Verdict);
        Assert.EndsWith("; the baseline is too unlike itself to be a yardstick: 0.6 is needed", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_case_gives_no_bound()
    {
        var finding = Assess(0.85, Self[..1], Cross[..1]);
        Assert.Equal((Verdict.Undecided, "fewer than two cases with repeated baseline suites", null), (finding.Verdict, finding.Reason, finding.Lower));
    }

    [Fact]
    public void Cases_that_are_all_alike_are_said_to_be() =>
        Assert.EndsWith("; every case alike, so the bound is that of one common value", Assess(0.85, [.. Self.Select(_ => 1d)], [.. Self.Select(_ => 1d)]).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(12, Verdict.Undecided)]
    [InlineData(18, Verdict.Undecided)]
    [InlineData(19, Verdict.Go)]
    public void Cases_that_are_all_alike_show_85_per_cent_from_19_on(int n, Verdict verdict)
    {
        // 0.05^(1/n): 0.8467 for 18 and 0.8541 for 19.
        var finding = Assess(0.85, [.. Enumerable.Repeat(1d, n)], [.. Enumerable.Repeat(1d, n)]);
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(Math.Pow(0.05, 1.0 / n), finding.Lower!.Value, 1e-12);
    }

    [Fact]
    public void Without_a_suite_of_the_candidate_a_case_counts_as_unlike()
    {
        var run = Run([.. Self.Zip(Cross, (self, cross) => new SuiteLikeness(self, cross, null)), new SuiteLikeness(0.9, null, null)]);
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.SuiteSimilarity, 0.85), run);
        Assert.Equal(13, finding.N);
        Assert.Equal(Cross.Sum() / (Self.Sum() + 0.9), finding.Observed!.Value, 1e-12);
    }

    [Fact]
    public void A_case_without_a_yardstick_counts_as_unlike_for_go_and_is_left_out_for_no_go()
    {
        Finding With(double[] cross) => CriterionAssessor.Assess(
            Make.Criterion(CriterionKind.SuiteSimilarity, 0.85), Run([.. Self.Zip(cross, (self, other) => new SuiteLikeness(self, other, null)), new SuiteLikeness(null, 0.9, null)]));
        var finding = With(Cross);
        Assert.Equal((Verdict.Undecided, 13), (finding.Verdict, finding.N));
        Assert.Contains(" in 12 cases; 1 without two readable baseline suites, which count as unlike; about ", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(Cross.Sum() / Self.Sum(), finding.Observed!.Value, 1e-12);
        Assert.Equal(Verdict.NoGo, With([.. Cross.Select(value => value - 0.3)]).Verdict);
    }

    private static Finding Assess(double limit, double[] self, double[] cross) =>
        CriterionAssessor.Assess(Make.Criterion(CriterionKind.SuiteSimilarity, limit), Run([.. self.Zip(cross, (own, other) => new SuiteLikeness(own, other, null))]));

    private static ScoredRun Run(List<SuiteLikeness> likeness) => new(
        [.. likeness.Select((_, i) => (CaseTask.OqGeneration, Make.Case(i)))], 3, [], [],
        likeness.Index().ToDictionary(entry => string.Create(CultureInfo.InvariantCulture, $"C-{entry.Index}"), entry => entry.Item));
}
