using ValidationWorkbench.Decisions;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Decisions;

public sealed class RunTriesTests
{
    [Fact]
    public void The_first_try_has_nothing_to_say() => Assert.Null(new RunTries(1, 0.05).Describe());

    /// <summary>1-0.95^3 = 0.142625 and 1-0.975^2 = 0.049375, both rounded up.</summary>
    [Theory]
    [InlineData(3, 0.05, "Run 3 of this plan and candidate on record: each further try raises the chance of a false GO (with 3 independent tries from 5 % to 14.3 %).")]
    [InlineData(2, 0.025, "Run 2 of this plan and candidate on record: each further try raises the chance of a false GO (with 2 independent tries from 2.5 % to 5.0 %).")]
    public void Each_further_try_is_named_with_its_figure(int number, double level, string expected) => Assert.Equal(expected, new RunTries(number, level).Describe());

    [Fact]
    public void The_least_confidence_counts_and_a_gate_has_none()
    {
        var gate = Assessment.Make.Criterion(CriterionKind.RequirementCoverage, 1, 0.6);
        Assert.Equal(0.1, RunTries.Of(2, [gate, Assessment.Make.Criterion(CriterionKind.Accuracy, 0.9, 0.9), Assessment.Make.Criterion(CriterionKind.ErrorRate, 0.1)]).Level!.Value, 1e-12);
        Assert.Null(RunTries.Of(2, [gate]).Level);
    }
}
