using ValidationWorkbench.Scoring;
using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Paired steps that are alike in words and not in meaning.</summary>
public sealed class CriticalDifferenceTests
{
    [Fact]
    public void Only_pairs_that_differ_are_listed_with_what_differs()
    {
        OqStep[] left =
        [
            new(1, "Set the limit to 25.0 C", "The limit is not exceeded"),
            new(2, "Open the batch record", "The batch record is shown"),
            new(3, "Enter a wrong password", "The login is rejected"),
        ];
        OqStep[] right = [left[1], new(2, "Enter a wrong password", "The login is accepted"), new(3, "Set the limit to 35.0 C", "The limit is exceeded")];

        var differences = Differences(left, right);

        Assert.Equal([(0, 2), (2, 1)], differences.Select(difference => (difference.Pair.Left, difference.Pair.Right)));
        Assert.Equal([["25.0", "not"], ["reject"]], differences.Select(difference => difference.OnlyInLeft.Select(token => token.Text).ToArray()));
        Assert.Equal([["35.0"], ["accept"]], differences.Select(difference => difference.OnlyInRight.Select(token => token.Text).ToArray()));
    }

    [Fact]
    public void A_value_that_changes_places_between_action_and_result_is_a_difference()
    {
        var difference = Assert.Single(Differences([new(1, "Enter the value 25", "The value 35 is shown")], [new(1, "Enter the value 35", "The value 25 is shown")]));

        Assert.Equal(["25", "35"], difference.OnlyInLeft.Select(token => token.Text));
        Assert.Equal(["35", "25"], difference.OnlyInRight.Select(token => token.Text));
    }

    [Fact]
    public void Steps_without_a_counterpart_are_not_compared() =>
        Assert.Empty(Differences([new(1, "Unplug 7", "Not lit")], [new(1, "Open the record", "It is shown")]));

    private static IReadOnlyList<CriticalDifference> Differences(OqStep[] left, OqStep[] right)
    {
        var table = new TokenTable();
        var matching = SoftStepMatch.Match([.. left.Select(step => StepTokens.Of(step, table))], [.. right.Select(step => StepTokens.Of(step, table))]);
        return CriticalDifference.Of(matching, [.. left.Select(CriticalStep.Of)], [.. right.Select(CriticalStep.Of)]);
    }
}
