using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>What can turn the meaning of a step, and what is left to the reader.</summary>
public sealed class CriticalTokensTests
{
    [Theory]
    [InlineData("limit is -20 C", "-20")]
    [InlineData("-5", "-5")]
    [InlineData("range (-5 to [+3.5", "-5 +3.5")]
    [InlineData("2-8, REQ-001, v1.2", "2 8 001 1.2")]
    [InlineData("about \u221220 or \u20137", "-20 -7")]
    [InlineData("\uff12\uff15.0 and 1,000.50.", "25.0 1,000.50")]
    public void Numbers_have_a_sign_only_where_it_joins_nothing(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("t<-20", "-20 <")]
    [InlineData("5 <= x >= 3 != 4", "5 3 4 <= >= !=")]
    [InlineData("\u2265 3 \u00b1 0.5 = y", "3 0.5 \u2265 \u00b1 =")]
    [InlineData("Menu -> File", "")]
    public void Comparators_are_shown_as_they_are_written(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("It cannot and does NOT, never", "cannot not never")]
    [InlineData("it doesn't, can\u2019t and won't", "not not not")]
    [InlineData("note, another, knot, nonsense", "")]
    [InlineData("non-editable without a user", "non without")]
    [InlineData("Batch no. 5, no batch", "5 no")]
    public void Words_that_deny_are_seen(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("Rejected, 'denied' and (enables)", "reject deny enable")]
    [InlineData("failure of the pass; passed", "fail pass pass")]
    [InlineData("password, validity, passage", "")]
    [InlineData("is invalid", "invalid")]
    public void Words_with_an_opposite_are_shown_in_their_base_form(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("x \u2264 5", "x <= 5")]
    [InlineData("user cannot log in", "user can not log in")]
    [InlineData("access is denied", "denies access")]
    [InlineData("at +25 C", "at 25 C")]
    [InlineData("it is correctly shown", "it is shown")]
    [InlineData("open record 7", "select 7 in the list of records")]
    public void The_same_meaning_in_another_form_is_no_difference(string left, string right)
    {
        var (onlyInLeft, onlyInRight) = CriticalTokens.Difference(left, right);
        Assert.Empty(onlyInLeft);
        Assert.Empty(onlyInRight);
    }

    [Fact]
    public void A_token_that_occurs_less_often_is_a_difference()
    {
        var (onlyInLeft, onlyInRight) = CriticalTokens.Difference("shall not edit and shall not delete 7", "shall not edit and shall delete 8");
        Assert.Equal(["7", "not"], onlyInLeft.Select(token => token.Text));
        Assert.Equal([CriticalTokenKind.Number, CriticalTokenKind.Negation], onlyInLeft.Select(token => token.Kind));
        Assert.Equal(["8"], onlyInRight.Select(token => token.Text));
    }

    [Fact]
    public void A_difference_is_mirrored_and_a_text_has_none_with_itself()
    {
        foreach (var (left, right) in GeneratedTexts.Pairs(6, 1000))
        {
            var (onlyInLeft, onlyInRight) = CriticalTokens.Difference(left, right);
            var mirrored = CriticalTokens.Difference(right, left);
            Assert.Equal(onlyInRight, mirrored.OnlyInLeft);
            Assert.Equal(onlyInLeft, mirrored.OnlyInRight);
            Assert.Equal(CriticalTokens.Of(left).Count - onlyInLeft.Count, CriticalTokens.Of(right).Count - onlyInRight.Count);
            Assert.Empty(CriticalTokens.Difference(left, left).OnlyInLeft);
        }
    }

    private static string Shown(string text) => string.Join(' ', CriticalTokens.Of(text).Select(token => token.Text));
}
