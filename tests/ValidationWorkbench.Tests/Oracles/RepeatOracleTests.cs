using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

public sealed class RepeatOracleTests
{
    [Fact]
    public void Every_oracle_of_the_group_is_met() => OwnOracles.AssertMet("repro");

    [Theory]
    [InlineData("repro.summary", "{}", """{"cases":[]}""", """{"n":0,"exactMatchRate":null,"krippendorffAlpha":null,"casesWithoutMode":0,"status":"UNDEFINED"}""")]
    [InlineData("repro.summary", "{}", """{"cases":[["A","A"],["A","A"]]}""", """{"exactMatchRate":1,"pairwiseAgreement":1,"krippendorffAlpha":null,"status":"UNDEFINED"}""")]
    [InlineData("repro.icc_oneway", """{"conf":0.95}""", """{"cases":[[0.9,0.9],[0.5,0.5]]}""", """{"icc1":1,"lower":null,"withinSd":0,"status":"DEGENERATE"}""")]
    [InlineData("repro.cluster_robust_mean", """{"conf1":0.9}""", """{"cases":[[1,1],[1,1]]}""", """{"mean":1,"clusterSe":0,"designEffect":null,"tLower95":null,"status":"DEGENERATE"}""")]
    [InlineData("repro.cluster_robust_mean", """{"conf1":0.9}""", """{"cases":[[1,1],[0,0]]}""", """{"mean":0.5,"clusterSe":0.5,"tLower95":-1.03884176858763}""")]
    [InlineData("repro.case_verdict_bounds", """{"conf":0.95}""", """{"cases":[[true,true],[false,null]]}""", """{"allK":{"x":1},"naivePooledWRONG":{"x":2,"n":4}}""")]
    [InlineData("repro.case_verdict_bounds", """{"conf":0.95}""", """{"cases":[]}""", """{"allK":{"x":0,"lower":0,"upper":1},"status":"UNDEFINED"}""")]
    [InlineData("repro.case_bracket_bounds", """{"conf":0.95}""", """{"cases":[]}""", """{"xAll":0,"xAny":0,"n":0,"lower":0,"upper":1,"status":"UNDEFINED"}""")]
    [InlineData("repro.case_bracket_bounds", """{"conf":0.95}""", """{"cases":[[0,0]]}""", """{"xAll":0,"xAny":0,"n":1,"lower":0,"upper":0.95}""")]
    [InlineData("repro.korn_graubard", """{"conf":0.9}""", """{"cases":[[1,1],[1,1]]}""", """{"estimate":1,"lower":0.223606797749979,"upper":1,"nEff":null,"status":"DEGENERATE"}""")]
    public void Edges_are_answered_by_status(string method, string parameters, string input, string expected) =>
        Assert.Equal((OracleOutcome.Within, string.Empty), OwnOracles.Run(method, parameters, input, expected));

    [Fact]
    public void A_repeat_that_is_neither_right_nor_wrong_has_no_verdict() =>
        Assert.Equal(OracleOutcome.Miss, OwnOracles.Run("repro.case_bracket_bounds", "{}", """{"cases":[[0.5]]}""", "{}").Outcome);
}
