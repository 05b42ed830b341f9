using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>What every measure of similarity has in common, over generated texts.</summary>
public sealed class SimilarityPropertyTests
{
    private const int Rounds = 2000;

    private static readonly TokenTable Table = new();

    private static readonly Dictionary<string, Func<string, string, double?>> Measures = new()
    {
        ["edit distance"] = EditDistance.Similarity,
        ["Jaccard"] = (left, right) => Jaccard.Similarity(Table.Tokens(left), Table.Tokens(right)),
        ["Dice"] = (left, right) => Dice.Similarity(Table.Tokens(left), Table.Tokens(right)),
        ["ROUGE-L"] = (left, right) => RougeL.Similarity(Table.Sequence(left), Table.Sequence(right)),
        ["chrF1"] = (left, right) => CharacterF.Score(left, right),
        ["TF-IDF"] = (left, right) => TfIdf.Cosines([left, right, "open the record"])[0][1],
    };

    public static TheoryData<string> Names => new(Measures.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_similarity_is_symmetric_and_between_0_and_1(string name)
    {
        foreach (var (left, right) in GeneratedTexts.Pairs(1, Rounds))
        {
            var similarity = Measures[name](left, right);
            Assert.Equal(left.Length + right.Length == 0, similarity is null);
            Assert.InRange(similarity ?? 0, 0, 1);
            Assert.Equal(similarity ?? -1, Measures[name](right, left) ?? -1, 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_wholly_like_itself_in_any_spelling_and_not_at_all_like_none(string name)
    {
        foreach (var (text, _) in GeneratedTexts.Pairs(2, Rounds).Where(pair => pair.Left.Length > 0))
        {
            Assert.Equal(1, Measures[name](text, text.ToUpperInvariant().Replace("E\u0301", "\u00c9", StringComparison.Ordinal)));
            Assert.Equal(0, Measures[name](text, string.Empty));
        }
    }

    [Fact]
    public void Order_counts_for_sequences_and_not_for_bags()
    {
        foreach (var (left, right) in GeneratedTexts.Pairs(3, Rounds).Where(pair => pair.Left.Length + pair.Right.Length > 0))
        {
            var reversed = string.Join(' ', right.Split(' ').Reverse());
            Assert.Equal(Measures["Dice"](left, right), Measures["Dice"](left, reversed));
            Assert.Equal(Measures["Jaccard"](left, right), Measures["Jaccard"](left, reversed));
            Assert.True(Measures["ROUGE-L"](left, right) <= Measures["Dice"](left, right));
        }
    }

    [Fact]
    public void Edits_are_a_distance()
    {
        foreach (var ((left, right), (middle, _)) in GeneratedTexts.Pairs(4, 500).Zip(GeneratedTexts.Pairs(5, 500)))
        {
            Assert.True(EditDistance.Edits(left, right) <= EditDistance.Edits(left, middle) + EditDistance.Edits(middle, right));
        }
    }
}
