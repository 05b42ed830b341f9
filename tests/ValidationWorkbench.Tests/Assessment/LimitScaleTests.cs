using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>One scale for all criteria: 0 is the limit, 1 the best value there is.</summary>
public sealed class LimitScaleTests
{
    [Theory]
    [InlineData(CriterionKind.Accuracy, 0.9, 0.85, 0.95, 1.0, -0.5, 0.5, 1)]
    [InlineData(CriterionKind.SuiteSimilarity, 0.8, 0.8, 0.9, 1.0, 0, 0.5, 1)]
    [InlineData(CriterionKind.ErrorRate, 0.1, 0.0, 0.05, 0.1, 0, 0.5, 1)]
    [InlineData(CriterionKind.UnderCategorization, 0.02, 0.0, 0.01, 0.03, -0.5, 0.5, 1)]
    [InlineData(CriterionKind.NonInferiority, 0.05, -0.05, -0.025, 0.0, 0, 0.5, 1)]
    [InlineData(CriterionKind.Confidence, 0.1, -0.05, 0.0, 0.1, 0, 1, 1)]
    [InlineData(CriterionKind.Confidence, 0.1, 0.05, 0.075, 0.1, 0, 0.25, 0.5)]
    public void The_limit_is_at_0_and_the_best_value_at_1(
        CriterionKind kind, double limit, double lower, double observed, double upper, double left, double middle, double right)
    {
        var scale = LimitScale.Of(Finding(kind, limit, lower, observed, upper))!.Value;

        Assert.Equal((left, middle, right), (Math.Round(scale.Lower, 9), Math.Round(scale.Observed, 9), Math.Round(scale.Upper, 9)));
        Assert.False(scale.IsClipped);
    }

    [Fact]
    public void What_lies_beyond_is_drawn_at_the_edge()
    {
        var scale = LimitScale.Of(Finding(CriterionKind.ErrorRate, 0.005, 0.001, 0.1, 0.2))!.Value;
        Assert.Equal((-1, -1, true), (scale.Lower, scale.Observed, scale.IsClipped));
    }

    [Fact]
    public void A_limit_that_is_the_best_value_has_no_scale() => Assert.Null(LimitScale.Of(Finding(CriterionKind.RequirementCoverage, 1, 1, 1, 1)));

    [Fact]
    public void A_verdict_and_the_side_of_the_limit_agree()
    {
        foreach (var n in new[] { 20, 59, 60, 180 })
        {
            for (var right = 0; right <= n; right++)
            {
                var finding = AttributeCriterion.AtLeast(Make.Criterion(CriterionKind.Accuracy, 0.95), new Bracket(right, right, n), null, "right");
                var scale = LimitScale.Of(finding)!.Value;
                Assert.Equal(finding.Verdict, scale.Lower >= 0 ? Verdict.Go : scale.Upper < 0 ? Verdict.NoGo : Verdict.Undecided);
            }
        }
    }

    private static Finding Finding(CriterionKind kind, double limit, double lower, double observed, double upper) => new()
    {
        Criterion = Make.Criterion(kind, limit),
        N = 10,
        Lower = lower,
        Observed = observed,
        Upper = upper,
        Verdict = Verdict.Undecided,
        Reason = "r",
    };
}
