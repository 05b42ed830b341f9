using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class CaseSetRuleTests
{
    /// <summary>What stands in the valid plan, what is put in its place, and the faults that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "case-set/1", "case-set/9", "cases.yaml:1:9: format: found \"validation-workbench/case-set/9\"; this version reads validation-workbench/case-set/1." },
        { "id: small", "id: \"small set\"", "cases.yaml:2:5: id: found \"small set\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit." },
        { "title: Small set", "title: \"\"", "cases.yaml:3:8: title: found \"\"; a title is needed." },
        { "id: C-2", "id: \"\"", "cases.yaml:16:9: cases[1].id: found \"\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit." },
        { "id: C-2", "id: C-1", "cases.yaml:16:9: cases[1].id: found \"C-1\" a second time; each case id must be unique." },
        { "title: One category", "title: \"\"", "cases.yaml:7:12: cases[0].title: found \"\"; a title is needed." },
        { "rationale: It is configured.", "rationale: \"\"", "cases.yaml:14:16: cases[0].rationale: found \"\"; a reason for the expected answer is needed." },
        { "text: Workflows are configured.", "text: \"\"", "cases.yaml:15:11: cases[0].text: found \"\"; a text is needed, or a document." },
        { "    text: Workflows are configured.\n", "", "cases.yaml:6:5: cases[0].text: a text is needed, or a document." },
        { "verifiedBy: [Ada, Ben]", "verifiedBy: [Ada, Ben, Cleo]", "cases.yaml:11:17: cases[0].verifiedBy: none to two different names are allowed." },
        { "verifiedBy: [Ada, Ben]", "verifiedBy: [Ada, ada]", "cases.yaml:11:17: cases[0].verifiedBy: none to two different names are allowed." },
        { "verifiedBy: [Ada, Ben]", "verifiedBy: [\" \"]", "cases.yaml:11:17: cases[0].verifiedBy: none to two different names are allowed." },
        { "system: lims", "System: lims", "cases.yaml:9:7: cases[0].strata: dimensions and values of 1 to 50 small letters, digits or hyphens are allowed." },
        { "system: lims", "system: LIMS", "cases.yaml:9:7: cases[0].strata: dimensions and values of 1 to 50 small letters, digits or hyphens are allowed." },
        { "system: lims", "system: \"\"", "cases.yaml:9:7: cases[0].strata: dimensions and values of 1 to 50 small letters, digits or hyphens are allowed." },
        { "    expected:\n      category: 4\n", "", "cases.yaml:6:5: cases[0].expected: is missing: category, anyOf or components." },
        { "category: 4", "category: 2", "cases.yaml:13:17: cases[0].expected.category: found 2; 1, 3, 4 or 5 is needed; category 2 is retired." },
        { "category: 4", "category: 0", "cases.yaml:13:17: cases[0].expected.category: found 0; 1, 3, 4 or 5 is needed; category 2 is retired." },
        { "category: 4", "category: 4\n      anyOf: [3, 4]", "cases.yaml:13:7: cases[0].expected: exactly one of category, anyOf and components is needed." },
        { "      category: 4\n", "      anyOf: []\n", "cases.yaml:13:7: cases[0].expected: exactly one of category, anyOf and components is needed." },
        { "expected:\n      category: 4", "category: 4", "cases.yaml:6:5: cases[0].expected: is missing: category, anyOf or components." + "\n" + "cases.yaml:12:15: cases[0].category: found 4; an expected category stands under `expected`." },
        { "anyOf: [3, 4]", "anyOf: [3]", "cases.yaml:22:14: cases[1].expected.anyOf: two or more different categories are needed." },
        { "anyOf: [3, 4]", "anyOf: [3, 3]", "cases.yaml:22:14: cases[1].expected.anyOf: two or more different categories are needed." },
        { "anyOf: [3, 4]", "anyOf: [3, 2]", "cases.yaml:22:18: cases[1].expected.anyOf[1]: found 2; 1, 3, 4 or 5 is needed; category 2 is retired." },
        { "        - name: the database\n          category: 1\n", "", "cases.yaml:32:9: cases[2].expected.components: a hybrid has two or more components." },
        { "category: 5", "category: 6", "cases.yaml:32:11: cases[2].expected.components[0]: 1, 3, 4 or 5 is needed; category 2 is retired." },
        { "name: the scheduler", "name: The Scheduler", "cases.yaml:32:11: cases[2].expected.components[0]: the name of a component must stand in the text, letter for letter." },
        { "name: the scheduler", "name: \"\"", "cases.yaml:32:11: cases[2].expected.components[0]: the name of a component must stand in the text, letter for letter." },
        { "text: Limits are entered.", "text: Limits are entered.\n    requirements: [{id: R-1, text: It shall.}]", "cases.yaml:25:19: cases[1].requirements: only OQ cases list requirements." },
        { "text: Limits are entered.", "text: Limits are entered.\n    mustHave: [{requirement: R-1, check: c, terms: [a]}]", "cases.yaml:25:15: cases[1].mustHave: only OQ cases list must-have checks." },
        { "task: categorization", "task: categorisation", "cases.yaml:4:7: task: found categorisation; one of categorization, oq-generation is needed." },
        { "origin: human", "origin: model", "cases.yaml:10:13: cases[0].origin: found model; one of human, historical, ai-drafted is needed." },
        { "text: Workflows are configured.", "text: Workflows are configured.\n    document: urs.md", "cases.yaml:16:15: cases[0].document: stands beside a text; give one of the two." },
        { "    text: Workflows are configured.", "    document: missing.md", "cases.yaml:15:15: cases[0].document: missing.md: does not exist." },
        { "    text: Workflows are configured.", "    document: ../urs.md", "cases.yaml:15:15: cases[0].document: found \"../urs.md\"; a .md or .txt file beside or below the case file is needed." },
        { "    text: Workflows are configured.", "    document: /etc/urs.md", "cases.yaml:15:15: cases[0].document: found \"/etc/urs.md\"; a .md or .txt file beside or below the case file is needed." },
        { "    text: Workflows are configured.", "    document: sub\\urs.md", "cases.yaml:15:15: cases[0].document: found \"sub\\urs.md\"; a .md or .txt file beside or below the case file is needed." },
        { "    text: Workflows are configured.", "    document: ./urs.md", "cases.yaml:15:15: cases[0].document: found \"./urs.md\"; a .md or .txt file beside or below the case file is needed." },
        { "    text: Workflows are configured.", "    document: sub//urs.md", "cases.yaml:15:15: cases[0].document: found \"sub//urs.md\"; a .md or .txt file beside or below the case file is needed." },
        { "    text: Workflows are configured.", "    document: sub/../urs.md", "cases.yaml:15:15: cases[0].document: found \"sub/../urs.md\"; a .md or .txt file beside or below the case file is needed." },
        { "    text: Workflows are configured.", "    document: urs.pdf", "cases.yaml:15:15: cases[0].document: found \"urs.pdf\"; a .md or .txt file beside or below the case file is needed." },
        { "    text: Workflows are configured.", "    document: urs", "cases.yaml:15:15: cases[0].document: found \"urs\"; a .md or .txt file beside or below the case file is needed." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_of_a_categorization_case_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal(expected.Split('\n'), SmallCaseSet.FaultsOf(Faults.Change(SmallCaseSet.Categorization, from, to)));

    [Fact]
    public void The_set_itself_is_valid() => Assert.Equal(["C-1", "C-2", "C-3"], SmallCaseSet.Parse(SmallCaseSet.Categorization).Set.Cases.Select(testCase => testCase.Id));

    [Fact]
    public void A_set_without_cases_is_refused() => Assert.Equal(
        ["cases.yaml:5:8: cases: at least one case is needed."],
        SmallCaseSet.FaultsOf(string.Concat(SmallCaseSet.Categorization.AsSpan(0, SmallCaseSet.Categorization.IndexOf("cases:", StringComparison.Ordinal)), "cases: []\n")));

    [Fact]
    public void The_faults_of_several_cases_come_at_once_in_the_order_of_their_lines()
    {
        var text = Faults.Change(SmallCaseSet.Categorization, "category: 5", "category: five");
        text = Faults.Change(text, "anyOf: [3, 4]", "anyOf: [3]");
        text = Faults.Change(text, "title: One category", "title: \"\"");

        Assert.Equal(
            [
                "cases.yaml:7:12: cases[0].title: found \"\"; a title is needed.",
                "cases.yaml:22:14: cases[1].expected.anyOf: two or more different categories are needed.",
                "cases.yaml:33:21: cases[2].expected.components[0].category: found five; a whole number is needed.",
            ],
            SmallCaseSet.FaultsOf(text).Where(fault => !fault.Contains("components[0]: ", StringComparison.Ordinal)));
    }
}
