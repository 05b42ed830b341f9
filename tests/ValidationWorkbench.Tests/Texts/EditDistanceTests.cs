using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>Edits between texts; kitten and sitting are the textbook pair.</summary>
public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3, 4.0 / 7)]
    [InlineData("flaw", "lawn", 2, 0.5)]
    [InlineData("abc", "", 3, 0)]
    [InlineData("ABC", "abc", 0, 1)]
    [InlineData("a b", "ab", 1, 2.0 / 3)]
    [InlineData("x\u00b2", "x2", 0, 1)]
    [InlineData("\U0001f600a", "a", 1, 0.5)]
    public void Inserted_deleted_and_replaced_characters_count(string left, string right, int edits, double similarity)
    {
        Assert.Equal(edits, EditDistance.Edits(left, right));
        Assert.Equal(similarity, EditDistance.Similarity(left, right)!.Value, 1e-15);
    }

    [Fact]
    public void Two_empty_texts_have_no_similarity()
    {
        Assert.Equal(0, EditDistance.Edits("", ""));
        Assert.Null(EditDistance.Similarity("", ""));
    }
}
