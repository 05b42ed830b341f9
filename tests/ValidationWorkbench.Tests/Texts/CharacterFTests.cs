using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>chrF against values counted by hand.</summary>
public sealed class CharacterFTests
{
    [Fact]
    public void Precision_and_recall_are_means_over_the_orders()
    {
        // "abc" by "abcd": order 1: P 3/3, R 3/4; order 2: P 2/2, R 2/3. P = 1, R = 17/24.
        const double recall = 17.0 / 24;
        Assert.Equal(2 * recall / (1 + recall), CharacterF.Score("abc", "abcd", 1, 2)!.Value, 1e-15);
        Assert.Equal(5 * recall / (4 + recall), CharacterF.Score("abc", "abcd", 2, 2)!.Value, 1e-15);
        Assert.Equal(5 * recall / ((4 * recall) + 1), CharacterF.Score("abcd", "abc", 2, 2)!.Value, 1e-15);
    }

    [Fact]
    public void An_order_that_a_text_does_not_reach_is_left_out() =>
        // Order 1 alone: P 1/1, R 1/4.
        Assert.Equal(0.4, CharacterF.Score("a", "abcd")!.Value, 1e-15);

    [Fact]
    public void A_repeated_character_counts_as_often_as_in_both() =>
        // P 2/3, R 2/2.
        Assert.Equal(0.8, CharacterF.Score("aaa", "aa", 1, 1)!.Value, 1e-15);

    [Fact]
    public void White_space_and_letter_case_count_only_where_asked_for()
    {
        Assert.Equal(1, CharacterF.Score("a b\u00a0C", "ABC"));
        Assert.Equal(0.8, CharacterF.Score("a b", "ab", 1, 1, withSpaces: true)!.Value, 1e-15);
        Assert.Equal(0, CharacterF.Score("a", "A", isCaseSensitive: true));
    }

    [Fact]
    public void An_empty_text_scores_nothing_and_two_have_no_score()
    {
        Assert.Equal(0, CharacterF.Score("a", " "));
        Assert.Equal(0, CharacterF.Score("", "a"));
        Assert.Null(CharacterF.Score("", " \t"));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CharacterF.Score("a", "a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CharacterF.Score("a", "a", double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => CharacterF.Score("a", "a", 1, 0));
    }
}
