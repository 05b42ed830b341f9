using ValidationWorkbench.Documents;
using ValidationWorkbench.Oracles;
using ValidationWorkbench.Storage;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>What the audit record of an assessment tells.</summary>
public sealed class AssessmentFactsTests
{
    [Fact]
    public void The_self_test_is_read_back_as_it_was_recorded()
    {
        var test = new SelfTestSummary(2, 3, "ff");
        var text = AssessmentFacts.Write(Entry, isDemonstration: true, new { planned = 2 }, test);
        Assert.Equal(test, AssessmentFacts.ReadSelfTest(text, 4));
        Assert.Null(AssessmentFacts.ReadSelfTest(text, 5));
        Assert.Null(AssessmentFacts.ReadSelfTest("""{"assessment":4,"outcome":"GO"}""", 4));
    }

    [Fact]
    public void The_self_test_of_this_installation_covers_the_whole_file_that_travels_with_it()
    {
        var own = OwnSelfTest.Summary;
        Assert.Equal((OracleFile.Parse(OracleFile.OwnBytes()).Count, Sha256Hex.Of(OracleFile.OwnBytes())), (own.Oracles, own.Sha256));
        Assert.Equal(own.Oracles, own.Within);
        Assert.Same(own, OwnSelfTest.Summary);
    }

    private static AssessmentEntry Entry => new()
    {
        RunId = "R-1",
        Number = 4,
        PlanSha256 = "p",
        AtMicros = 9,
        Outcome = "GO",
        ResultsSha256 = "r",
        Tool = "t",
        HeadSequence = 1,
        HeadHash = "h",
        HeadRoot = "root",
    };
}
