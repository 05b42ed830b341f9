using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanCriterionRuleTests
{
    /// <summary>What stands in the valid plan, what is put in its place, and the faults that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "id: AC-1", "id: \"1 %\"", "plan.yaml:75:9: criteria[0].id: found \"1 %\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit." },
        { "requirement: URS-1", "requirement: URS-9", "plan.yaml:77:18: criteria[0].requirement: found \"URS-9\"; the id of a requirement of this plan is needed." },
        { "kind: accuracy", "kind: non-inferiority", "plan.yaml:80:13: criteria[0].method: found clopper-pearson; non-inferiority is decided by tango." },
        { "kind: accuracy", "kind: suite-similarity", "plan.yaml:75:5: criteria[0].leastSelfSimilarity: a similarity above 0 and below 1 is needed, such as 0.6: below it the baseline is too unlike itself to be a yardstick.\nplan.yaml:80:13: criteria[0].method: found clopper-pearson; suite-similarity is decided by ceiling-ratio." },
        { "kind: accuracy", "kind: error-rate", "plan.yaml:79:11: criteria[0].unit: found case; error-rate is counted per call." },
        { "kind: latency", "kind: error-rate", "plan.yaml:90:14: criteria[1].seconds: found 2.5; only latency has seconds." },
        { "kind: requirement-coverage", "kind: schema-conformance", "plan.yaml:97:13: criteria[2].method: found gate; schema-conformance is decided by clopper-pearson." },
        { "kind: structure-conformance", "kind: reproducibility", "plan.yaml:108:16: criteria[3].caseLimit: found 0.85; this kind has no case limit." },
        { "kind: accuracy", "kind: expected-elements", "plan.yaml:75:5: criteria[0].caseLimit: a score above 0, at most 1, is needed." },
        { "kind: accuracy", "kind: latency", "plan.yaml:75:5: criteria[0].seconds: a positive number of seconds is needed." + "\n" + "plan.yaml:79:11: criteria[0].unit: found case; latency is counted per call." },
        { "limit: 0.95", "limit: 1", "plan.yaml:81:12: criteria[0].limit: found 1; a share from 0.000001 to 0.999999 is needed, such as 0.95." },
        { "limit: 0.95", "limit: 0", "plan.yaml:81:12: criteria[0].limit: found 0; a share from 0.000001 to 0.999999 is needed, such as 0.95." },
        { "limit: 1\n", "limit: 0.99\n", "plan.yaml:98:12: criteria[2].limit: found 0.99; a gate asks for every case: 1 is needed." },
        { "confidence: 0.97", "confidence: 0.5", "plan.yaml:82:17: criteria[0].confidence: found 0.5; a confidence above 0.5 and below 1 is needed, such as 0.95." },
        { "confidence: 0.97", "confidence: 1", "plan.yaml:82:17: criteria[0].confidence: found 1; a confidence above 0.5 and below 1 is needed, such as 0.95." },
        { "caseLimit: 0.85", "caseLimit: 0", "plan.yaml:108:16: criteria[3].caseLimit: found 0; a score above 0, at most 1, is needed." },
        { "caseLimit: 0.85", "caseLimit: 1.1", "plan.yaml:108:16: criteria[3].caseLimit: found 1.1; a score above 0, at most 1, is needed." },
        { "confidence: 0.97", "confidence: 0.97\n    caseLimit: 0.8", "plan.yaml:83:16: criteria[0].caseLimit: found 0.8; this kind has no case limit." },
        { "confidence: 0.97", "confidence: 0.97\n    seconds: 2", "plan.yaml:83:14: criteria[0].seconds: found 2; only latency has seconds." },
        { "confidence: 0.97", "confidence: 0.97\n    maxLargeShare: 0.05", "plan.yaml:83:20: criteria[0].maxLargeShare: found 0.05; only confidence has one." },
        { "    seconds: 2.5\n", "", "plan.yaml:83:5: criteria[1].seconds: a positive number of seconds is needed." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_of_a_criterion_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal(expected.Split('\n'), SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text, from, to)));
}
