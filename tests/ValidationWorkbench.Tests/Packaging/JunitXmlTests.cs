using System.Xml.Linq;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Packaging;

public sealed class JunitXmlTests
{
    [Fact]
    public void A_right_answer_is_a_passed_case_and_an_undecided_criterion_a_failure()
    {
        var suites = Read("as expected", ScoreVerdict.Right);

        Assert.Equal(["criteria", "cases of new (simulated)"], suites.Select(suite => suite.Attribute("name")!.Value));
        Assert.Equal([("1", "1", "0"), ("1", "0", "0")], suites.Select(Counts));
        Assert.StartsWith("UNDECIDED: ", suites[0].Descendants("failure").Single().Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.Equal(("cases", "C-1", 0), (suites[1].Element("testcase")!.Attribute("classname")!.Value, suites[1].Element("testcase")!.Attribute("name")!.Value, suites[1].Element("testcase")!.Elements().Count()));
    }

    [Theory]
    [InlineData(ScoreVerdict.Wrong)]
    [InlineData(ScoreVerdict.Undecided)]
    public void A_wrong_or_undecided_answer_is_a_failure_with_its_reason(ScoreVerdict verdict)
    {
        var cases = Read("category 5 instead of 4", verdict)[1];

        Assert.Equal(("1", "1", "0"), Counts(cases));
        Assert.Equal("category 5 instead of 4", cases.Descendants("failure").Single().Attribute("message")!.Value);
    }

    [Fact]
    public void A_case_without_an_answer_is_an_error_and_no_failure()
    {
        var cases = Read("", null)[1];

        Assert.Equal(("1", "0", "1"), Counts(cases));
        Assert.Equal("a repeat has no answer", cases.Descendants("error").Single().Attribute("message")!.Value);
    }

    [Theory]
    [InlineData("a\u0001b\u001Fc", "a\uFFFDb\uFFFDc")]
    [InlineData("nul \0", "nul \uFFFD")]
    [InlineData("no character \uFFFE\uFFFF", "no character \uFFFD\uFFFD")]
    [InlineData("tab\tline\nreturn\r", "tab\tline\nreturn\r")]
    [InlineData("<b> & \"quoted\" 'text' ]]> 😀 é", "<b> & \"quoted\" 'text' ]]> 😀 é")]
    public void A_text_of_a_model_never_breaks_the_file(string reason, string expected) =>
        Assert.Equal(expected, Read(reason, ScoreVerdict.Wrong)[1].Descendants("failure").Single().Attribute("message")!.Value);

    [Fact]
    public void Half_a_character_never_breaks_the_file() => A_text_of_a_model_never_breaks_the_file($"lone {(char)0xD83D} here", "lone \uFFFD here");

    private static (string, string, string) Counts(XElement suite) => (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value);

    private static List<XElement> Read(string reason, ScoreVerdict? verdict)
    {
        var file = JunitXml.Write(SampleFacts.Of(reason, verdict));
        Assert.Equal("junit.xml", file.Name);
        using var stream = new MemoryStream(file.Bytes);
        return [.. XDocument.Load(stream).Root!.Elements("testsuite")];
    }
}
