using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

/// <summary>A right answer is category 4, a wrong one 5, one that is too low 3.</summary>
public sealed class ProductionDriftTests
{
    private static readonly MonitoredRun Reference = Make.Run("R-1", (60, "RRR"), (60, "WWW"), (60, "LLL"));

    [Fact]
    public void The_same_mix_in_enough_answers_is_stable()
    {
        var decision = Decide(Answers(("4", 100), ("5", 100), ("3", 100)));
        Assert.Equal("STABLE", decision.Word);
        Assert.StartsWith("category mix: no shift at level 0.01 (chi-square 0.00 with 2 df, p = 1)", decision.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_mix_is_an_alert_and_never_more()
    {
        var decision = Decide(Answers(("4", 250), ("5", 30), ("3", 20)));
        Assert.Equal("ALERT", decision.Word);
        Assert.StartsWith("category mix: another mix than in the reference (chi-square ", decision.Reasons[0], StringComparison.Ordinal);
        Assert.Contains(decision.Reasons, reason => reason.StartsWith("category mix: stability index ", StringComparison.Ordinal));
    }

    [Fact]
    public void Few_answers_cannot_tell()
    {
        var decision = Decide(Answers(("4", 10), ("5", 10), ("3", 10)));
        Assert.Equal("ALERT", decision.Word);
        Assert.Equal(
            "category mix: 180 cases and 30 answers cannot tell a stability index of 0.1 from chance (critical value 0.233); 90 answers would do", decision.Reasons[0]);
    }

    [Fact]
    public void The_limits_of_the_plan_decide()
    {
        // Chi-square 8.51 with 2 df, p = 0.0142; stability index 0.077; its critical value with 180 and 300 is 0.053.
        var answers = Answers(("4", 140), ("5", 85), ("3", 75));
        DriftDecision By(DriftPlan limits) => DriftRule.Decide(ProductionDrift.Of(Reference.Limited(limits), answers).Evidence);
        Assert.Equal("STABLE", By(DriftPlan.Default).Word);
        var strict = By(DriftPlan.Default with { ProductionLevel = 0.05 }).Reasons[0];
        Assert.StartsWith("category mix: another mix", strict, StringComparison.Ordinal);
        Assert.Contains("; from 0.06 on it is a trigger", By(DriftPlan.Default with { StabilityIndex = 0.06 }).Reasons[0], StringComparison.Ordinal);
        var finer = By(DriftPlan.Default with { StabilityIndex = 0.05 }).Reasons[0];
        Assert.Contains("cannot tell a stability index of 0.05 from chance", finer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("7")]
    [InlineData("Category 4")]
    [InlineData("Undecided")]
    public void A_label_that_is_no_category_is_named(string label)
    {
        var decision = Decide(Answers(("4", 100), ("5", 100), ("3", 100), (label, 1)));
        Assert.Equal("ALERT", decision.Word);
        Assert.Equal($"production holds labels that are no category: \"{label}\" (1)", decision.Reasons[0]);
    }

    [Fact]
    public void Not_to_decide_is_an_answer_of_its_own()
    {
        var drift = ProductionDrift.Of(Make.Run("R-1", (60, "RRR"), (60, "UUU")), Answers(("4", 100), ("undecided", 100)));
        Assert.Equal(60, drift.Categories.Single(category => category.Label == "undecided").Reference);
        Assert.Equal("STABLE", DriftRule.Decide(drift.Evidence).Word);
    }

    [Fact]
    public void A_case_counts_once_by_the_category_of_most_repeats()
    {
        // 4, 5 (two of three), a tie of three, unreadable, no answer twice.
        var drift = ProductionDrift.Of(Make.Run("R-1", (1, "RRR"), (1, "WRW"), (1, "RWL"), (1, "XXR"), (1, "--R")), Answers(("4", 1)));
        Assert.Equal((1, 1, 3), (Count(drift, "4"), Count(drift, "5"), drift.ReferenceWithout));
        Assert.Equal(2, drift.ReferenceCases);
    }

    [Fact]
    public void One_category_only_is_no_mix() => Assert.Equal(
        ["category mix: one category only, so there is no mix to compare"], ProductionDrift.Of(Make.Run("R-1", (100, "RRR")), Answers(("4", 300))).Evidence.CannotTell);

    [Fact]
    public void Confidences_are_compared_by_the_first_repeat_of_each_case()
    {
        // The first repeat states what production states; the others do not.
        var reference = Reference.Stating((place, repeat) => repeat == 1 ? place / 180.0 : 0.5);
        var drift = ProductionDrift.Of(reference, [.. Enumerable.Range(0, 180).Select(i => new ProductionAnswer(new[] { "4", "5", "3" }[i / 60], i / 180.0, null))]);
        Assert.Equal((180, 180, 0.0, 1.0), (drift.Confidence.Reference, drift.Confidence.Production, drift.Confidence.D!.Value, drift.Confidence.P!.Value));
        Assert.Equal("STABLE", DriftRule.Decide(drift.Evidence).Word);
    }

    [Fact]
    public void Confidences_from_elsewhere_are_a_trigger()
    {
        var reference = Reference.Stating((_, _) => 0.9);
        var drift = ProductionDrift.Of(reference, [.. Answers(("4", 100), ("5", 100), ("3", 100)).Select(answer => answer with { Confidence = 0.6 })]);
        Assert.Equal("stated confidence: another distribution than in the reference (D 1, p < 0.0001)", Assert.Single(drift.Evidence.Triggers));
    }

    [Theory]
    [InlineData(0, "stated confidence: not compared: 180 of 180 cases of the reference and 0 of 300 answers state one")]
    [InlineData(3, "stated confidence: compared for 3 of 300 answers only; the others state none")]
    public void Confidences_that_are_missing_are_said_to_be(int stated, string expected)
    {
        var decision = DriftRule.Decide(ProductionDrift.Of(
            Reference.Stating((_, _) => 0.9), [.. Answers(("4", 100), ("5", 100), ("3", 100)).Select((answer, i) => i < stated ? answer with { Confidence = 0.9 } : answer)]).Evidence);
        Assert.Equal(("STABLE", expected), (decision.Word, decision.Reasons[^1]));
    }

    [Fact]
    public void Answers_from_the_future_are_an_alert()
    {
        List<ProductionAnswer> answers = [.. Answers(("4", 100), ("5", 100), ("3", 98)), new("3", null, 60_000_000), new("3", null, 60_000_001)];
        Assert.Equal("STABLE", DriftRule.Decide(ProductionDrift.Of(Reference, answers, 60_000_001).Evidence).Word);
        var decision = DriftRule.Decide(ProductionDrift.Of(Reference, answers, 60_000_000).Evidence);
        Assert.Equal(
            ("ALERT", "answers dated later than this check: 1 of 300, the last at 1970-01-01 00:01:00 UTC; a clock or the file is wrong"), (decision.Word, decision.Reasons[0]));
    }

    [Fact]
    public void The_period_runs_from_the_first_to_the_last_time()
    {
        var drift = ProductionDrift.Of(Reference, [new("4", null, 60_000_000), new("4", null, 0), new("4", null, null)]);
        Assert.Equal(("1970-01-01 00:00:00 UTC", "1970-01-01 00:01:00 UTC"), (drift.From, drift.To));
    }

    [Fact]
    public void Whatever_production_holds_the_model_is_never_said_to_be_worse()
    {
        var random = new SplitMix64(7);
        string[] labels = ["1", "3", "4", "5", "undecided", "2", "x"];
        for (var round = 0; round < 20; round++)
        {
            var answers = labels.Take(1 + random.NextIndex(labels.Length)).SelectMany(label => Answers((label, random.NextIndex(30)))).ToList();
            var drift = ProductionDrift.Of(Reference, answers);
            Assert.Equal(answers.Count, drift.Answers);
            Assert.Empty(drift.Evidence.Worse);
            Assert.InRange(DriftRule.Decide(drift.Evidence).Outcome, DriftOutcome.Stable, DriftOutcome.Alert);
        }
    }

    private static DriftDecision Decide(IReadOnlyList<ProductionAnswer> answers) => DriftRule.Decide(ProductionDrift.Of(Reference, answers).Evidence);

    private static int Count(ProductionDrift drift, string label) => drift.Categories.Single(category => category.Label == label).Reference;

    private static List<ProductionAnswer> Answers(params (string Label, int Count)[] groups) => [.. groups.SelectMany(group => Enumerable.Repeat(new ProductionAnswer(group.Label, null, null), group.Count))];
}
