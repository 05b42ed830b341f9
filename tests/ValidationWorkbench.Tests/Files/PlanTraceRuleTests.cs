using ValidationWorkbench.Files;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

/// <summary>Rules of functions and risks.</summary>
public sealed class PlanTraceRuleTests
{
    private const string Section = """
        functions:
          - id: FS-1
            text: Sorts.
            requirements: [URS-1]
            configuredBy: prompt
        risks:
          - id: RA-1
            topic: under-categorization
            requirements: [URS-1, URS-2]
            function: FS-1
            failureMode: Too low.
            cause: A part overlooked.
            effect: Too little validation.
            severity: high
            probability: medium
            detectability: low
            controls: [review]
            tests: [AC-1, "procedure: review record"]
            residual: { severity: high, probability: low, detectability: medium }
            acceptance: The review stands.
        documents:

        """;

    private static readonly string Text = Faults.Change(SmallPlan.Text, "documents:\n", Section);

    /// <summary>What stands there, what is put in its place, and the fault.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "id: RA-1\n", "id: -RA\n", "115:9: risks[0].id: found \"-RA\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a "
            + "letter or digit." },
        { "text: Sorts.", "text: \"\"", "111:11: functions[0].text: found \"\"; say what the function does." },
        { "requirements: [URS-1]\n", "requirements: []\n", "112:19: functions[0].requirements: at least one requirement is needed that the "
            + "function answers to." },
        { "requirements: [URS-1]\n", "requirements: [URS-9]\n", "112:20: functions[0].requirements[0]: found \"URS-9\"; the id of a requirement "
            + "of this plan is needed." },
        { "configuredBy: prompt", "configuredBy: \"\"", "113:19: functions[0].configuredBy: found \"\"; name the prompt, parameter, reply "
            + "structure or case set that makes it so." },
        { "[URS-1, URS-2]", "[URS-1, URS-9]", "117:27: risks[0].requirements[1]: found \"URS-9\"; the id of a requirement of this plan is needed." },
        { "[URS-1, URS-2]", "[]", "117:19: risks[0].requirements: at least one requirement is needed that is at stake." },
        { "function: FS-1", "function: FS-9", "118:15: risks[0].function: found \"FS-9\"; the id of a function of this plan is needed, or no such "
            + "line." },
        { "failureMode: Too low.", "failureMode: \"\"", "119:18: risks[0].failureMode: found \"\"; say what goes wrong." },
        { "cause: A part overlooked.", "cause: \"\"", "120:12: risks[0].cause: found \"\"; say why it can go wrong." },
        { "effect: Too little validation.", "effect: \"\"", "121:13: risks[0].effect: found \"\"; say what follows for patient, product or data." },
        { "severity: high\n", "severity: extreme\n", "122:15: risks[0].severity: found extreme; one of high, medium, low is needed." },
        { "controls: [review]", "controls: [\"\"]", "125:16: risks[0].controls[0]: found \"\"; a control is needed, or no such line." },
        { "controls: [review]", "controls: [the risk is eliminated]", "125:16: risks[0].controls[0]: found \"the risk is eliminated\"; no control "
            + "eliminates a risk; say what it does." },
        { "controls: [review]", "controls: []", "127:15: risks[0].residual: without a control the ratings stay as they are." },
        { "[AC-1, ", "[AC-9, ", "126:13: risks[0].tests[0]: found \"AC-9\"; the id of a criterion of this plan is needed, or \"procedure:\" and "
            + "what the company does." },
        { "procedure: review record", "procedure: ", "126:19: risks[0].tests[1]: found \"procedure: \"; the id of a criterion of this plan is "
            + "needed, or \"procedure:\" and what the company does." },
        { "{ severity: high,", "{ severity: low,", "127:27: risks[0].residual.severity: found low; controls move a rating by one level at most." },
        { "detectability: medium }", "detectability: high }", "127:66: risks[0].residual.detectability: found high; controls move a rating by one "
            + "level at most." },
        { "acceptance: The review stands.", "acceptance: The risk has been eliminated.",
            "128:17: risks[0].acceptance: found \"The risk has been eliminated.\"; a residual risk is never eliminated; say why what remains may "
                + "be borne." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal([$"plan.yaml:{expected}"], SmallPlan.FaultsOf(Faults.Change(Text, from, to)));

    [Fact]
    public void A_topic_is_one_of_the_standing_risks() => Assert.StartsWith(
        "plan.yaml:116:12: risks[0].topic: found weather; one of hallucinated-regulation, under-categorization, prompt-injection,",
        Assert.Single(SmallPlan.FaultsOf(Faults.Change(Text, "topic: under-categorization", "topic: weather"))), StringComparison.Ordinal);

    [Fact]
    public void Ids_are_unique_among_functions_and_among_risks() => Assert.Equal(
        ["plan.yaml:114:11: functions[1].id: found \"FS-1\" a second time; each must be unique."],
        SmallPlan.FaultsOf(Faults.Change(Text, "risks:\n", "  - { id: FS-1, text: t, requirements: [URS-1], configuredBy: c }\nrisks:\n")));

    [Fact]
    public void The_sections_are_read_and_may_be_left_out()
    {
        var plan = PlanFile.Parse(Faults.Text("plan.yaml", Text)).Plan;
        var risk = Assert.Single(plan.Risks);
        Assert.Equal((StandingRisk.UnderCategorization, RiskLevel.High, 2, RiskLevel.Medium),
            (risk.Topic, risk.Initial.Priority, risk.Residual.Class, risk.Residual.Priority));
        Assert.Equal("FS-1", Assert.Single(plan.Functions).Id);

        var without = PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text)).Plan;
        Assert.Empty(without.Risks);
        Assert.Empty(without.Functions);
    }
}
