using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>When a test could be executed as it stands.</summary>
public sealed class OqTestTests
{
    private static readonly OqTest Whole = Make.Test("T-1", "UR-1");

    public static TheoryData<string> Missing => [.. Broken.Keys];

    private static Dictionary<string, OqTest> Broken => new()
    {
        ["id"] = Whole with { Id = " " },
        ["title"] = Whole with { Title = "" },
        ["requirement"] = Whole with { RequirementIds = [] },
        ["requirement text"] = Whole with { RequirementIds = [" "] },
        ["steps"] = Whole with { Steps = [] },
        ["action"] = Whole with { Steps = [new(1, "\t", "e")] },
        ["expected result"] = Whole with { Steps = [new(1, "a", "e"), new(2, "a", "")] },
        ["first number"] = Whole with { Steps = [new(0, "a", "e"), new(1, "a", "e")] },
        ["number in between"] = Whole with { Steps = [new(1, "a", "e"), new(3, "a", "e")] },
        ["order of numbers"] = Whole with { Steps = [new(2, "a", "e"), new(1, "a", "e")] },
        ["distinct numbers"] = Whole with { Steps = [new(1, "a", "e"), new(1, "a", "e")] },
        ["acceptance criterion"] = Whole with { AcceptanceCriteria = [] },
        ["acceptance criterion text"] = Whole with { AcceptanceCriteria = [" "] },
    };

    [Fact]
    public void A_test_with_every_part_is_complete() => Assert.True(Whole.IsComplete);

    [Fact]
    public void Prerequisites_may_be_missing() => Assert.True((Whole with { Prerequisites = [] }).IsComplete);

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_test_that_lacks_a_part_is_not(string part) => Assert.False(Broken[part].IsComplete);

    [Fact]
    public void All_words_but_ids_can_be_searched() => Assert.Equal(
        "Title of T-1\nA user exists.\nLog in.\nHome page is shown.\nLog out.\nLogin page is shown.\nAll steps pass.", Whole.FullText);
}
