using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Plans;

/// <summary>What a plan must ask for.</summary>
public sealed class EvidenceNeedsTests
{
    [Fact]
    public void Three_repeats_and_the_usual_confidence_are_enough() =>
        Assert.Empty(EvidenceNeeds.Shortcomings(Plan(3, (CriterionMethod.ClopperPearson, 0.95), (CriterionMethod.Tango, 0.975), (CriterionMethod.Gate, 0.6))));

    [Fact]
    public void Less_is_said() => Assert.Equal(
        [
            "The plan asks for one repeat; evidence needs at least three.",
            "AC-1 asks for 90 % confidence; evidence needs at least 95 %.",
            "AC-2 asks for 95 % confidence; evidence needs at least 97.5 %.",
        ],
        EvidenceNeeds.Shortcomings(Plan(1, (CriterionMethod.ClopperPearson, 0.9), (CriterionMethod.Tango, 0.95))));

    private static ValidationPlan Plan(int repeats, params (CriterionMethod Method, double Confidence)[] criteria) => Documents.Make.Plan() with
    {
        Repeats = repeats,
        Criteria = [.. criteria.Select((criterion, i) => Assessment.Make.Criterion(CriterionKind.Accuracy, 0.95, criterion.Confidence) with { Id = $"AC-{i + 1}", Method = criterion.Method })],
    };
}
