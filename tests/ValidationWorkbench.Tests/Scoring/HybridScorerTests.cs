using ValidationWorkbench.Cases;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Answers to systems whose parts have categories of their own.</summary>
public sealed class HybridScorerTests
{
    private static readonly ExpectedCategory Expected = new()
    {
        Components = [new() { Name = "chromatography data system", Category = 4 }, new() { Name = "custom calculation macro", Category = 5 }, new() { Name = "operating system", Category = 1 }],
    };

    [Fact]
    public void Every_part_right_in_any_order_under_nearly_the_same_names_is_right() => AssertScore(
        ScoreVerdict.Right, false, "all 3 components as expected",
        "5", ("Operating System", 1), ("Custom macro", 5), ("Chromatography data system (CDS)", 4));

    [Fact]
    public void A_part_with_too_low_a_category_is_under_categorized_though_the_whole_is_right() => AssertScore(
        ScoreVerdict.Wrong, true, "components missing or wrong: chromatography data system; under-categorized",
        "5", ("chromatography data system", 3), ("custom calculation macro", 5), ("operating system", 1));

    [Fact]
    public void A_part_with_too_high_a_category_is_wrong_only() => AssertScore(
        ScoreVerdict.Wrong, false, "components missing or wrong: operating system",
        "5", ("chromatography data system", 4), ("custom calculation macro", 5), ("operating system", 3));

    [Fact]
    public void A_part_that_is_not_named_is_missing() => AssertScore(
        ScoreVerdict.Wrong, false, "components missing or wrong: custom calculation macro, operating system", "5", ("chromatography data system", 4));

    [Fact]
    public void A_part_under_another_name_is_missing() => AssertScore(
        ScoreVerdict.Wrong, false, "components missing or wrong: custom calculation macro",
        "5", ("chromatography data system", 4), ("spreadsheet formula add-in", 5), ("operating system", 1));

    [Fact]
    public void A_whole_that_is_too_low_is_under_categorized_though_every_part_is_right() => AssertScore(
        ScoreVerdict.Wrong, true, "overall category 4; expected 5; under-categorized",
        "4", ("chromatography data system", 4), ("custom calculation macro", 5), ("operating system", 1));

    [Fact]
    public void Parts_without_a_whole_are_wrong_but_not_too_low() => AssertScore(
        ScoreVerdict.Wrong, false, "overall category none; expected 5",
        "null", ("chromatography data system", 4), ("custom calculation macro", 5), ("operating system", 1));

    [Fact]
    public void A_whole_without_parts_is_wrong() => AssertScore(
        ScoreVerdict.Wrong, false, "components missing or wrong: chromatography data system, custom calculation macro, operating system", "5");

    [Fact]
    public void Neither_whole_nor_parts_is_undecided() => AssertScore(ScoreVerdict.Undecided, false, "undecided; expected components up to category 5", "null");

    [Fact]
    public void One_answered_part_cannot_stand_for_two() => AssertScore(
        new() { Components = [new() { Name = "temperature sensor", Category = 1 }, new() { Name = "temperature alarm", Category = 1 }] },
        ScoreVerdict.Wrong, false, "components missing or wrong: temperature alarm", "1", ("temperature sensor", 1));

    [Fact]
    public void Names_are_paired_so_that_they_fit_best_together() =>
        // Dice: 6/7 and 4/7 with "batch record review", 2/3 and 0 with "review screen". The best for the first alone would leave none for the second.
        AssertScore(
            new() { Components = [new() { Name = "batch record review screen", Category = 4 }, new() { Name = "batch record export job", Category = 5 }] },
            ScoreVerdict.Right, false, "all 2 components as expected", "5", ("batch record review", 5), ("review screen", 4));

    [Fact]
    public void Half_of_the_words_in_common_is_the_same_name_and_less_is_not()
    {
        // Dice: 2 x 1 / (2 + 2) = 0.5; 2 x 1 / (2 + 3) = 0.4.
        var expected = new ExpectedCategory { Components = [new() { Name = "audit server", Category = 4 }] };
        AssertScore(expected, ScoreVerdict.Right, false, "all 1 components as expected", "4", ("audit store", 4));
        AssertScore(expected, ScoreVerdict.Wrong, false, "components missing or wrong: audit server", "4", ("audit data store", 4));
    }

    private static void AssertScore(ScoreVerdict verdict, bool under, string reason, string category, params (string Name, int Category)[] components) =>
        AssertScore(Expected, verdict, under, reason, category, components);

    private static void AssertScore(ExpectedCategory expected, ScoreVerdict verdict, bool under, string reason, string category, params (string Name, int Category)[] components)
    {
        var answer = Make.Answer(category, $"[{string.Join(',', components.Select(part => Make.Component(part.Name, part.Category)))}]");
        var score = CategorizationScorer.Score(Make.Key, Make.Case(expected), Make.Reply(answer));
        Assert.Equal((verdict, under, reason), (score.Verdict, score.UnderCategorized, score.Reason));
    }
}
