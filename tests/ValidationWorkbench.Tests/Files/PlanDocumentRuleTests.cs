using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

/// <summary>Sections of a plan that only documents read.</summary>
public sealed class PlanDocumentRuleTests
{
    private const string Section =
        "reviewInterval: 12 months\nqualification:\n  installation: [{id: S-1, requirement: URS-1, action: a, expected: e}]\n"
        + "  performance: [{id: S-2, requirement: URS-2, action: a, expected: e}]\ndossiers:\n  old: {licence: MIT, knownLimits: [l]}\n"
        + "costs:\n  months: 12\n  callsPerMonth: {categorization: 5, oqGeneration: 0}\n  currency: USD\n  assumptions: [none]\n"
        + "migration:\n  byCategory: {\"5\": t}\n  steps: [{action: a, owner: o, check: c}]\n  rollback: {triggers: [t], steps: [{action: a, owner: o, check: c}]}\ndocuments:\n";

    private static readonly string Text = Faults.Change(SmallPlan.Text, "documents:\n", Section);

    /// <summary>Text, what is put in its place, place and fault.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "reviewInterval: 12 months", "reviewInterval: ''", "109:17: reviewInterval: found \"\"; a time in words is needed, such as \"12 months\", or no such line." },
        { "id: S-2", "id: S-1", "112:22: qualification.performance[0].id: found \"S-1\" a second time; each must be unique." },
        { "requirement: URS-1, action", "requirement: URS-9, action",
            "111:41: qualification.installation[0].requirement: found \"URS-9\"; the id of a requirement of this plan is needed." },
        { "{id: S-2, requirement: URS-2, action: a, expected: e}", "{id: S-2, requirement: URS-2, action: a, expected: ''}",
            "112:68: qualification.performance[0].expected: found \"\"; say what must be seen; without it nobody can judge the step." },
        { "  old: {licence", "  other: {licence", "114:10: dossiers.other: is no model of the plan; allowed: old, new." },
        { "{licence: MIT", "{license: MIT",
            "114:9: dossiers.old.license: unknown key; allowed here: provider, revision, licence, trainingCutoff, quantisation, hosting, dataUse, retention, updatePolicy, knownLimits." },
        { "months: 12\n  calls", "months: 0\n  calls", "116:11: costs.months: found 0; a number of months from 1 to 120 is needed." },
        { "categorization: 5, oq", "categorization: -1, oq",
            "117:35: costs.callsPerMonth.categorization: found -1; a number of calls from 0 to 1000000000 is needed." },
        { "  currency: USD\n  assumptions", "  currency: EUR\n  assumptions",
            "118:13: costs.currency: found \"EUR\"; the models' prices are in USD, and nothing is converted." },
        { "assumptions: [none]", "assumptions: []", "119:16: costs.assumptions: at least one assumption is needed; no projection is without." },
        { "\"5\": t", "\"2\": t", "121:15: migration.byCategory: the GAMP categories 1, 3, 4 and 5 are allowed as keys." },
        { "owner: o, check: c}]\n  roll", "owner: '', check: c}]\n  roll",
            "122:30: migration.steps[0].owner: found \"\"; the role that answers for it is needed." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal([$"plan.yaml:{expected}"], SmallPlan.FaultsOf(Faults.Change(Text, from, to)));

    [Fact]
    public void The_sections_are_read_and_may_be_left_out()
    {
        var plan = PlanFile.Parse(Faults.Text("plan.yaml", Text)).Plan;
        Assert.Equal(("12 months", "S-1", "MIT", 5, "t"), (plan.ReviewInterval, plan.Qualification!.Installation[0].Id, plan.Dossiers["old"].Licence,
            plan.Costs!.CallsPerMonth.Categorization, plan.Migration!.ByCategory["5"]));
        Assert.Equal("c", plan.Migration.Rollback.Steps[0].Check);

        var without = PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text)).Plan;
        Assert.Null(without.ReviewInterval);
        Assert.Null(without.Qualification);
        Assert.Empty(without.Dossiers);
        Assert.Null(without.Costs);
        Assert.Null(without.Migration);
    }
}
