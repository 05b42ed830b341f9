using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>Jaccard, ROUGE-L, TF-IDF and BM25 against values counted by hand.</summary>
public sealed class WordMeasureTests
{
    [Theory]
    [InlineData("a b c", "b c d", 0.5)]
    [InlineData("a a a", "a", 1)]
    [InlineData("a", "b", 0)]
    public void Jaccard_is_the_share_of_distinct_words(string left, string right, double expected) =>
        Assert.Equal(expected, Jaccard.Similarity(TokenTable.Words(left), TokenTable.Words(right)));

    // Longest common subsequences: a c, then b a (or a b), then a b a b.
    [Theory]
    [InlineData("a b c", "a x c", 2.0 / 3)]
    [InlineData("a b", "b a b a b b", 0.5)]
    [InlineData("a b a b", "b a b a b", 8.0 / 9)]
    public void ROUGE_L_counts_words_in_the_same_order(string left, string right, double expected)
    {
        var table = new TokenTable();
        Assert.Equal(expected, RougeL.Similarity(table.Sequence(left), table.Sequence(right))!.Value, 1e-15);
    }

    [Fact]
    public void A_word_of_all_texts_weighs_least()
    {
        // Smooth: idf(a) = ln(3/3) + 1 = 1, idf(b) = idf(c) = ln(3/2) + 1. Cosine = 1 / (1 + idf(b)^2).
        var rare = Math.Log(1.5) + 1;
        Assert.Equal(1 / (1 + (rare * rare)), TfIdf.Cosines(["a b", "a c"])[0][1]!.Value, 1e-15);

        // Plain: idf(a) = ln(2/2) + 1 = 1, idf(b) = idf(c) = ln 2 + 1.
        var plain = Math.Log(2) + 1;
        Assert.Equal(1 / (1 + (plain * plain)), TfIdf.Cosines(["a b", "a c"], isSmooth: false)[0][1]!.Value, 1e-15);
    }

    [Fact]
    public void A_text_without_words_has_no_direction()
    {
        var cosines = TfIdf.Cosines(["a", "!", ""]);
        Assert.Equal([1, 0, 0], cosines[0]);
        Assert.Equal([0, null, null], cosines[1]);
        Assert.Empty(TfIdf.Cosines([]));
    }

    [Fact]
    public void BM25_follows_its_formula()
    {
        // One of two texts holds "b": idf = ln(1 + 1.5/1.5) = ln 2. tf = 2, length 3, mean length 2, k1 = 1, b = 0.5: 2 x 2 / (2 + 1 x (0.5 + 0.5 x 1.5)) = 16/13.
        var scores = Bm25.Scores("b", ["a b b", "a"], 1, 0.5);
        Assert.Equal(Math.Log(2) * 16 / 13, scores[0]!.Value, 1e-15);
        Assert.Equal(0, scores[1]);

        // A word that the query repeats counts again.
        Assert.Equal(Math.Log(2) * 32 / 13, Bm25.Scores("b b", ["a b b", "a"], 1, 0.5)[0]!.Value, 1e-15);
    }

    [Fact]
    public void BM25_of_nothing_is_nothing()
    {
        Assert.Equal([0, 0], Bm25.Scores("x", ["a", ""]));
        Assert.Equal([0, null], Bm25.Scores("", ["a", ""]));
        Assert.Empty(Bm25.Scores("x", []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bm25.Scores("x", ["a"], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bm25.Scores("x", ["a"], b: double.NaN));
    }
}
