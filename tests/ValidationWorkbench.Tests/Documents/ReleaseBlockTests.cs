using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>The release statement.</summary>
public sealed class ReleaseBlockTests
{
    [Theory]
    [InlineData(Outcome.NoGo, false, "NO-GO")]
    [InlineData(Outcome.Undecided, false, "UNDECIDED")]
    [InlineData(Outcome.Invalid, false, "INVALID")]
    [InlineData(Outcome.Go, true, "DEMONSTRATION")]
    [InlineData(Outcome.NoGo, true, "DEMONSTRATION")]
    public void Without_a_GO_that_is_evidence_nothing_is_released_and_one_sentence_says_why(Outcome outcome, bool isDemonstration, string word)
    {
        var facts = With(outcome, isDemonstration);
        var notice = Assert.IsType<NoticePart>(DocumentParts.Of("release-statement", facts)[0]);
        Assert.Equal("Nothing is released", notice.Title);
        Assert.Contains(word, notice.Text, StringComparison.Ordinal);
        Assert.Equal(1, notice.Text.Count(letter => letter == '.'));
        Assert.Equal(["Quality Assurance | A. Person | nothing to decide |  | "], Make.Rows("release-signatures", facts));
        Assert.Equal(false, DocumentData.Of(facts)["is-releasable"]);
    }

    [Fact]
    public void A_GO_leaves_the_decision_to_named_people()
    {
        var facts = With(Outcome.Go, false);
        Assert.Equal("Nothing is released before the persons named below have decided and signed.",
            Assert.IsType<NoticePart>(DocumentParts.Of("release-statement", facts)[0]).Text);
        Assert.Equal(["Quality Assurance | A. Person | ☐ released  ☐ not released |  | "], Make.Rows("release-signatures", facts));
    }

    [Fact]
    public void The_statement_names_report_configuration_and_next_review()
    {
        var facts = Make.Facts();
        var lines = DocumentParts.Of("release-statement", facts).OfType<FactsPart>().Single().Facts;
        Assert.Contains(("Validation report", "D-3, version 3, of 2026-11-21 07:50:12 UTC"), lines);
        Assert.Contains(("Configuration SHA-256", facts.ConfigurationSha256), lines);
        Assert.Contains(("Next review", "to be set"), lines);
        var planned = facts with { Plan = facts.Plan with { ReviewInterval = "12 months" } };
        Assert.Contains(("Next review", "12 months after the date of release"),
            DocumentParts.Of("release-statement", planned).OfType<FactsPart>().Single().Facts);
    }

    private static DocumentFacts With(Outcome outcome, bool isDemonstration) =>
        Make.Facts() with { Recommendation = new Recommendation(outcome, ["r"], isDemonstration ? ["d"] : []) };
}
