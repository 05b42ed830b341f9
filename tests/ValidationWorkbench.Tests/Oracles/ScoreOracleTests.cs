using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

public sealed class ScoreOracleTests
{
    [Fact]
    public void Every_oracle_of_the_group_is_met() => OwnOracles.AssertMet("cont");

    [Theory]
    [InlineData("cont.tost_paired", """{"margin":0.05,"alpha":0.05}""", """{"d":[]}""", """{"mean":null,"pTost":null,"equivalent":null,"status":"UNDEFINED"}""")]
    [InlineData("cont.tost_paired", """{"margin":0.05,"alpha":0.05}""", """{"d":[0.01,0.01]}""", """{"mean":0.01,"sd":0,"ciLower90":null,"equivalent":null,"status":"DEGENERATE"}""")]
    [InlineData("cont.paired_t", """{"conf":0.95}""", """{"d":[0.01]}""", """{"mean":0.01,"sd":null,"t":null,"lower":null,"status":"UNDEFINED"}""")]
    [InlineData("cont.mean_lower_one_sided", """{"conf":0.95}""", """{"x":[1,1]}""", """{"mean":1,"lower":0.223606797749979,"status":"DEGENERATE"}""")]
    [InlineData("cont.wilcoxon_signed_rank", "{}", """{"d":[0,0]}""", """{"V":0,"nNonZero":0,"pTwoSided":1,"status":"UNDEFINED"}""")]
    [InlineData("cont.wilcoxon_signed_rank", """{"exact":false,"continuity":false}""", """{"d":[1,2,3]}""", """{"V":6,"pTwoSided":0.10880943004054568}""")]
    [InlineData("cont.hodges_lehmann", """{"conf":0.95}""", """{"d":[0.2]}""", """{"estimate":0.2,"lower":null,"status":"UNDEFINED"}""")]
    [InlineData("cont.bootstrap_percentile", """{"seed":"18446744073709551615","B":99,"conf":0.9}""", """{"d":[1]}""", """{"mean":1,"lower":null,"status":"UNDEFINED"}""")]
    public void Edges_are_answered_by_status(string method, string parameters, string input, string expected) =>
        Assert.Equal((OracleOutcome.Within, string.Empty), OwnOracles.Run(method, parameters, input, expected));

    [Fact]
    public void Draws_of_another_kind_are_not_computed() =>
        Assert.Contains("Mersenne", OwnOracles.Run("cont.bootstrap_bca", """{"seed":1,"rng":"Mersenne"}""", """{"d":[1,2]}""", "{}").Detail, StringComparison.Ordinal);
}
