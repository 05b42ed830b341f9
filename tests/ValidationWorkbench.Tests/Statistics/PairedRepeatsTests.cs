using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Two models, several repeats of the same cases.</summary>
public sealed class PairedRepeatsTests
{
    private static readonly bool[][] Baseline = [[true, true, true], [true, true, true], [false, true, true], [false, false, false]];
    private static readonly bool[][] Candidate = [[true, true, true], [true, false, true], [true, true, true], [false, true, false]];

    [Theory]
    [InlineData(CaseRule.AllRight, 2, 2)]
    [InlineData(CaseRule.AnyRight, 3, 4)]
    [InlineData(CaseRule.Majority, 3, 3)]
    [InlineData(CaseRule.First, 2, 3)]
    public void Each_rule_counts_cases(CaseRule rule, int baseline, int candidate)
    {
        Assert.Equal(baseline, PairedRepeats.Count(Baseline, rule));
        Assert.Equal(candidate, PairedRepeats.Count(Candidate, rule));
    }

    [Fact]
    public void Gains_and_losses_are_those_of_the_verdicts()
    {
        var study = new PairedRepeats(Baseline, Candidate);
        Assert.Equal((1, 1), study.Discordant(CaseRule.AllRight));
        Assert.Equal((1, 0), study.Discordant(CaseRule.AnyRight));
        Assert.Equal((1, 0), study.Discordant(CaseRule.First));
    }

    [Fact]
    public void Call_accuracy_is_a_mean_over_cases_with_an_error_between_cases()
    {
        // Shares 1, 1, 2/3, 0 and 1, 2/3, 1, 1/3: differences 0, -1/3, 1/3, 1/3 with mean 1/12 and sum of squares 11/36.
        var study = new PairedRepeats(Baseline, Candidate);
        Assert.Equal(2.0 / 3, PairedRepeats.CallAccuracy(Baseline)!.Value, 1e-12);
        Assert.Equal(0.75, PairedRepeats.CallAccuracy(Candidate)!.Value, 1e-12);
        Assert.Equal(1.0 / 12, study.CallDifference()!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(11.0 / 36 / 3 / 4), study.CallDifferenceError()!.Value, 1e-12);
        Assert.Equal((0.75, 0.5), (PairedRepeats.ExactMatchRate(Baseline), PairedRepeats.ExactMatchRate(Candidate)));
    }

    [Theory]
    [InlineData(CaseRule.AllRight)]
    [InlineData(CaseRule.AnyRight)]
    [InlineData(CaseRule.Majority)]
    [InlineData(CaseRule.First)]
    public void A_case_that_was_never_answered_is_wrong(CaseRule rule) => Assert.Equal(0, PairedRepeats.Count([[]], rule));

    [Fact]
    public void One_case_has_no_error_and_no_case_has_nothing()
    {
        Assert.Null(new PairedRepeats([[true]], [[false]]).CallDifferenceError());
        Assert.Equal(-1, new PairedRepeats([[true]], [[false]]).CallDifference());
        Assert.Null(new PairedRepeats([], []).CallDifference());
        Assert.Null(PairedRepeats.CallAccuracy([]));
        Assert.Null(PairedRepeats.ExactMatchRate([]));
    }

    [Fact]
    public void Both_models_answer_the_same_cases() => Assert.Throws<ArgumentOutOfRangeException>(() => new PairedRepeats([[true]], []));
}
