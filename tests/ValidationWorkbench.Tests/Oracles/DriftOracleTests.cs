using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

public sealed class DriftOracleTests
{
    [Fact]
    public void Every_oracle_of_the_group_is_met() => OwnOracles.AssertMet("drift");

    [Theory]
    [InlineData("drift.category_mix", """{"reference":[0,0],"current":[3,4]}""", """{"psi":null,"psiStatus":"UNDEFINED","jsdBits":null,"chi2":null,"pChi2":null,"status":"UNDEFINED"}""")]
    [InlineData("drift.category_mix", """{"reference":[5,0],"current":[3,0]}""", """{"psi":0,"psiStatus":"OK","jsdBits":0,"df":0,"pChi2":null,"psiCritical95":null,"status":"UNDEFINED"}""")]
    [InlineData("drift.psi_smoothed", """{"reference":[0,0],"current":[3,4]}""", """{"psi":null,"status":"UNDEFINED"}""")]
    [InlineData("drift.psi_smoothed", """{"reference":[3,0],"current":[3,4],"pseudoCount":0}""", """{"psi":null,"status":"INFINITE_USE_SMOOTHED"}""")]
    [InlineData("drift.jsd", """{"p":[0,0],"q":[1,0]}""", """{"jsdBits":null,"jsDistance":null,"status":"UNDEFINED"}""")]
    [InlineData("drift.jsd", """{"p":[1,0],"q":[0,1],"base":4}""", """{"jsdBits":1,"jsd":0.5,"jsDistance":0.7071067811865476}""")]
    [InlineData("drift.ks_two_sample", """{"x":[],"y":[1]}""", """{"D":null,"pExact":null,"pAsymptotic":null,"status":"UNDEFINED"}""")]
    [InlineData("drift.ks_two_sample", """{"x":[1,2],"y":[1,2]}""", """{"D":0,"pExact":null,"pAsymptotic":1,"status":"OK"}""")]
    [InlineData("drift.fisher_freeman_halton", """{"reference":[3,0],"current":[2,0]}""", """{"p":null,"status":"UNDEFINED"}""")]
    [InlineData("drift.ewma", """{"x":[],"lambda":0.2,"L":3,"mu0":0,"sigma":1}""", """{"ewma":[],"uclAsymptotic":1,"ucl1":null,"signal":false,"firstSignal":null}""")]
    [InlineData("drift.ewma", """{"x":[9],"lambda":0.2,"L":3,"mu0":0,"sigma":1}""", """{"ewma":[1.8],"ucl1":0.6,"signal":true,"firstSignal":1}""")]
    [InlineData("drift.cusum_lower", """{"x":[0.9],"k":0.5,"h":4,"p0":1,"n":20}""", """{"sigma":0,"cusum":null,"firstSignal":null,"status":"DEGENERATE"}""")]
    [InlineData("drift.cusum_lower", """{"x":[1,2],"k":0.5,"h":4,"mu0":2,"sigma":1}""", """{"cusum":[0.5,0],"firstSignal":null}""")]
    [InlineData("drift.alpha_spending_open_ended", """{"alpha":0.02,"look":[1,4]}""", """{"alphaAtLook":[0.01,0.001],"cumulative":[0.01,0.016]}""")]
    [InlineData("drift.familywise_false_alarm", """{"alpha":0.1,"looks":[0,2]}""", """{"independent":[0,0.19]}""")]
    [InlineData("drift.same_panel_sigma", """{"cases":[[1],[1]]}""", """{"sigmaMeanOfK":null,"status":"UNDEFINED"}""")]
    public void Edges_are_answered_by_status(string method, string input, string expected) =>
        Assert.Equal((OracleOutcome.Within, string.Empty), OwnOracles.Run(method, "{}", input, expected));

    // Published to four decimals with O'Brien and Fleming's spending function; two-sided 5 % is one-sided 2.5 %.
    [Theory]
    [InlineData("""{"alpha":0.025,"sided":1,"type":"OBrienFleming"}""")]
    [InlineData("""{"alpha":0.05,"sided":2,"type":"O'Brien-Fleming"}""")]
    [InlineData("""{"alpha":0.025,"type":"asOF"}""")]
    public void Spellings_and_sides_of_a_design_are_understood(string parameters)
    {
        var result = OwnOracles.Run("drift.lan_demets", parameters, """{"informationRates":[0.25,0.5,0.75,1]}""", """{"criticalZ":[4.3326,2.9631,2.3590,2.0141]}""", 5e-5);

        Assert.Equal((OracleOutcome.Within, string.Empty), result);
    }

    [Theory]
    [InlineData("drift.lan_demets", """{"alpha":0.025,"type":"Pocock"}""")]
    [InlineData("drift.lan_demets", """{"alpha":0.025,"type":"Haybittle"}""")]
    [InlineData("drift.pocock_two_looks", """{"alpha":0.3}""")]
    public void A_design_without_a_table_is_not_invented(string method, string parameters)
    {
        var result = OwnOracles.Run(method, parameters, """{"informationRates":[0.4,1]}""", "{}");

        Assert.Equal(OracleOutcome.Miss, result.Outcome);
        Assert.Contains("no tabled design", result.Detail, StringComparison.Ordinal);
    }
}
