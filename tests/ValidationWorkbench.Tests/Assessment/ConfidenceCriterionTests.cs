using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Two one-sided tests of the mean confidence difference, with a guard on single cases.</summary>
public sealed class ConfidenceCriterionTests
{
    [Theory]
    [InlineData(100, 0.01, Verdict.Go)]
    [InlineData(100, -0.09, Verdict.Go)]
    [InlineData(100, 0.2, Verdict.NoGo)]
    [InlineData(100, -0.2, Verdict.NoGo)]
    [InlineData(19, 0.01, Verdict.Undecided)]
    [InlineData(58, 0.01, Verdict.Undecided)]
    [InlineData(59, 0.01, Verdict.Go)]
    public void The_interval_must_lie_within_the_limit_and_the_guard_needs_59_cases(int cases, double shift, Verdict verdict) =>
        Assert.Equal(verdict, Assess(Run(cases, i => shift + (i % 2 == 0 ? 0.001 : -0.001))).Verdict);

    [Fact]
    public void The_interval_is_that_of_a_paired_t_test()
    {
        // R t.test(c(rep(0.02, 30), rep(-0.02, 30)), conf.level = 0.90): -+ 0.00435
        var finding = Assess(Run(60, i => i < 30 ? 0.02 : -0.02));
        var half = 1.67109303 * Math.Sqrt(60 * 0.0004 / 59) / Math.Sqrt(60);
        Assert.Equal((0, -half, half), (Math.Round(finding.Observed!.Value, 12), Math.Round(finding.Lower!.Value, 9), Math.Round(finding.Upper!.Value, 9)), Near);
    }

    [Fact]
    public void Large_differences_of_single_cases_cannot_hide_in_the_mean()
    {
        var finding = Assess(Run(100, i => i < 3 ? 0.3 : 0.001 * (i % 3)));
        Assert.Equal(Verdict.Undecided, finding.Verdict);
        Assert.Contains("3 of 100 cases differ by more than 0.2 or state none", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guard_is_named_with_its_own_bound_and_the_baselines_mean_stands_beside()
    {
        // No large difference in 100 cases: 1 - 0.05^(1/100) = 0.0295.
        var finding = Assess(Run(100, i => 0.001 * (i % 3)));
        Assert.Equal((0.0295, 0.5), (Math.Round(finding.GuardUpper!.Value, 4), finding.Baseline));
        Assert.Contains("guard: 0 of 100 cases differ by more than 0.2 or state none, at most 3.0 % with 95 % confidence, where 5 % are allowed", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(("±0.1, guard ≤ 5 %", "0.500"), (CriterionWords.Required(finding.Criterion), CriterionWords.Baseline(finding)));
        Assert.Equal("0.000 to +0.002\nguard ≤ 3.0 %", CriterionWords.Bound(finding));
    }

    [Fact]
    public void A_case_without_a_stated_confidence_counts_as_a_large_difference()
    {
        var run = Run(100, i => 0.001 * (i % 3));
        var silent = run.Scores.Select(score => score.Key.CaseId == "C-7" && score.Key.Role == ModelRole.Candidate ? score with { Confidence = null } : score);
        var finding = Assess(new ScoredRun(run.Cases, run.Repeats, silent, [], run.Likeness));
        Assert.Equal(100, finding.N);
        Assert.Contains("1 of 100 cases differ", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_confidences_nothing_was_counted() => Assert.Equal((Verdict.Undecided, 0), (Assess(Make.Run((70, "R", "R"))).Verdict, Assess(Make.Run((70, "R", "R"))).N));

    private static readonly EqualityComparer<(double, double, double)> Near = EqualityComparer<(double, double, double)>.Create(
        (left, right) => Math.Abs(left.Item1 - right.Item1) < 1e-7 && Math.Abs(left.Item2 - right.Item2) < 1e-7 && Math.Abs(left.Item3 - right.Item3) < 1e-7);

    private static Finding Assess(ScoredRun run) =>
        ConfidenceCriterion.Assess(Make.Criterion(CriterionKind.Confidence, 0.1) with { Method = CriterionMethod.Equivalence }, run);

    private static ScoredRun Run(int cases, Func<int, double> difference)
    {
        var run = Make.Run((cases, "R", "R"));
        return new ScoredRun(run.Cases, 1, run.Scores.Select(score => score with
        {
            Confidence = 0.5 + (score.Key.Role == ModelRole.Candidate ? difference(int.Parse(score.Key.CaseId[2..], System.Globalization.CultureInfo.InvariantCulture) - 1) : 0),
        }), [], run.Likeness);
    }
}
