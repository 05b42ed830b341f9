using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Claimed quotes in their documents.</summary>
public sealed class QuoteTests
{
    private const string Document = "# LIMS\n\nThe system  stores\tresults;\r\nit is \"configured\" by the\u00a0vendor.";

    [Theory]
    [InlineData("stores results")]
    [InlineData("The system stores\n\nresults; it is")]
    [InlineData("  by the vendor.  ")]
    [InlineData("LIMS The system")]
    [InlineData("\"configured\"")]
    [InlineData("result")]
    public void A_quote_occurs_word_for_word_whatever_the_white_space(string quote) => Assert.True(Quote.OccursIn(quote, Document));

    [Theory]
    [InlineData("stores Results")]
    [InlineData("stores the results")]
    [InlineData("stores ... results")]
    [InlineData("storesresults")]
    [InlineData("“configured”")]
    [InlineData("by the vendor. And more")]
    public void Anything_changed_is_no_quote(string quote) => Assert.False(Quote.OccursIn(quote, Document));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u3000")]
    public void Nothing_is_no_quote(string quote)
    {
        Assert.False(Quote.OccursIn(quote, Document));
        Assert.False(Quote.OccursIn(quote, string.Empty));
    }

    [Fact]
    public void An_empty_document_holds_no_quote() => Assert.False(Quote.OccursIn("a", " "));
}
