using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Answers against one expected category or several defensible ones.</summary>
public sealed class CategorizationScorerTests
{
    [Theory]
    [InlineData(3, "1", ScoreVerdict.Wrong, true, "category 1; expected 3; under-categorized")]
    [InlineData(3, "2", ScoreVerdict.Wrong, true, "category 2, which is retired; expected 3; under-categorized")]
    [InlineData(3, "3", ScoreVerdict.Right, false, "category 3 as expected")]
    [InlineData(3, "4", ScoreVerdict.Wrong, false, "category 4; expected 3")]
    [InlineData(3, "5", ScoreVerdict.Wrong, false, "category 5; expected 3")]
    [InlineData(1, "2", ScoreVerdict.Wrong, false, "category 2, which is retired; expected 1")]
    [InlineData(5, "7", ScoreVerdict.Wrong, false, "category 7, which does not exist; expected 5")]
    [InlineData(5, "0", ScoreVerdict.Wrong, true, "category 0, which does not exist; expected 5; under-categorized")]
    [InlineData(4, "null", ScoreVerdict.Undecided, false, "undecided; expected 4")]
    public void One_category_is_expected(int expected, string category, ScoreVerdict verdict, bool under, string reason) =>
        AssertScore(new() { Category = expected }, category, verdict, under, reason);

    [Theory]
    [InlineData("3", ScoreVerdict.Wrong, true, "category 3; expected 4 or 5; under-categorized")]
    [InlineData("4", ScoreVerdict.Right, false, "category 4 as expected")]
    [InlineData("5", ScoreVerdict.Right, false, "category 5 as expected")]
    [InlineData("null", ScoreVerdict.Undecided, false, "undecided; expected 4 or 5")]
    public void Several_categories_are_defensible(string category, ScoreVerdict verdict, bool under, string reason) =>
        AssertScore(new() { AnyOf = [5, 4] }, category, verdict, under, reason);

    [Fact]
    public void A_category_between_two_acceptable_ones_is_wrong_but_not_too_low() =>
        AssertScore(new() { AnyOf = [3, 5] }, "4", ScoreVerdict.Wrong, false, "category 4; expected 3 or 5");

    [Fact]
    public void An_unreadable_reply_is_wrong_and_decides_nothing()
    {
        var score = CategorizationScorer.Score(Make.Key, Make.Case(new() { Category = 4 }), Make.Reply("Category 4."));
        var expected = new TrialScore { Key = Make.Key, Verdict = ScoreVerdict.Wrong, Reason = "not JSON: line 1, byte 1", Decision = "(NotJson)", SchemaConforms = false, Fault = ReplyFaultKind.NotJson };
        Assert.Equal(expected, score);
    }

    [Fact]
    public void Confidence_never_changes_the_verdict()
    {
        var score = Score(new() { Category = 4 }, Make.Answer("4", confidence: "0"));
        Assert.Equal((ScoreVerdict.Right, (double?)0), (score.Verdict, score.Confidence));
    }

    [Fact]
    public void Quotes_are_counted_and_looked_up_in_the_document()
    {
        var testCase = Make.Case(new() { Category = 4 }, "The LIMS\nis configured by the vendor.");
        var score = CategorizationScorer.Score(Make.Key, testCase, Make.Reply(Make.Answer(evidence: "[\"LIMS is configured\",\"lims is configured\",\"\",\"by the vendor.\"]")));
        Assert.Equal((4, 2), (score.QuotesGiven, score.QuotesFound));
    }

    [Theory]
    [InlineData("4", "[]", "4")]
    [InlineData("null", "[]", "undecided")]
    [InlineData("5", """[{"name":"b","category":5},{"name":"a","category":3}]""", "5 [3 5]")]
    [InlineData("null", """[{"name":"a","category":3}]""", "undecided [3]")]
    public void A_decision_is_comparable_over_repeats_whatever_the_order_of_its_parts(string category, string components, string decision) =>
        Assert.Equal(decision, Score(new() { Category = 4 }, Make.Answer(category, components)).Decision);

    private static TrialScore Score(ExpectedCategory expected, string answer) => CategorizationScorer.Score(Make.Key, Make.Case(expected), Make.Reply(answer));

    private static void AssertScore(ExpectedCategory expected, string category, ScoreVerdict verdict, bool under, string reason)
    {
        var score = Score(expected, Make.Answer(category));
        Assert.Equal((verdict, under, reason), (score.Verdict, score.UnderCategorized, score.Reason));
        Assert.Equal((Make.Key, true, category == "null" ? null : int.Parse(category, CultureInfo.InvariantCulture)), (score.Key, score.SchemaConforms, score.Category));
    }
}
