using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Reading of OQ suites: what is read, and the fault of what is none.</summary>
public sealed class OqSuiteTests
{
    private const string Step = """{"number":1,"action":"a","expectedResult":"e"}""";
    private const string Test = $$"""{"id":"T-1","title":"t","requirementIds":["UR-1"],"prerequisites":[],"steps":[{{Step}}],"acceptanceCriteria":["c"]}""";

    [Fact]
    public void A_suite_is_read_member_by_member()
    {
        var (suite, fault) = OqSuite.Read(Make.Reply($$"""{"tests":[{{Test}}],"confidence":0.5}"""));
        Assert.Null(fault);
        Assert.Equal(0.5, suite!.Confidence);
        var test = Assert.Single(suite.Tests);
        Assert.Equal(("T-1", "t"), (test.Id, test.Title));
        Assert.Equal(["UR-1"], test.RequirementIds);
        Assert.Equal(["c"], test.AcceptanceCriteria);
        Assert.Empty(test.Prerequisites);
        Assert.Equal([new OqStep(1, "a", "e")], suite.Steps);
    }

    [Fact]
    public void A_suite_without_tests_can_be_read() => Assert.Empty(OqSuite.Read(Make.Reply("""{"tests":[],"confidence":0}""")).Suite!.Tests);

    [Fact]
    public void Steps_of_all_tests_follow_each_other() =>
        Assert.Equal(["Log in.", "Log out.", "Log in.", "Log out."], OqSuite.Read(Make.Suite(Make.Test("T-1", "UR-1"), Make.Test("T-2", "UR-2"))).Suite!.Steps.Select(step => step.Action));

    [Theory]
    [InlineData("", "empty reply: the message has no content")]
    [InlineData("```json\n{}\n```", "not JSON: line 1, byte 1")]
    [InlineData("[]", "wrong structure: reply is an array, not an object")]
    [InlineData("""{"confidence":1}""", "wrong structure: reply lacks \"tests\"")]
    [InlineData("""{"tests":{},"confidence":1}""", "wrong structure: reply.tests is an object, not an array")]
    [InlineData("""{"tests":[],"confidence":1.01}""", "wrong structure: reply.confidence is the number 1.01, not a number in [0,1]")]
    [InlineData("""{"tests":[],"confidence":1,"coverage":1}""", "wrong structure: reply has the unknown member \"coverage\"")]
    [InlineData("""{"tests":["T-1"],"confidence":1}""", "wrong structure: reply.tests[0] is the text \"T-1\", not an object")]
    [InlineData("""{"tests":[{"id":"T-1"}],"confidence":1}""", "wrong structure: reply.tests[0] lacks \"title\"")]
    public void A_reply_of_another_shape_has_its_fault(string text, string fault) => Assert.Equal(fault, Fault(text));

    [Theory]
    [InlineData("\"T-1\"", "1", "id is the number 1, not a string")]
    [InlineData("\"t\"", "null", "title is null, not a string")]
    [InlineData("[\"UR-1\"]", "\"UR-1\"", "requirementIds is the text \"UR-1\", not an array")]
    [InlineData("[\"UR-1\"]", "[1]", "requirementIds[0] is the number 1, not a string")]
    [InlineData("[\"c\"]", "[null]", "acceptanceCriteria[0] is null, not a string")]
    [InlineData($"[{Step}]", "null", "steps is null, not an array")]
    [InlineData(Step, "\"a\"", "steps[0] is the text \"a\", not an object")]
    [InlineData("\"number\":1", "\"number\":\"1\"", "steps[0].number is the text \"1\", not an integer")]
    [InlineData("\"number\":1", "\"number\":1.5", "steps[0].number is the number 1.5, not an integer")]
    [InlineData("\"action\":\"a\"", "\"action\":[\"a\"]", "steps[0].action is an array, not a string")]
    [InlineData("\"expectedResult\"", "\"expected\"", "steps[0] lacks \"expectedResult\"")]
    [InlineData("\"number\":1", "\"number\":1,\"note\":0", "steps[0] has the unknown member \"note\"")]
    public void A_test_of_another_shape_is_named_by_its_place(string piece, string replacement, string fault) => Assert.Equal(
        $"wrong structure: reply.tests[1].{fault}",
        Fault($$"""{"tests":[{{Test}},{{Test.Replace(piece, replacement, StringComparison.Ordinal)}}],"confidence":1}"""));

    private static string Fault(string text)
    {
        var (suite, fault) = OqSuite.Read(Make.Reply(text));
        Assert.Null(suite);
        return fault!.ToString();
    }
}
