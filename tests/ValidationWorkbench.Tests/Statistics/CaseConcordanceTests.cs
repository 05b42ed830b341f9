using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class CaseConcordanceTests
{
    [Theory]
    [InlineData("A", "A", 0.9, 0.85, true)]
    [InlineData("A", "A", 0.85, 0.9, true)]
    [InlineData("A", "B", 0.9, 0.9, false)]
    [InlineData("A", "A", 0.9, 0.75, false)]
    [InlineData(null, null, 0.9, 0.9, false)]
    [InlineData("A", null, 0.9, 0.9, false)]
    [InlineData("A", "A", null, 0.9, false)]
    [InlineData("A", "A", null, null, false)]
    public void A_case_conforms_with_the_same_category_and_nearly_the_same_confidence(string? baseline, string? candidate, double? first, double? second, bool expected) =>
        Assert.Equal([expected], CaseConcordance.Of([new ConcordancePair(baseline, candidate, first, second)], 0.1).Conforming);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_distance_of_exactly_the_tolerance_is_not_below_it(bool isStrict, bool expected)
    {
        // 0.90 - 0.80 is 0.09999999999999998 in doubles, 0.4 - 0.3 is 0.10000000000000003
        Assert.Equal([expected, expected], CaseConcordance.Of([new("A", "A", 0.9, 0.8), new("A", "A", 0.3, 0.4)], 0.1, isStrict).Conforming);
    }

    [Fact]
    public void Bounds_are_exact_and_say_nothing_without_cases()
    {
        Assert.Equal((0, 1), CaseConcordance.Of([], 0.1).Bounds(0.95));
        Assert.Equal(BinomialBound.Lower(1, 2, 0.95), CaseConcordance.Of([new("A", "A", 1, 1), new("A", "B", 1, 1)], 0.1).Bounds(0.95).Lower);
    }
}
