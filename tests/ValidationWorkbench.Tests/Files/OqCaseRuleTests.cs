using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class OqCaseRuleTests
{
    /// <summary>What stands in the valid plan, what is put in its place, and the faults that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "category: 4", "category: 2", "cases.yaml:11:15: cases[0].category: found 2; 1, 3, 4 or 5 is needed; category 2 is retired." },
        { "    category: 4\n", "", "cases.yaml:6:5: cases[0].category: 1, 3, 4 or 5 is needed; category 2 is retired." },
        { "category: 4", "expected: {category: 4}", "cases.yaml:6:5: cases[0].category: 1, 3, 4 or 5 is needed; category 2 is retired." + "\n" + "cases.yaml:11:15: cases[0].expected: an OQ case has no expected category." },
        { "    requirements:\n      - id: R-1\n        text: The account shall lock after 5 attempts.\n      - id: R-2\n        text: The session shall lock after 15 minutes.\n", "", "cases.yaml:6:5: cases[0].requirements: at least one requirement is needed, listed or in the text as a line that begins with its id and a colon." + "\n" + "cases.yaml:15:9: cases[0].mustHave[0]: found \"R-1\"; the id of a requirement of this case is needed." },
        { "id: R-2", "id: R-1", "cases.yaml:15:7: cases[0].requirements: requirement ids must be unique within the case." },
        { "id: R-2", "id: \"\"", "cases.yaml:17:9: cases[0].requirements[1]: an id and a text are needed." },
        { "text: The session shall lock after 15 minutes.", "text: \"\"", "cases.yaml:17:9: cases[0].requirements[1]: an id and a text are needed." },
        { "requirement: R-1", "requirement: R-9", "cases.yaml:20:9: cases[0].mustHave[0]: found \"R-9\"; the id of a requirement of this case is needed." },
        { "terms: [\"5|five\", lock]", "terms: []", "cases.yaml:20:9: cases[0].mustHave[0]: at least one term is needed." },
        { "terms: [\"5|five\", lock]", "terms: [\"|\", lock]", "cases.yaml:20:9: cases[0].mustHave[0]: at least one term is needed." },
        { "rationale: The lock must be challenged.", "rationale: \"\"", "cases.yaml:12:16: cases[0].rationale: found \"\"; a reason for the expected answer is needed." },
        { "id: Q-1", "id: Q 1", "cases.yaml:6:9: cases[0].id: found \"Q 1\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit." },
        { "    check: Five wrong passwords lock the account.", "    tests: none", "cases.yaml:20:9: cases[0].mustHave[0].check: is missing; a text is needed." + "\n" + "cases.yaml:21:9: cases[0].mustHave[0].tests: unknown key; allowed here: requirement, check, terms." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_of_an_OQ_case_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal(expected.Split('\n'), SmallCaseSet.FaultsOf(Faults.Change(SmallCaseSet.Oq, from, to)));

    [Fact]
    public void Listed_requirements_are_taken_as_they_stand()
    {
        var testCase = Assert.Single(SmallCaseSet.Parse(SmallCaseSet.Oq).Set.Cases);

        Assert.False(testCase.RequirementsInText);
        Assert.Equal(["R-1", "R-2"], testCase.Requirements.Select(requirement => requirement.Id));
    }

    [Fact]
    public void Requirements_that_are_not_listed_are_read_from_the_text()
    {
        const string listed = "    requirements:\n      - id: R-1\n        text: The account shall lock after 5 attempts.\n      - id: R-2\n        text: The session shall lock after 15 minutes.\n";
        var text = Faults.Change(SmallCaseSet.Oq, listed, string.Empty);
        text = Faults.Change(text, "text: Accounts are locked.", "text: |\n      Accounts are locked.\n      R-1: The account shall lock.\n      - **R-7**: It shall sign.");
        var testCase = Assert.Single(SmallCaseSet.Parse(text).Set.Cases);

        Assert.True(testCase.RequirementsInText);
        Assert.Equal([("R-1", "The account shall lock."), ("R-7", "It shall sign.")], testCase.Requirements.Select(requirement => (requirement.Id, requirement.Text)));
    }
}
