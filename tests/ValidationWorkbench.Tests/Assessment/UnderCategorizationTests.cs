using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Too low a category is not tolerated once.</summary>
public sealed class UnderCategorizationTests
{
    [Theory]
    [InlineData(59, Verdict.Go)]
    [InlineData(58, Verdict.Undecided)]
    public void None_at_all_shows_at_most_five_per_cent_from_59_cases_on(int n, Verdict verdict)
    {
        // 1 - 0.05^(1/n): 0.0495 and 0.0503.
        var finding = Assess(Make.Run((n, "RRR", "RRR")));
        Assert.Equal((verdict, 0d), (finding.Verdict, finding.Observed));
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / n), finding.Upper!.Value, 1e-12);
    }

    [Fact]
    public void One_call_in_a_thousand_cases_is_no_go()
    {
        // R binom.test(1, 1000): upper bound 0.00473, rounded up.
        var finding = Assess(Make.Run((999, "RRR", "RRR"), (1, "RRR", "RRL")));
        Assert.Equal((Verdict.NoGo, "1 of 1000 cases under-categorized at least once; at most 0.5 % with 95 % confidence; none is tolerated"), (finding.Verdict, finding.Reason));
        Assert.Equal(0.001, finding.Observed);
    }

    [Fact]
    public void The_baselines_own_low_categories_are_no_excuse() => Assert.Equal(Verdict.NoGo, Assess(Make.Run((59, "LLL", "RRR"), (1, "LLL", "LLL"))).Verdict);

    [Fact]
    public void Low_categories_of_the_baseline_do_not_count_against_the_candidate()
    {
        var finding = Assess(Make.Run((50, "RRR", "RRR"), (10, "RLR", "RRR")));
        Assert.Equal((Verdict.Go, 1.0 / 6), (finding.Verdict, finding.Baseline));
    }

    [Fact]
    public void Wrong_and_undecided_answers_are_not_too_low() => Assert.Equal(Verdict.Go, Assess(Make.Run((120, "RRR", "WUR"))).Verdict);

    [Fact]
    public void Abstaining_is_not_too_low_but_is_said() =>
        Assert.EndsWith("; in 3 cases it abstained at least once, which is no category", Assess(Make.Run((117, "RRR", "RRR"), (3, "RRR", "RUR"))).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_case_in_which_every_repeat_abstains_is_not_counted()
    {
        Assert.Equal((Verdict.Undecided, 0), (Assess(Make.Run((200, "RRR", "UUU"))).Verdict, Assess(Make.Run((200, "RRR", "UUU"))).N));
        Assert.Equal((Verdict.Undecided, 58), (Assess(Make.Run((58, "RRR", "RRR"), (10, "RRR", "UUU"))).Verdict, Assess(Make.Run((58, "RRR", "RRR"), (10, "RRR", "UUU"))).N));
    }

    [Fact]
    public void Bounds_enclose_the_observed_share_whatever_is_hidden()
    {
        // One case refused in every repeat, none seen: the interval chart needs lower, observed and upper in this order.
        foreach (var run in new[] { Make.Run((179, "RRR", "RRR"), (1, "RRR", "XXX")), Make.Run((100, "RRR", "LLL"), (37, "RRR", "X-O"), (43, "RRR", "RRR")) })
        {
            var finding = Assess(run);
            Assert.True(finding.Lower <= finding.Observed && finding.Observed <= finding.Upper);
        }
    }

    [Fact]
    public void What_may_be_hidden_counts_against_the_bound_also_where_one_was_seen()
    {
        // R binom.test(38, 180, alternative = "less"): the upper bound of 38 possible ones, not of the one that was seen.
        var finding = Assess(Make.Run((1, "RRR", "RRL"), (37, "RRR", "RRX"), (142, "RRR", "RRR")));
        Assert.Equal(ValidationWorkbench.Statistics.BinomialBound.Upper(38, 180, 0.95), finding.Upper!.Value, 1e-12);
        Assert.StartsWith("1 of 180 cases under-categorized at least once, 37 more with an unreadable answer or a component left out, which may hide one; at most 26.8 %", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_left_out_may_hide_a_low_category_and_counts_against_the_bound()
    {
        Assert.Equal(Verdict.Undecided, Assess(Make.Run((60, "RRR", "RRO"))).Verdict);
        Assert.EndsWith("; at this rate more would not show it", Assess(Make.Run((60, "RRR", "RRO"))).Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Undecided, Assess(Make.Run((91, "RRR", "RRR"), (1, "RRR", "RRO"))).Verdict);
        Assert.Equal(Verdict.Go, Assess(Make.Run((92, "RRR", "RRR"), (1, "RRR", "RRO"))).Verdict);
    }

    [Fact]
    public void A_case_without_a_readable_answer_may_hide_a_low_category_and_counts_against_the_bound()
    {
        Assert.Equal(Verdict.Undecided, Assess(Make.Run((60, "RRR", "RRX"))).Verdict);
        Assert.Equal(Verdict.Undecided, Assess(Make.Run((60, "RRR", "---"))).Verdict);
        Assert.Equal(Verdict.Go, Assess(Make.Run((119, "RRR", "RRR"), (1, "RRR", "RR-"))).Verdict);
    }

    private static Finding Assess(ScoredRun run) => CriterionAssessor.Assess(Make.Criterion(CriterionKind.UnderCategorization, 0.05), run);
}
