using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

public sealed class AgreementOracleTests
{
    [Fact]
    public void Every_oracle_of_the_group_is_met() => OwnOracles.AssertMet("agree");

    [Theory]
    [InlineData("agree.two_raters", """{"conf":0.9}""", """{"table":[[9,0],[0,4]]}""", """{"po":1,"unweighted":{"kappa":1,"se":0,"upper":1,"status":"DEGENERATE"}}""")]
    [InlineData("agree.two_raters", "{}", """{"table":[[0,0],[0,0]]}""", """{"n":0,"po":null,"unweighted":{"kappa":null},"ac1":{"value":null},"status":"UNDEFINED"}""")]
    [InlineData("agree.fleiss_kappa", "{}", """{"counts":[[3,0],[3,0]]}""", """{"kappa":null,"po":1,"status":"UNDEFINED"}""")]
    [InlineData("agree.krippendorff_nominal", "{}", """{"units":[["a",null],[null,"b"]]}""", """{"alpha":null,"status":"UNDEFINED"}""")]
    [InlineData("agree.repeats_nominal", "{}", """{"cases":[["a","a"],["a","a"]]}""", """{"pairwiseAgreement":1,"krippendorffAlpha":null,"fleissKappa":null,"ac1":null,"status":"UNDEFINED"}""")]
    [InlineData("agree.case_concordance", """{"tolerance":0.1}""", """{"cases":[]}""", """{"conforming":[],"x":0,"n":0,"lower95":0,"upper95":1,"status":"UNDEFINED"}""")]
    [InlineData(
        "agree.case_concordance",
        """{"tolerance":0.1,"strict":false,"conf":0.9}""",
        """{"cases":[{"baselineCategory":4,"candidateCategory":4,"baselineConfidence":0.9,"candidateConfidence":0.8},{"baselineCategory":4,"candidateCategory":null,"baselineConfidence":0.9}]}""",
        """{"conforming":[true,false],"lower95":0.0513167019494862}""")]
    public void Edges_are_answered_by_status(string method, string parameters, string input, string expected) =>
        Assert.Equal((OracleOutcome.Within, string.Empty), OwnOracles.Run(method, parameters, input, expected));
}
