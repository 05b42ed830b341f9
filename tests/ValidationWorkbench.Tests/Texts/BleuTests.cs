using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>BLEU against values counted by hand.</summary>
public sealed class BleuTests
{
    [Fact]
    public void A_word_counts_as_often_as_in_the_reference_that_has_it_most_often()
    {
        // Papineni's example of clipping: "the" seven times; twice in one reference, once in the other.
        var bleu = Of("the the the the the the the", 1, "the cat is on the mat", "there is a cat on the mat");
        Assert.Equal(2.0 / 7, bleu.Score!.Value, 1e-15);
        Assert.Equal(1, bleu.BrevityPenalty);
    }

    [Fact]
    public void The_score_is_the_geometric_mean_of_the_orders()
    {
        // Words 3/4, pairs 2/3: b c, c d.
        var bleu = Of("x b c d", 2, "a b c d");
        Assert.Equal([3.0 / 4, 2.0 / 3], bleu.Precisions.Select(precision => precision!.Value));
        Assert.Equal(Math.Sqrt(0.5), bleu.Score!.Value, 1e-15);
    }

    [Fact]
    public void A_short_hypothesis_pays_by_the_reference_nearest_in_length()
    {
        // Lengths 4 and 6 are equally near to 5: the shorter one counts, and there is no penalty. Against 6 and 8 words it is exp(1 - 6/5).
        Assert.Equal(1, Of("a b c d e", 1, "a b c d e f", "a b c d").BrevityPenalty);
        Assert.Equal(Math.Exp(1 - (6.0 / 5)), Of("a b c d e", 1, "a b c d e f g h", "a b c d e f").BrevityPenalty!.Value, 1e-15);
    }

    [Fact]
    public void Without_a_match_in_some_order_it_is_zero_and_without_n_grams_undefined()
    {
        Assert.Equal(0, Of("a b c d", 4, "d c b a").Score);
        Assert.Null(Of("a b c", 4, "a b c").Score);
        Assert.Equal(1, Of("a b c", 3, "a b c").Score!.Value, 1e-15);
    }

    [Fact]
    public void One_empty_side_is_zero_and_two_are_undefined()
    {
        Assert.Equal(0, Of("", 4, "a b").Score);
        Assert.Equal(0, Of("a b", 4, "").Score);
        Assert.Null(Of("", 4, "").Score);
        Assert.Null(Of("a b", 4).Score);
    }

    private static Bleu Of(string hypothesis, int maxOrder, params string[] references) =>
        Bleu.Of(TokenTable.Words(hypothesis), [.. references.Select(TokenTable.Words)], maxOrder);
}
