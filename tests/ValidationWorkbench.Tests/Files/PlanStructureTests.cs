using System.Text.Json;
using ValidationWorkbench.Files;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanStructureTests
{
    /// <summary>What stands in the valid plan, what is put in its place, and the faults that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "organisation: Test site", "organization: Test site", "plan.yaml:1:1: organisation: is missing; a text is needed." + "\n" + "plan.yaml:5:1: organization: unknown key; allowed here: format, id, title, version, organisation, contextOfUse, models, baseline, frozenBaseline, candidates, prompts, caseSets, repeats, seed, execution, budgets, profiles, defaultProfile, embeddings, sequentialCheck, requirements, criteria, functions, risks, drift, documents, signatories, signing, reviewInterval, qualification, dossiers, costs, migration." },
        { "title: Small plan\n", "", "plan.yaml:1:1: title: is missing; a text is needed." },
        { "version: \"1.0\"", "version: [1, 0]", "plan.yaml:4:10: version: found a list; a text is needed." },
        { "critical: false", "critical: no", "plan.yaml:8:13: contextOfUse.critical: found no; true or false is needed." },
        { "repeats: 3", "repeats: three", "plan.yaml:52:10: repeats: found three; a whole number is needed." },
        { "repeats: 3", "repeats: \"3\"", "plan.yaml:52:10: repeats: found the text \"3\"; a whole number is needed." },
        { "limit: 0.95", "limit: 95 %", "plan.yaml:81:12: criteria[0].limit: found 95 %; a number is needed." },
        { "risk: high", "risk: severe", "plan.yaml:67:11: requirements[0].risk: found severe; one of high, medium, low is needed." },
        { "maxCost: 9.5", "maxCost: 1e3", "plan.yaml:61:12: budgets.maxCost: found 1e3; a number is needed." },
        { "candidates: [new]", "candidates: new", "plan.yaml:39:13: candidates: found new; a list is needed." },
        { "  purpose: Sort systems.\n  critical: false\n  reviewedBy: a reviewer\n  inScope: [URS in English]\n  outOfScope: [release without review]", "  - use", "plan.yaml:7:3: contextOfUse: found a list; a mapping with the keys purpose, critical, reviewedBy, inScope, outOfScope is needed." },
        { "title: Small plan", "title: Small plan\ntitle: Another", "plan.yaml:4:1: is not valid YAML: Duplicate key title" },
        { "baseline: old", "baseline: &model old", "plan.yaml:38:11: baseline: anchor &model; anchors and aliases are not allowed, write the value out." },
        { "candidates: [new]", "candidates: &c [new]", "plan.yaml:39:13: candidates: anchor &c; anchors and aliases are not allowed, write the value out." },
        { "seed: 7", "seed: ", "plan.yaml:53:6: seed: found nothing; a whole number is needed." },
        { "limit: 0.95", "limit: .nan", "plan.yaml:81:12: criteria[0].limit: found .nan; a number is needed." },
        { "maxErrorShare: 0.05", "maxErrorShare: 0,05", "plan.yaml:57:18: execution.maxErrorShare: found 0,05; a number is needed." },
        { "risk: high", "risk: High", "plan.yaml:67:11: requirements[0].risk: found High; one of high, medium, low is needed." },
        { "seed: 7", "seed: 99999999999999999999", "plan.yaml:53:7: seed: found 99999999999999999999; a whole number is needed." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_wrong_structure_is_reported_with_its_place_and_what_is_needed(string from, string to, string expected) =>
        Assert.Equal(expected.Split('\n'), SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text, from, to)));

    [Fact]
    public void The_plan_itself_is_valid()
    {
        var file = PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text));

        Assert.Equal(Sha256Hex.Of(SmallPlan.Text), file.Sha256);
        Assert.Equal(["old", "new"], file.Plan.Models.Select(model => model.Name));
        Assert.Equal(9.5m, file.Plan.Budgets.MaxCost);
        Assert.Equal(SignatureMeaning.Approved, Assert.Single(file.Plan.Signatories).Meaning);
    }

    [Fact]
    public void All_faults_come_at_once_in_the_order_of_their_lines()
    {
        var text = Faults.Change(SmallPlan.Text, "confidence: 0.97", "confidence: 97");
        text = Faults.Change(text, "title: Small plan", "titel: Small plan");
        text = Faults.Change(text, "repeats: 3", "repeats: four");
        text = Faults.Change(text, "baseline: old", "baseline: none");

        Assert.Equal(
            ["title", "titel", "baseline", "repeats", "criteria[0].confidence"],
            Assert.Throws<InputException>(() => PlanFile.Parse(Faults.Text("plan.yaml", text))).Faults.Select(fault => fault.Path));
        Assert.Equal([1L, 3, 38, 52, 82], Assert.Throws<InputException>(() => PlanFile.Parse(Faults.Text("plan.yaml", text))).Faults.Select(fault => fault.Line));
    }

    [Theory]
    [InlineData("# only a comment\n", "plan.yaml: holds no YAML document.")]
    [InlineData("a: 1\n---\nb: 2\n", "plan.yaml: holds more than one YAML document; one is allowed.")]
    [InlineData("format: \"open\nid: x\n", "plan.yaml:1:9: is not valid YAML: While scanning a multi-line double-quoted scalar, found wrong indentation.")]
    [InlineData("a: b: c\n", "plan.yaml:1:5: is not valid YAML: While scanning a plain scalar value, found invalid mapping.")]
    public void A_text_that_is_no_YAML_document_is_refused(string text, string expected) => Assert.Equal([expected], SmallPlan.FaultsOf(text));

    [Fact]
    public void A_list_in_place_of_a_plan_is_refused() => Assert.StartsWith(
        "plan.yaml:1:1: found a list; a mapping with the keys format, id, title, version, organisation, ", SmallPlan.FaultsOf("- a\n")[0], StringComparison.Ordinal);

    [Fact]
    public void An_alias_is_refused_where_it_stands_for_another_value() => Assert.Contains(
        "plan.yaml:3:8: title: anchor &t; anchors and aliases are not allowed, write the value out.",
        SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text.Replace("title: Small plan", "title: &t Small plan", StringComparison.Ordinal), "organisation: Test site", "organisation: *t")));

    [Fact]
    public void A_plan_in_JSON_is_read_like_one_in_YAML()
    {
        var yaml = PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text)).Plan;
        var json = JsonPlan.Of(SmallPlan.Text);

        Assert.Equal(JsonSerializer.Serialize(yaml), JsonSerializer.Serialize(PlanFile.Parse(Faults.Text("plan.json", json)).Plan));
    }

    [Fact]
    public void A_fault_in_a_JSON_plan_has_its_line_and_column()
    {
        var json = Faults.Change(JsonPlan.Of(SmallPlan.Text), "\"repeats\": 3", "\"repeats\": 4");
        var line = json.Split('\n').TakeWhile(text => !text.Contains("\"repeats\"", StringComparison.Ordinal)).Count() + 1;

        Assert.Equal($"plan.json:{line}:14: repeats: found 4; an odd number from 1 to 25 is needed.", Faults.OnlyOf(() => PlanFile.Parse(Faults.Text("plan.json", json))));
    }
}
