using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Latency and errors, counted by call.</summary>
public sealed class CallCriterionTests
{
    [Theory]
    [InlineData(299, 0, Verdict.Go)]
    [InlineData(298, 0, Verdict.Undecided)]
    [InlineData(472, 1, Verdict.Go)]
    [InlineData(471, 1, Verdict.Undecided)]
    [InlineData(280, 20, Verdict.NoGo)]
    public void Ninety_nine_per_cent_within_ten_seconds_need_299_fast_calls(int fast, int slow, Verdict verdict) =>
        // Ranks of R qbinom(0.95, n, 0.99) + 1: 299 calls allow none above, 473 allow one.
        Assert.Equal(verdict, CriterionAssessor.Assess(Latency(0.99, 10), Make.Calls((fast, true, 9.999), (slow, true, 10))).Verdict);

    [Fact]
    public void A_call_that_took_just_the_limit_was_not_faster() =>
        Assert.Equal(0.5, CriterionAssessor.Assess(Latency(0.5, 2), Make.Calls((1, true, 2), (1, true, 1.999999))).Observed);

    [Fact]
    public void A_call_without_an_answer_was_not_fast() => Assert.Equal(0, CriterionAssessor.Assess(Latency(0.5, 2), Make.Calls((4, false, 0.1))).Observed);

    [Fact]
    public void The_reason_names_the_seconds() => Assert.Equal(
        "5 of 5 calls answered in less than 2.5 s; at least 54.9 % with 95 % confidence", CriterionAssessor.Assess(Latency(0.5, 2.5), Make.Calls((5, true, 1))).Reason);

    [Theory]
    [InlineData(598, 0, Verdict.Go)]
    [InlineData(597, 0, Verdict.Undecided)]
    [InlineData(946, 1, Verdict.Go)]
    [InlineData(945, 1, Verdict.Undecided)]
    [InlineData(285, 15, Verdict.NoGo)]
    public void Half_a_per_cent_of_errors_needs_598_calls_without_one(int answered, int failed, Verdict verdict) =>
        // R pbinom: 598 calls allow none, 947 allow one.
        Assert.Equal(verdict, CriterionAssessor.Assess(Make.Criterion(CriterionKind.ErrorRate, 0.005), Make.Calls((answered, true, 1), (failed, false, 1))).Verdict);

    [Fact]
    public void Six_hundred_calls_without_an_error_show_less_than_half_a_per_cent()
    {
        // R 1 - 0.05^(1/600)
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.ErrorRate, 0.001), Make.Calls((600, true, 1)));
        Assert.Equal(0.0049804433803613, finding.Upper!.Value, 1e-12);
        Assert.Equal((Verdict.Undecided, "0 of 600 calls failed; at most 0.5 % with 95 % confidence; about 2395 more needed at this rate"), (finding.Verdict, finding.Reason));
    }

    [Fact]
    public void Too_many_errors_are_shown_by_the_lower_bound()
    {
        // R binom.test(15, 300): one-sided 95 % bounds 0.0311 and 0.0759.
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.ErrorRate, 0.005), Make.Calls((285, true, 1), (15, false, 1)));
        Assert.Equal((Verdict.NoGo, "15 of 300 calls failed; at least 3.1 % with 95 % confidence"), (finding.Verdict, finding.Reason));
        Assert.Equal("≥ 3.1 %", CriterionWords.Bound(finding));
    }

    [Fact]
    public void A_retry_counts_as_an_error_though_its_trial_was_answered()
    {
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.ErrorRate, 0.5), Make.Calls((1, false, 1), (1, true, 1), (1, true, 1), (1, true, 1)));
        Assert.Equal((4, 0.25), (finding.N, finding.Observed));
    }

    [Fact]
    public void Calls_of_the_baseline_stand_beside_and_are_not_counted()
    {
        CallFact[] calls = [new("C-1", ModelRole.Baseline, false, TimeSpan.Zero), new("C-1", ModelRole.Baseline, true, TimeSpan.Zero), new("C-1", ModelRole.Candidate, true, TimeSpan.Zero)];
        var run = new ScoredRun(Make.Calls().Cases, 1, [], calls, new Dictionary<string, SuiteLikeness>());
        var errors = CriterionAssessor.Assess(Make.Criterion(CriterionKind.ErrorRate, 0.5), run);
        Assert.Equal((1, 0d, 0.5), (errors.N, errors.Observed, errors.Baseline));
        var latency = CriterionAssessor.Assess(Latency(0.5, 2), run);
        Assert.Equal((1, 1d, 0.5), (latency.N, latency.Observed, latency.Baseline));
    }

    private static AcceptanceCriterion Latency(double share, double seconds) => Make.Criterion(CriterionKind.Latency, share) with { Seconds = seconds };
}
