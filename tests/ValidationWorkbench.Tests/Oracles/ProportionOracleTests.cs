using System.Text;
using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

/// <summary>The oracles of proportions, pairs and decisions.</summary>
public sealed class ProportionOracleTests
{
    [Theory]
    [InlineData("found.", 13)]
    [InlineData("prop.", 37)]
    [InlineData("lat.", 4)]
    [InlineData("err.", 3)]
    [InlineData("paired.", 27)]
    [InlineData("decision.", 13)]
    [InlineData("study.", 1)]
    [InlineData("multi.", 3)]
    [InlineData("calib.", 1)]
    public void Every_oracle_is_met(string prefix, int count)
    {
        var oracles = OracleFile.Parse(OracleFile.OwnBytes()).Where(oracle => oracle.Method.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var results = SelfTest.Run(oracles);

        Assert.Equal(count, results.Count);
        Assert.Empty(results.Where(result => result.Outcome != OracleOutcome.Within).Select(result => $"{result.Oracle.Id}: {result.Detail}"));
    }

    /// <summary>Cases at the edge, which the file holds none or few of; conventions of the statistics, no numbers.</summary>
    [Theory]
    [InlineData("prop.wilson", """{"x":0,"n":0}""", """{"status":"UNDEFINED","estimate":null,"lower":0,"upper":1}""")]
    [InlineData("prop.clopper_pearson", """{"x":0,"n":0}""", """{"status":"UNDEFINED","estimate":null,"lower":0,"upper":1}""")]
    [InlineData("prop.clopper_pearson", """{"x":1,"n":1,"sided":1,"conf":0.75}""", """{"status":"OK","estimate":1,"lower":0.25,"upper":1}""")]
    [InlineData("prop.clopper_pearson", """{"x":1,"n":1,"sided":2,"conf":0.5}""", """{"lower":0.25,"upper":1}""")]
    [InlineData("prop.success_run_n", """{"confidence":0.95,"reliability":1}""", """{"n":null}""")]
    [InlineData("prop.zero_failure_upper", """{"n":[0]}""", """{"exact":[1],"ruleOfThree":[null]}""")]
    [InlineData("prop.naive_point_rule_pass_probability", """{"rule":"x/n > 0.5","n":2,"pTrue":[0.5]}""", """{"passProbability":[0.25]}""")]
    [InlineData("lat.quantile_bounds", """{"p":0.5,"x":[]}""", """{"status":"UNDEFINED","estimateType7":null,"lowerRank":null,"upper":null}""")]
    [InlineData("lat.quantile_bounds", """{"p":0.5,"x":[3,1,2,null,4]}""", """{"status":"NO_UPPER_BOUND","estimateType7":3,"upperRank":5,"upper":null,"lowerRank":1,"lower":1}""")]
    [InlineData("lat.upper_rank", """{"p":0.5,"n":[0,4,5]}""", """{"rank":[null,null,5]}""")]
    [InlineData("lat.proportion_within_limit", """{"target":0.5,"within":0,"n":0}""", """{"status":"UNDEFINED","lower":0,"passed":false}""")]
    [InlineData("err.upper_bound", """{"target":0.001,"errors":0,"n":0}""", """{"status":"UNDEFINED","rate":null,"upper":1,"demonstrated":false}""")]
    [InlineData("paired.mcnemar", """{"gains":0,"losses":0}""", """{"status":"NO_DISCORDANT","exactTwoSided":1,"midP":1,"chi2":null}""")]
    [InlineData("paired.mcnemar", """{"gains":1,"losses":0}""", """{"status":"OK","exactTwoSided":1,"midP":0.5,"chi2":1}""")]
    [InlineData("paired.newcombe_ci", """{"gains":0,"losses":0,"bothRight":0,"bothWrong":0}""", """{"status":"UNDEFINED","lower":-1,"upper":1}""")]
    [InlineData("paired.tango_noninferiority", """{"margin":0.05,"gains":0,"losses":0,"n":0}""", """{"status":"UNDEFINED","z":null,"nonInferiorAt0025":false}""")]
    [InlineData("paired.tango_ni_power", """{"margin":0.05,"trueDifference":-0.05,"n":[0],"discordantRate":[0.02,0.06]}""", """{"power":[[null,0]]}""")]
    [InlineData("decision.proportion_at_least", """{"target":0,"x":0,"n":0}""", """{"verdict":"INSUFFICIENT_EVIDENCE","lower":0,"upper":1}""")]
    [InlineData("decision.proportion_at_least", """{"target":0.95,"x":88,"n":100}""", """{"verdict":"NO_GO"}""")]
    [InlineData("decision.noninferiority", """{"margin":0.05,"gains":0,"losses":0,"n":0}""", """{"verdict":"INSUFFICIENT_EVIDENCE","lower":-1,"upper":1}""")]
    [InlineData("decision.noninferiority", """{"margin":0.05,"gains":0,"losses":40,"n":100}""", """{"verdict":"NO_GO"}""")]
    [InlineData("decision.overall", """{"verdicts":[]}""", """{"overall":"INSUFFICIENT_EVIDENCE","action":"WAIT"}""")]
    [InlineData("study.categorization", """{"target":0.5,"niMargin":0.05,"baseline":[],"candidate":[]}""", """{"nCases":0,"accuracyVerdict":"INSUFFICIENT_EVIDENCE","callAccuracyCandidate":null}""")]
    [InlineData("study.categorization", """{"target":0.5,"niMargin":0.05,"baseline":[[1,1]],"candidate":[[1,null]]}""", """{"candidateStrict":0,"candidateAny":1,"losses":1,"callDifference":-0.5,"callDifferenceSe":null}""")]
    [InlineData("multi.holm", """{"p":[]}""", """{"adjusted":[],"bonferroni":[]}""")]
    [InlineData("multi.iut_pass_probability", """{"perCriterionPower":[]}""", """{"allPassIfIndependent":null}""")]
    [InlineData("calib.summary", """{"confidence":[],"correct":[]}""", """{"status":"UNDEFINED","brier":null,"bins":[]}""")]
    [InlineData("calib.summary", """{"confidence":[1],"correct":[1]}""", """{"status":"DEGENERATE","brier":0,"brierSkill":null,"spiegelhalterZ":null}""")]
    public void Edges_follow_the_conventions(string method, string input, string expected)
    {
        var oracle = $$"""[{"id":"edge","method":"{{method}}","params":{},"input":{{input}},"expected":{{expected}},"tolerance":1e-12}]""";
        var result = SelfTest.Run(OracleFile.Parse(Encoding.UTF8.GetBytes(oracle))).Single();

        Assert.Equal((OracleOutcome.Within, string.Empty), (result.Outcome, result.Detail));
    }

    [Theory]
    [InlineData("prop.wilson", """{"x":1,"n":2,"sided":3}""")]
    [InlineData("prop.clopper_pearson", """{"x":3,"n":2}""")]
    [InlineData("prop.naive_point_rule_pass_probability", """{"rule":"x >= 5","n":2,"pTrue":[]}""")]
    [InlineData("decision.overall", """{"verdicts":["go"]}""")]
    [InlineData("calib.summary", """{"confidence":[0.5],"correct":[2]}""")]
    [InlineData("study.categorization", """{"caseVerdict":"lower: best, upper: anyK; paired table: allK","target":0.5,"niMargin":0.05,"baseline":[],"candidate":[]}""")]
    public void What_makes_no_sense_is_a_miss(string method, string input)
    {
        var oracle = $$"""[{"id":"edge","method":"{{method}}","params":{},"input":{{input}},"expected":{},"tolerance":0}]""";
        var detail = SelfTest.Run(OracleFile.Parse(Encoding.UTF8.GetBytes(oracle))).Single().Detail;
        Assert.StartsWith("not computed: ", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", detail, StringComparison.Ordinal);
    }
}
