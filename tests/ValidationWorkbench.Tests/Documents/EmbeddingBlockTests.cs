using ValidationWorkbench.Assessment;
using ValidationWorkbench.Documents;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>What documents say about embeddings.</summary>
public sealed class EmbeddingBlockTests
{
    private static readonly EmbeddedCase[] Cases = [new("Q-1", 3, 2, 0.91236, 0.70710678, null, null), EmbeddedCase.Without("Q-2", "Unavailable: HTTP 500: busy")];

    [Fact]
    public void Without_embeddings_there_is_not_a_word_about_them()
    {
        Assert.DoesNotContain("mbedding", string.Join('\n', DocumentParts.Of("suites", Make.Facts()).OfType<TablePart>().Select(table => table.Caption)), StringComparison.Ordinal);
        Assert.DoesNotContain(DocumentParts.Of("suites", Make.Facts()), part => part is ParagraphPart);
        Assert.Single(DocumentParts.Of("models", Make.Facts()));
    }

    [Fact]
    public void Similarities_are_listed_by_case_beside_what_they_are_blind_to()
    {
        var facts = With(["e-1"], Cases);

        var table = DocumentParts.Of("suites", facts).OfType<TablePart>().Last();
        Assert.Equal("Q-1 | 3 | 2 | 0.7071 | 0.9124 | –", string.Join(" | ", Assert.Single(table.Rows)));
        Assert.Equal("Cosine similarity of the embeddings of OQ suites by e-1, mean over pairs. For display only", table.Caption);
        Assert.Equal(
            "Embeddings by e-1: 1 of 2 cases; not available for the others: Unavailable: HTTP 500: busy. Embeddings are blind to “not” and to numbers: suites that contradict each other can have a similarity near 1. They decide nothing.",
            Sentence("suites", facts));
    }

    [Fact]
    public void Another_name_than_the_one_asked_for_is_shown() =>
        Assert.StartsWith("Embeddings by e-1 (answered as e-1-v2, e-2): ", Sentence("suites", With(["e-1-v2", "e-2"], Cases)), StringComparison.Ordinal);

    [Fact]
    public void Where_there_are_none_only_the_reason_is_said()
    {
        var facts = With([], [.. Cases.Skip(1)]);

        Assert.Single(DocumentParts.Of("suites", facts).OfType<TablePart>());
        Assert.StartsWith("Embeddings by e-1: not available: Unavailable: HTTP 500: busy. ", Sentence("suites", facts), StringComparison.Ordinal);
    }

    [Fact]
    public void The_endpoint_that_gets_the_texts_is_named_beside_the_models() => Assert.Equal(
        "The texts of the OQ suites are sent to https://example.org/v1 as well, for embeddings by e-1. These are shown in the report and decide nothing.", Sentence("models", With([], Cases)));

    private static string Sentence(string block, DocumentFacts facts) => Assert.Single(Assert.Single(DocumentParts.Of(block, facts).OfType<ParagraphPart>()).Runs).Text;

    private static DocumentFacts With(string[] served, EmbeddedCase[] cases)
    {
        var facts = Make.Facts();
        return facts with { Assessment = facts.Assessment with { Embeddings = new EmbeddingSimilarity { Model = "e-1", ServedModels = served, Endpoint = "https://example.org/v1", Cases = cases } } };
    }
}
