using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class RepeatSummaryTests
{
    [Fact]
    public void Figures_are_worked_by_hand()
    {
        // aaa: 1, 1; aab: 2/3, 1/3; abc: 1/3, 0
        var summary = RepeatSummary.Of([["a", "a", "a"], ["a", "a", "b"], ["a", "b", "c"]]);

        Assert.Equal((3, 1, 1), (summary.Cases, summary.Identical, summary.WithoutMode));
        Assert.Equal(2.0 / 3, summary.ModalAgreement!.Value, 1e-12);
        Assert.Equal(4.0 / 9, summary.PairAgreement!.Value, 1e-12);
        Assert.Equal(EstimateStatus.Ok, summary.Status);
    }

    [Fact]
    public void A_missing_answer_is_not_dropped_and_equals_nothing()
    {
        var summary = RepeatSummary.Of([["a", "a", null], [null, null, null]]);

        Assert.Equal((0, 1), (summary.Identical, summary.WithoutMode));
        Assert.Equal(1.0 / 3, summary.ModalAgreement!.Value, 1e-12);
        Assert.Equal(1.0 / 6, summary.PairAgreement!.Value, 1e-12);
    }

    [Fact]
    public void Order_of_cases_and_of_repeats_does_not_matter()
    {
        var draws = new Draws(91);
        string[][] cases = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 5).Select(_ => $"{draws.Index(3)}").ToArray())];
        var summary = RepeatSummary.Of(cases);
        var shuffled = RepeatSummary.Of(draws.Shuffled(cases.Select(row => draws.Shuffled(row))));

        Assert.Equal((summary.Identical, summary.WithoutMode), (shuffled.Identical, shuffled.WithoutMode));
        Assert.Equal(summary.ModalAgreement!.Value, shuffled.ModalAgreement!.Value, 1e-12);
        Assert.Equal(summary.PairAgreement!.Value, shuffled.PairAgreement!.Value, 1e-12);
        Assert.Equal(summary.Alpha!.Value, shuffled.Alpha!.Value, 1e-12);
        Assert.True(summary.IdenticalShare <= summary.PairAgreement && summary.PairAgreement <= summary.ModalAgreement);
    }

    [Fact]
    public void One_answer_everywhere_is_identical_but_leaves_alpha_undefined()
    {
        var summary = RepeatSummary.Of([["a", "a"], ["a", "a"]]);

        Assert.Equal(1, summary.IdenticalShare);
        Assert.Null(summary.Alpha);
        Assert.Equal(EstimateStatus.Undefined, summary.Status);
    }

    [Fact]
    public void Without_cases_there_are_no_figures() => Assert.Equal(new RepeatSummary(0, 0, 0, null, null, null), RepeatSummary.Of([]));

    [Theory]
    [InlineData(new[] { "a", "b", "b" }, "b")]
    [InlineData(new[] { "a", "b" }, null)]
    [InlineData(new[] { "a", "b", "c" }, null)]
    [InlineData(new[] { "a", null }, "a")]
    [InlineData(new string?[] { null }, null)]
    [InlineData(new string[0], null)]
    public void The_mode_is_the_single_most_frequent_answer(string?[] answers, string? expected) => Assert.Equal(expected, RepeatSummary.Mode(answers));
}
