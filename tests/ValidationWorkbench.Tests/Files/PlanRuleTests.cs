using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanRuleTests
{
    /// <summary>What stands in the valid plan, what is put in its place, and the faults that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "plan/1", "plan/2", "plan.yaml:1:9: format: found \"validation-workbench/plan/2\"; this version reads validation-workbench/plan/1." },
        { "id: VP-1", "id: -VP", "plan.yaml:2:5: id: found \"-VP\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit." },
        { "title: Small plan", "title: \"\"", "plan.yaml:3:8: title: found \"\"; a title is needed." },
        { "version: \"1.0\"", "version: \" \"", "plan.yaml:4:10: version: found \" \"; a version is needed." },
        { "organisation: Test site", "organisation: \"\"", "plan.yaml:5:15: organisation: found \"\"; the company or site is needed." },
        { "purpose: Sort systems.", "purpose: \"\"", "plan.yaml:7:12: contextOfUse.purpose: found \"\"; say what the model is used for." },
        { "reviewedBy: a reviewer", "reviewedBy: \"\"", "plan.yaml:9:15: contextOfUse.reviewedBy: found \"\"; say who reviews each output before it is used." },
        { "repeats: 3", "repeats: 2", "plan.yaml:52:10: repeats: found 2; an odd number from 1 to 25 is needed." },
        { "repeats: 3", "repeats: 0", "plan.yaml:52:10: repeats: found 0; an odd number from 1 to 25 is needed." },
        { "repeats: 3", "repeats: 27", "plan.yaml:52:10: repeats: found 27; an odd number from 1 to 25 is needed." },
        { "concurrency: 4", "concurrency: 0", "plan.yaml:55:16: execution.concurrency: found 0; a number from 1 to 1024 is needed." },
        { "concurrency: 4", "concurrency: 1025", "plan.yaml:55:16: execution.concurrency: found 1025; a number from 1 to 1024 is needed." },
        { "maxAttempts: 2", "maxAttempts: 0", "plan.yaml:56:16: execution.maxAttempts: found 0; a number from 1 to 5 is needed." },
        { "maxAttempts: 2", "maxAttempts: 2\n  maxWaitSeconds: -1", "plan.yaml:57:19: execution.maxWaitSeconds: found -1; a number of seconds from 0 to 3600 is needed." },
        { "maxAttempts: 2", "maxAttempts: 6", "plan.yaml:56:16: execution.maxAttempts: found 6; a number from 1 to 5 is needed." },
        { "maxErrorShare: 0.05", "maxErrorShare: -0.01", "plan.yaml:57:18: execution.maxErrorShare: found -0.01; a share from 0 to 1 is needed." },
        { "maxErrorShare: 0.05", "maxErrorShare: 1.01", "plan.yaml:57:18: execution.maxErrorShare: found 1.01; a share from 0 to 1 is needed." },
        { "stopAfterConsecutiveErrors: 20", "stopAfterConsecutiveErrors: 0", "plan.yaml:58:31: execution.stopAfterConsecutiveErrors: found 0; a positive number is needed." },
        { "maxTokens: 1000000", "maxTokens: 0", "plan.yaml:60:14: budgets.maxTokens: found 0; a positive number of tokens is needed, or no such line." },
        { "maxCost: 9.5", "maxCost: 0", "plan.yaml:61:12: budgets.maxCost: found 0; a positive amount is needed, or no such line." },
        { "maxMinutes: 45", "maxMinutes: -1", "plan.yaml:62:15: budgets.maxMinutes: found -1; a positive number of minutes is needed, or no such line." },
        { "prompts/categorization.md", "/prompts/categorization.md", "plan.yaml:42:11: prompts.categorization.path: found \"/prompts/categorization.md\"; a path relative to the plan, with forward slashes, is needed." },
        { "prompts/categorization.md", "prompts\\categorization.md", "plan.yaml:42:11: prompts.categorization.path: found \"prompts\\categorization.md\"; a path relative to the plan, with forward slashes, is needed." },
        { "path: prompts/oq.md", "path: \"\"", "plan.yaml:45:11: prompts.oqGeneration.path: found \"\"; a path relative to the plan, with forward slashes, is needed." },
        { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "plan.yaml:43:13: prompts.categorization.sha256: found \"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\"; a SHA-256 of 64 lower-case hex digits is needed; `validate cases check FILE` prints it." },
        { "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "bbbb", "plan.yaml:46:13: prompts.oqGeneration.sha256: found \"bbbb\"; a SHA-256 of 64 lower-case hex digits is needed; `validate cases check FILE` prints it." },
        { "path: cases/one.yaml", "path: /cases/one.yaml", "plan.yaml:48:11: caseSets[0].path: found \"/cases/one.yaml\"; a path relative to the plan, with forward slashes, is needed." },
        { "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd", "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddg", "plan.yaml:51:13: caseSets[1].sha256: found \"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd…\"; a SHA-256 of 64 lower-case hex digits is needed; `validate cases check FILE` prints it." },
        { "caseSets:\n  - path: cases/one.yaml\n    sha256: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc\n  - path: cases/two.yaml\n    sha256: dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd", "caseSets: []", "plan.yaml:47:11: caseSets: at least one case set is needed." },
        { "baseline: old", "baseline: older", "plan.yaml:38:11: baseline: found \"older\"; one of the models is needed: old, new." },
        { "candidates: [new]", "candidates: []", "plan.yaml:39:13: candidates: at least one candidate is needed." },
        { "candidates: [new]", "candidates: [new, newer]", "plan.yaml:39:19: candidates[1]: found \"newer\"; one of the models is needed: old, new." },
        { "cases/two.yaml", "cases/one.yaml", "plan.yaml:50:11: caseSets[1].path: found \"cases/one.yaml\" a second time; each must be unique." },
        { "id: URS-2\n    text", "id: URS-1\n    text", "plan.yaml:69:9: requirements[1].id: found \"URS-1\" a second time; each must be unique." + "\n" + "plan.yaml:85:18: criteria[1].requirement: found \"URS-2\"; the id of a requirement of this plan is needed." + "\n" + "plan.yaml:94:18: criteria[2].requirement: found \"URS-2\"; the id of a requirement of this plan is needed." + "\n" + "plan.yaml:102:18: criteria[3].requirement: found \"URS-2\"; the id of a requirement of this plan is needed." },
        { "id: AC-2", "id: AC-1", "plan.yaml:83:9: criteria[1].id: found \"AC-1\" a second time; each must be unique." },
        { "name: new", "name: old", "plan.yaml:28:11: models[1].name: found \"old\" a second time; each must be unique." + "\n" + "plan.yaml:39:14: candidates[0]: found \"new\"; one of the models is needed: old, old." },
        { "id: URS-1\n    text", "id: \"URS 1\"\n    text", "plan.yaml:64:9: requirements[0].id: found \"URS 1\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit." + "\n" + "plan.yaml:77:18: criteria[0].requirement: found \"URS-1\"; the id of a requirement of this plan is needed." },
        { "text: The category shall be right.", "text: \"\"", "plan.yaml:65:11: requirements[0].text: found \"\"; a testable statement is needed." },
        { "rationale: Too low a category misleads.", "rationale: \"\"", "plan.yaml:66:16: requirements[0].rationale: found \"\"; a reason is needed." },
        { "name: to be named", "name: \"\"", "plan.yaml:114:11: signatories[0].name: found \"\"; a name is needed, or \"to be named\"." },
        { "role: Quality Assurance", "role: \"\"", "plan.yaml:115:11: signatories[0].role: found \"\"; a role is needed." },
        { "signatories:\n  - name: to be named\n    role: Quality Assurance\n    meaning: approved", "signatories: []", "plan.yaml:113:14: signatories: at least one signatory is needed." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_of_a_plan_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal(expected.Split('\n'), SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text, from, to)));
}
