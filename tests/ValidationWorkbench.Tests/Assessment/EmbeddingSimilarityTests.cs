using ValidationWorkbench.Assessment;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

public sealed class EmbeddingSimilarityTests
{
    [Fact]
    public void The_means_are_over_pairs()
    {
        // Cosines: baseline pairs 0, 0.6, 0.8; candidate against baseline 1, 0, 0.6; no pair of one candidate.
        var similarity = EmbeddedCase.Of("Q-1", [[1, 0], [0, 2], [3, 4]], [[7, 0]]);

        Assert.Equal(("Q-1", 3, 1, null), (similarity.CaseId, similarity.BaselineSuites, similarity.CandidateSuites, similarity.NotAvailable));
        Assert.Equal(1.4 / 3, similarity.BaselineToItself!.Value, 1e-15);
        Assert.Equal(1.6 / 3, similarity.CandidateToBaseline!.Value, 1e-15);
        Assert.Null(similarity.CandidateToItself);
    }

    [Fact]
    public void A_pair_without_a_cosine_leaves_its_mean_undefined_and_no_other()
    {
        var similarity = EmbeddedCase.Of("Q-1", [[1, 0], [1, 0]], [[0, 0], [1, 0]]);

        Assert.Equal((1.0, null, null), (similarity.BaselineToItself, similarity.CandidateToBaseline, similarity.CandidateToItself));
    }

    [Fact]
    public void Vectors_of_different_lengths_have_no_similarity() => Assert.Null(EmbeddedCase.Of("Q-1", [[1, 0]], [[1, 0, 0]]).CandidateToBaseline);

    [Theory]
    [InlineData("", "not available: the run has no OQ-generation cases")]
    [InlineData("ok ok", "2 of 2 cases")]
    [InlineData("ok a", "1 of 2 cases; not available for the others: a")]
    [InlineData("a a", "not available: a (2 cases)")]
    [InlineData("b a a", "not available: a (2 cases); b")]
    [InlineData("a b c d e", "not available: a; b; c; and 2 other reasons")]
    public void One_line_says_how_many_there_are_and_why_there_are_no_more(string reasons, string expected) => Assert.Equal(expected, new EmbeddingSimilarity
    {
        Model = "e-1",
        ServedModels = [],
        Endpoint = "https://example.org/v1",
        Cases = [.. reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(reason => reason == "ok" ? EmbeddedCase.Of("Q", [[1]], [[1]]) : EmbeddedCase.Without("Q", reason))],
    }.Describe());
}
