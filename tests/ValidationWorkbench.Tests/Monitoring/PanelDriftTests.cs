using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class PanelDriftTests
{
    [Theory]
    [InlineData(73, "STABLE")] // z^2 / (n + z^2) is just below 5 points
    [InlineData(72, "ALERT")]
    public void A_panel_that_answers_as_before_is_stable_once_it_is_large_enough(int cases, string expected) =>
        Assert.Equal(expected, Decide(Make.Run("R-1", (cases, "RRR")), Make.Run("R-2", (cases, "RRR"))).Word);

    [Fact]
    public void A_shown_loss_is_revalidate()
    {
        var decision = Decide(Make.Run("R-1", (100, "RRR")), Make.Run("R-2", (30, "WWW"), (70, "RRR")));
        Assert.Equal("REVALIDATE", decision.Word);
        Assert.StartsWith("categorization: shown to be worse than the margin: 0 cases improved, 30 regressed of 100;", decision.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void More_changed_verdicts_than_the_scatter_explains_are_a_trigger_whatever_their_direction()
    {
        // Ten gains and ten losses cancel in the mean, and the margin is ruled out.
        var decision = Decide(Make.Run("R-1", (10, "WWW"), (490, "RRR")), Make.Run("R-2", (10, "RRR"), (10, "WWW"), (480, "RRR")));
        Assert.Equal("ALERT", decision.Word);
        Assert.Equal("categorization: 20 verdicts changed, where the scatter of the repeats explains 2.0 (p < 0.0001)", decision.Reasons[0]);
        Assert.StartsWith("categorization: not worse than the margin", decision.Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fall_of_the_mean_beyond_the_noise_within_cases_is_a_trigger()
    {
        var reference = Make.Run("R-1", (1, "RRW"), (499, "RRR"));
        var drift = PanelDrift.Of(reference, Make.Run("R-2", (1, "RRW"), (497, "RRR"), (2, "WWW")), RunSeries.None);
        Assert.StartsWith("categorization: mean case score -0.004, 4.2 standard deviations of the noise within cases", Assert.Single(drift.Evidence.Triggers), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hard_trigger_is_revalidate_whatever_the_answers()
    {
        var decision = Decide(Make.Run("R-1", (80, "RRR")), Make.Run("R-2", (80, "RRR")).WithCalls(call => call with { SystemFingerprint = "fp-2" }));
        Assert.Equal("REVALIDATE", decision.Word);
        Assert.Equal("revalidation assessment needed: system fingerprint was fp-1, is fp-2", decision.Reasons[0]);
    }

    [Fact]
    public void Another_seed_or_concurrency_is_no_trigger()
    {
        var drift = PanelDrift.Of(Make.Run("R-1", (80, "RRR")), Make.Run("R-2", (80, "RRR")).With(run => run with { Seed = 9, Concurrency = 1 }), RunSeries.None);
        Assert.Equal(2, drift.Differences.Count);
        Assert.Equal(DriftOutcome.Stable, DriftRule.Decide(drift.Evidence).Outcome);
    }

    [Fact]
    public void A_part_of_the_panel_cannot_speak_for_the_whole()
    {
        var decision = Decide(Make.Run("R-1", (90, "RRR")), Make.Run("R-2", (80, "RRR")));
        Assert.Equal("ALERT", decision.Word);
        Assert.Equal("not the same panel: 10 of 90 cases of the reference were changed or left out: C-81, C-82, C-83, C-84, C-85, C-86, C-87, C-88, C-89, C-90", decision.Reasons[0]);
    }

    [Fact]
    public void New_cases_take_nothing_away()
    {
        var drift = PanelDrift.Of(Make.Run("R-1", (80, "RRR")), Make.Run("R-2", (90, "RRR")), RunSeries.None);
        Assert.Equal("STABLE", DriftRule.Decide(drift.Evidence).Word);
        Assert.Contains("in the run only, with nothing to be compared with: 10 cases", drift.Notes);
    }

    [Fact]
    public void A_run_answered_from_a_recording_shows_nothing_about_the_model_of_today()
    {
        var decision = Decide(Make.Run("R-1", (100, "RRR")), Make.Run("R-2", (50, "WWW"), (50, "RRR")).With(run => run with { ReplayedFrom = Sha256Hex.Of("tape") }));
        Assert.Equal("ALERT", decision.Word);
        Assert.Contains("R-2 was answered from a recording, which says nothing about the model as it answers now", decision.Reasons);
    }

    [Fact]
    public void An_invalid_run_is_no_basis_for_revalidate_either()
    {
        var decision = Decide(Make.Run("R-1", (100, "RRR")), Make.Run("R-2", (50, "---"), (50, "RRR")) with { InvalidReasons = ["Candidate: 150 of 300 trials had no answer."] });
        Assert.Equal("ALERT", decision.Word);
        Assert.Contains("R-2 is INVALID and no basis for judgement: Candidate: 150 of 300 trials had no answer", decision.Reasons);
    }

    [Theory]
    [InlineData(30, 0, "STABLE")] // too few suites to rule out the margin, and nothing against them
    [InlineData(21, 9, "REVALIDATE")] // the upper limit of 9 losses of 30 is -15.2 points
    [InlineData(26, 4, "ALERT")] // the upper limit of 4 losses of 30 is -0.4 points: a loss, not shown to exceed the margin
    public void Suites_stand_beside_the_confirmatory_test(int right, int lost, string expected)
    {
        var reference = Make.RunOf("R-1", [.. Cases(80, "RRR"), .. Make.Suites((right + lost, "RRR"))]);
        var run = Make.RunOf("R-2", [.. Cases(80, "RRR"), .. Make.Suites((right, "RRR"), (lost, "CCC"))]);
        var drift = PanelDrift.Of(reference, run, RunSeries.None);
        Assert.Equal(expected, DriftRule.Decide(drift.Evidence).Word);
        Assert.Equal([true, false], drift.Tasks.Select(task => task.IsConfirmatory));
    }

    [Fact]
    public void A_panel_of_suites_alone_is_confirmed_by_them()
    {
        var drift = PanelDrift.Of(Make.RunOf("R-1", [.. Make.Suites((80, "RRR"))]), Make.RunOf("R-2", [.. Make.Suites((80, "RRR"))]), RunSeries.None);
        Assert.True(Assert.Single(drift.Tasks).IsConfirmatory);
        Assert.Equal("STABLE", DriftRule.Decide(drift.Evidence).Word);
    }

    [Fact]
    public void The_first_repeats_are_compared_where_the_runs_have_not_the_same_number()
    {
        var drift = PanelDrift.Of(Make.Run("R-1", (80, "RRRRW")), Make.Run("R-2", (80, "RRR")), RunSeries.None);
        Assert.Equal(80, drift.Tasks[0].Comparison.BothRight);
        Assert.Contains("5 repeats in the reference and 3 in the run: the first 3 of both are compared", drift.Notes);
    }

    [Fact]
    public void Stated_confidence_that_moved_is_a_trigger()
    {
        var reference = Make.Run("R-1", (80, "RRR")).Stating((place, _) => 0.9 - (0.001 * (place % 3)));
        var drift = PanelDrift.Of(reference, Make.Run("R-2", (80, "RRR")).Stating((place, _) => 0.7 + (0.001 * (place % 2))), RunSeries.None);
        Assert.StartsWith("categorization: mean stated confidence moved by -0.199, beyond 0.1", Assert.Single(drift.Evidence.Triggers), StringComparison.Ordinal);
        Assert.Equal("ALERT", DriftRule.Decide(drift.Evidence).Word);
    }

    [Fact]
    public void A_chart_that_signals_is_a_trigger()
    {
        double[] scores = [0.98, 1, 0.98, 1, 0.98, 1, 0.98, 1, 0.9];
        var series = scores.Select((score, i) => new SeriesRun(string.Create(CultureInfo.InvariantCulture, $"S-{i}"), new Dictionary<CaseTask, double> { [CaseTask.Categorization] = score })).ToList();
        var drift = PanelDrift.Of(Make.Run("R-1", (80, "RRR")), Make.Run("R-2", (80, "RRR")), new RunSeries(series, []));
        Assert.StartsWith("categorization: control chart beyond its limit", Assert.Single(drift.Evidence.Triggers), StringComparison.Ordinal);
        Assert.Null(PanelDrift.Of(Make.Run("R-1", (80, "RRR")), Make.Run("R-2", (80, "RRR")), RunSeries.None).Tasks[0].Chart);
    }

    [Fact]
    public void Runs_that_no_chart_is_made_of_are_named_with_the_reason()
    {
        var series = new RunSeries([], [new("R-0", "older than the reference"), new("R-3", "NO-GO"), new("R-4", "NO-GO")]);
        var drift = PanelDrift.Of(Make.Run("R-1", (80, "RRR")), Make.Run("R-5", (80, "RRR")), series);
        Assert.Equal("left out of the chart: R-0 (older than the reference); R-3, R-4 (NO-GO)", drift.Notes[^1]);
    }

    [Fact]
    public void Margin_and_confidence_are_those_of_the_plan_for_all_cases()
    {
        var plan = Documents.Make.Plan();
        var stratum = Assessment.Make.In(Assessment.Make.Criterion(CriterionKind.NonInferiority, 0.2, 0.9), "system", "lims");
        var whole = Assessment.Make.Criterion(CriterionKind.NonInferiority, 0.03, 0.99) with { Id = "AC-7" };
        var byDefault = new DriftSettings(DriftPlan.Default, DriftSettings.Default, DriftSettings.Default, DriftSettings.Default);
        Assert.Equal(byDefault, DriftSettings.Of(plan with { Criteria = [stratum] }));
        Assert.Equal(
            byDefault with { Limits = DriftPlan.Default with { Margin = 0.03, Confidence = 0.99 }, MarginSource = "AC-7 of plan VP-1" },
            DriftSettings.Of(plan with { Criteria = [stratum, whole] }));
        Assert.Equal(0.02, DriftSettings.Of(plan with { Criteria = [Assessment.Make.Criterion(CriterionKind.Confidence, 0.02)] }).Limits.StatedConfidence);
    }

    [Fact]
    public void A_drift_section_goes_before_the_criteria()
    {
        var limits = DriftPlan.Default with { Margin = 0.02 };
        var plan = Documents.Make.Plan() with { Criteria = [Assessment.Make.Criterion(CriterionKind.NonInferiority, 0.03)], Drift = limits };
        const string source = "drift section of plan VP-1";
        Assert.Equal(new DriftSettings(limits, source, source, source), DriftSettings.Of(plan));
    }

    [Fact]
    public void The_limits_of_the_plan_decide()
    {
        // Two of 500 lost: 4.2 standard deviations; 6 changed verdicts, p = 0.000001; a move of the confidence by 0.199.
        Assert.Equal(["mean case score", "verdicts changed", "stated confidence"], TriggersBy(DriftPlan.Default));
        Assert.Empty(TriggersBy(DriftPlan.Default with { MeanFall = 10, ChangedVerdicts = 1e-7, StatedConfidence = 0.3 }));

        var reference = Make.Run("R-1", (73, "RRR"));
        MonitoredRun With(double margin) => reference.Limited(DriftPlan.Default with { Margin = margin });
        Assert.Equal("STABLE", Decide(With(0.05), Make.Run("R-2", (73, "RRR"))).Word);
        Assert.Equal("ALERT", Decide(With(0.04), Make.Run("R-2", (73, "RRR"))).Word);
    }

    private static IEnumerable<string> TriggersBy(DriftPlan limits)
    {
        var reference = Make.Run("R-1", (1, "RRW"), (2, "WWW"), (497, "RRR")).Stating((place, _) => 0.9 - (0.001 * (place % 3)));
        var run = Make.Run("R-2", (1, "RRW"), (495, "RRR"), (4, "WWW")).Stating((place, _) => 0.7 + (0.001 * (place % 2)));
        var triggers = PanelDrift.Of(reference.Limited(limits), run, RunSeries.None).Evidence.Triggers;
        string[] words = ["mean case score", "verdicts changed", "stated confidence"];
        return triggers.Select(trigger => words.Single(word => trigger.Contains(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<(CaseTask Task, TestCase Case, string Letters)> Cases(int count, string letters) =>
        Enumerable.Range(1, count).Select(i => (CaseTask.Categorization, Assessment.Make.Case(i), letters));

    private static DriftDecision Decide(MonitoredRun reference, MonitoredRun run) => DriftRule.Decide(PanelDrift.Of(reference, run, RunSeries.None).Evidence);
}
