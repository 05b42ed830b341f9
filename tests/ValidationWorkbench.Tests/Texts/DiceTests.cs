using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>Share of words in common; 2 |A and B| / (|A| + |B|), which is ROUGE-1 F1.</summary>
public sealed class DiceTests
{
    // Words in common counted by hand: 7 of 8 and 8; 2 of 8 and 10; 8 of 9 and 9; all; 5 of 6 and 5.
    [Theory]
    [InlineData("Verify that the system rejects an invalid password", "Verify that the system accepts an invalid password", 0.875)]
    [InlineData("Verify that the system rejects an invalid password", "Check the application refuses login when the password is wrong", 2.0 / 9)]
    [InlineData("Set temperature limit to 25.0 C and confirm alarm", "Set temperature limit to 35.0 C and confirm alarm", 8.0 / 9)]
    [InlineData("Log in as QA reviewer and open batch record", "Open batch record and log in as QA reviewer", 1)]
    [InlineData("Audit trail shall not be editable", "Audit trail shall be editable", 10.0 / 11)]
    [InlineData("the the the", "the the", 0.8)]
    [InlineData("a a b", "b b a", 2.0 / 3)]
    [InlineData("a b", "c d", 0)]
    [InlineData("Verify login", "", 0)]
    public void The_share_is_two_times_the_common_words_over_all_words(string left, string right, double expected)
    {
        var table = new TokenTable();
        var (one, two) = (table.Tokens(left), table.Tokens(right));
        Assert.Equal(expected, Dice.Similarity(one, two)!.Value, 1e-15);
        Assert.Equal(expected, Dice.Similarity(two, one)!.Value, 1e-15);
    }

    [Fact]
    public void Two_empty_lists_have_no_similarity() => Assert.Null(Dice.Similarity([], []));
}
