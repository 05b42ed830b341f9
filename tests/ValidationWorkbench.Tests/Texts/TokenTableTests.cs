using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>Words of texts and their numbers.</summary>
public sealed class TokenTableTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" .,;:!?-_/()[]\"'`#*", "")]
    [InlineData("Log in as QA reviewer", "log in as qa reviewer")]
    [InlineData("Don't log-on", "don t log on")]
    [InlineData("Batch4711 v2b", "batch 4711 v 2 b")]
    [InlineData("25.0 1,000.5 7. .5 3,", "25.0 1,000.5 7 5 3")]
    [InlineData("10:30:00", "10 30 00")]
    [InlineData("a<b >= 5% ± 0,5 ≤≥=", "a < b > = 5 % ± 0,5 ≤ ≥ =")]
    [InlineData("ÄRGER ÇA ΣΊΓΜΑ", "ärger ça σίγμα")]
    [InlineData("漢字 текст", "漢字 текст")]
    [InlineData("\uff32\uff25\uff21\uff24 \ufb01le\u00a0\uff12\uff15\uff0e\uff10\uff05", "read file 25.0 %")]
    [InlineData("CAFE\u0301 m\u00b2", "café m 2")]
    [InlineData("\U00010400\U00010401x \U00020000", "\U00010428\U00010429x \U00020000")]
    [InlineData("1.2.3 4.,5 ٣٤", "1.2.3 4 5 ٣٤")]
    public void Words_are_runs_of_letters_numbers_with_separators_and_a_few_signs(string text, string words) =>
        Assert.Equal(words, string.Join(' ', TokenTable.Words(text)));

    [Fact]
    public void Half_a_surrogate_pair_parts_words_and_is_none() => Assert.Equal(["a", "b"], TokenTable.Words("a\ud800b \udc00"));

    [Fact]
    public void Equal_words_have_one_number_over_all_texts_of_a_table()
    {
        var table = new TokenTable();
        var first = table.Tokens("open the record");
        Assert.Equal(first, table.Tokens("Record: OPEN the!"));
        Assert.Equal(3, first.Distinct().Count());
        Assert.DoesNotContain(Assert.Single(table.Tokens("close")), first);
    }

    [Fact]
    public void The_sequence_keeps_the_order_of_the_text() => Assert.Equal([0, 1, 0, 2], new TokenTable().Sequence("b a B c"));

    [Fact]
    public void Tokens_are_sorted_and_repeated_as_often_as_they_occur()
    {
        var table = new TokenTable();
        table.Tokens("c b a");
        Assert.Equal([0, 0, 1, 2, 2, 2], table.Tokens("a c b a a c"));
    }
}
