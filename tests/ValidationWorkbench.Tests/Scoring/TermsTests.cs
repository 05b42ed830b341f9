using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Words and numbers of must-have checks.</summary>
public sealed class TermsTests
{
    [Theory]
    [InlineData("locked", "The account is LOCKED.")]
    [InlineData("locked", "locked")]
    [InlineData("locked|blocked", "It is blocked")]
    [InlineData(" locked | blocked ", "It is blocked")]
    [InlineData("locked||", "It is locked")]
    [InlineData("audit trail", "(audit trail)")]
    [InlineData("25", "at 25 °C")]
    [InlineData("25", "at 25, 26 and 27")]
    [InlineData("25", "It ends at 25.")]
    [InlineData("25", "25%")]
    [InlineData("25.0", "at 25.0 °C")]
    [InlineData("25.0 °C", "at 25.0 °C,")]
    [InlineData("≤ 5", "is ≤ 5 s")]
    [InlineData("größer", "ist GRÖSSER oder GRÖßER")]
    [InlineData("log-on", "a log-on attempt")]
    [InlineData("a.b", "a.b")]
    [InlineData("C++", "in C++ code")]
    public void A_term_occurs_as_whole_words_or_a_whole_number(string term, string text) => Assert.True(Terms.OccurIn(term, text));

    [Theory]
    [InlineData("lock", "The account is locked.")]
    [InlineData("lock", "unlock")]
    [InlineData("locked|blocked", "It is unlocked and unblocked")]
    [InlineData("audit trail", "audit and trail")]
    [InlineData("25", "25.0")]
    [InlineData("25", "25,5")]
    [InlineData("25", "125")]
    [InlineData("25", "250")]
    [InlineData("25", "1.25")]
    [InlineData("25", "1,25")]
    [InlineData("25", "A25")]
    [InlineData("25", "25h")]
    [InlineData("5", "٥")]
    [InlineData("25.0", "25x0")]
    [InlineData("a.b", "aXb")]
    [InlineData("a(b", "ab")]
    [InlineData("", "anything")]
    [InlineData(" | ", "anything")]
    [InlineData("locked", "")]
    public void A_part_of_a_word_or_number_is_no_occurrence(string term, string text) => Assert.False(Terms.OccurIn(term, text));

    [Fact]
    public void Marks_of_regular_expressions_mean_themselves()
    {
        Assert.False(Terms.OccurIn(".*", "anything"));
        Assert.True(Terms.OccurIn("[x]", "a [x] b"));
        Assert.False(Terms.OccurIn("[x]", "a x b"));
    }
}
