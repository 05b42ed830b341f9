using ValidationWorkbench.Files;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanDriftRuleTests
{
    private const string Section =
        "drift:\n  margin: 0.05\n  confidence: 0.975\n  statedConfidence: 0.1\n  meanFall: 3\n  changedVerdicts: 0.001\n  chartRuns: 8\n"
        + "  ewmaLimit: 2.962\n  cusumLimit: 4\n  productionLevel: 0.01\n  stabilityIndex: 0.1\ndocuments:\n";

    private const string Level = "a level above 0 and below 0.5 is needed, such as 0.001.";

    private static readonly string Text = Faults.Change(SmallPlan.Text, "documents:\n", Section);

    /// <summary>Key, what is put in the place of its value, place and fault.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "margin: 0.05", "margin: 5 %", "110:11: drift.margin: found 5 %; a number is needed." },
        { "margin: 0.05", "margin: 0", "110:11: drift.margin: found 0; a share above 0 and below 1 is needed, such as 0.05." },
        { "  margin: 0.05\n", "", "110:3: drift.margin: is missing; a number is needed." },
        { "confidence: 0.975", "confidence: 0.5", "111:15: drift.confidence: found 0.5; a confidence above 0.5 and below 1 is needed, such as 0.95." },
        { "statedConfidence: 0.1", "statedConfidence: 1.1", "112:21: drift.statedConfidence: found 1.1; a difference of confidences above 0, at most 1, is needed, such as 0.1." },
        { "meanFall: 3", "meanFall: 0.5", "113:13: drift.meanFall: found 0.5; 1 to 10 standard deviations are allowed." },
        { "changedVerdicts: 0.001", "changedVerdicts: 0.5", "114:20: drift.changedVerdicts: found 0.5; " + Level },
        { "chartRuns: 8", "chartRuns: 7", "115:14: drift.chartRuns: found 7; 8 to 100 runs are allowed; fewer tell too little of the spread." },
        { "ewmaLimit: 2.962", "ewmaLimit: 0", "116:14: drift.ewmaLimit: found 0; a number from 1 to 10 is needed, such as 2.962." },
        { "cusumLimit: 4", "cusumLimit: 21", "117:15: drift.cusumLimit: found 21; a number from 1 to 20 is needed, such as 4." },
        { "productionLevel: 0.01", "productionLevel: 0", "118:20: drift.productionLevel: found 0; " + Level },
        { "stabilityIndex: 0.1", "stabilityIndex: 2", "119:19: drift.stabilityIndex: found 2; an index above 0, at most 1, is needed, such as 0.1." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal([$"plan.yaml:{expected}"], SmallPlan.FaultsOf(Faults.Change(Text, from, to)));

    [Fact]
    public void The_section_is_read_and_may_be_left_out()
    {
        Assert.Equal(DriftPlan.Default, PlanFile.Parse(Faults.Text("plan.yaml", Text)).Plan.Drift);
        Assert.Null(PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text)).Plan.Drift);
    }

    [Fact]
    public void The_shipped_plan_states_the_limits_that_hold_by_default() =>
        Assert.Equal(DriftPlan.Default, PlanFile.Read(Path.Combine(ShippedFiles.Folder, "validation-plan.yaml")).Plan.Drift);
}
