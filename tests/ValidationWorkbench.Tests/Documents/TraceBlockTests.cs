using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks of the traceability matrix, both ways.</summary>
public sealed class TraceBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts(Linked(Make.Plan()), Make.Run());

    [Fact]
    public void Every_missing_link_is_a_gap() => Assert.Equal(
        [
            "URS-2 | GAP: no criterion of the plan covers it", "URS-3 | GAP: no function of the plan answers to it",
            "URS-3 | GAP: no risk of the plan has it at stake",
            "URS-4 | GAP: no risk of the plan has it at stake", "RA-2 | GAP: no control is named",
            "RA-2 | GAP: no criterion or procedure shows its controls",
        ],
        Make.Rows("trace-gaps", Facts).Where(row => !row.StartsWith("Standing risk", StringComparison.Ordinal)));

    [Fact]
    public void Standing_risks_that_the_plan_passes_over_are_gaps()
    {
        var gaps = Make.Rows("trace-gaps", Facts).Where(row => row.StartsWith("Standing risk", StringComparison.Ordinal)).ToList();

        Assert.Equal(12, gaps.Count);
        Assert.Contains("Standing risk: language or format shift | GAP: the risk assessment passes over it", gaps);
        Assert.DoesNotContain(gaps, gap => gap.Contains("prompt injection", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_without_functions_and_risks_says_so_once()
    {
        var rows = Make.Rows("trace-gaps", Make.Facts()).ToList();

        Assert.Contains("Functions | GAP: not stated in the plan; no requirement has a function", rows);
        Assert.Contains("Risks | GAP: not stated in the plan; no requirement has a risk", rows);
        Assert.Equal(3 + 13, rows.Count);
    }

    [Fact]
    public void A_plan_without_a_gap_says_that_none_was_found()
    {
        var plan = Make.Plan();
        string[] all = ["URS-1", "URS-2", "URS-3", "URS-4"];
        var whole = plan with
        {
            Criteria = [.. plan.Criteria, plan.Criteria[0] with { Id = "AC-3", Requirement = "URS-2" }],
            Functions = [Make.Function("FS-1", all)],
            Risks = [.. Enum.GetValues<StandingRisk>().Select(topic => Make.Risk($"RA-{topic}", all) with { Topic = topic })],
        };

        Assert.IsType<ParagraphPart>(Assert.Single(DocumentParts.Of("trace-gaps", Make.Facts(whole, Make.Run()))));
    }

    [Fact]
    public void Totals_add_up_to_all_requirements_and_all_criteria()
    {
        var table = Make.Table("trace-totals", Facts);
        int Sum(int column) => table.Rows.SkipLast(1).Sum(row => int.Parse(row[column], CultureInfo.InvariantCulture));

        Assert.Equal((4, 2), (Sum(2), Sum(3)));
        Assert.Equal(["All", "", "4", "2"], table.Rows[^1]);
        Assert.Equal(
            ["GAP 1 0", "covered-failed 1 1", "covered-undecided 0 1", "covered-not-executed 0 0", "not automatable (procedure) 1 0",
                "by record, no verdict 1 0", "covered-passed 0 0"],
            table.Rows.SkipLast(1).Select(row => $"{row[0]} {row[2]} {row[3]}"));
    }

    [Fact]
    public void Requirements_lead_to_results_and_what_asks_for_attention_comes_first() => Assert.Equal(
        [
            "URS-2 | FS-1 | prompt | RA-1 | none | – | GAP | –",
            "URS-1 | FS-1 | prompt | RA-1, RA-2 | AC-2 requirement-coverage | 0.0 %, n = 1: NO-GO | covered-failed | criterion not met; no "
                + "disposition on record",
            "URS-1 | FS-1 | prompt | RA-1, RA-2 | AC-1 accuracy | 66.7 %, bound ≥ 13.5 %, n = 3: UNDECIDED | covered-undecided | not decided; no "
                + "disposition on record",
            "URS-4 | none | none | none | none | – | not automatable (procedure) | –",
            "URS-3 | none | none | none | none | – | by record, no verdict | –",
        ],
        Make.Rows("trace-forward", Facts));

    [Fact]
    public void Criteria_risks_and_functions_lead_back_to_requirements() => Assert.Equal(
        [
            "AC-1 accuracy | URS-1 | FS-1 | RA-1 | covered-undecided", "AC-2 requirement-coverage | URS-1 | FS-1 | none | covered-failed",
            "RA-1 | URS-1, URS-2 | FS-1 | AC-1 accuracy: covered-undecided; procedure: review",
            "RA-2 | URS-1 | none | GAP: no criterion or procedure",
            "FS-1 | URS-1, URS-2 | prompt | RA-1",
        ],
        DocumentParts.Of("trace-backward", Facts).Cast<TablePart>().SelectMany(table => table.Rows).Select(row => string.Join(" | ", row)));

    [Fact]
    public void A_run_that_is_no_basis_for_judgement_decides_no_requirement()
    {
        var facts = Make.Facts(Make.Plan(), Make.Run()) with { Recommendation = new Recommendation(Outcome.Invalid, ["too many errors"], []) };

        Assert.All(facts.Assessment.Findings, finding => Assert.Equal(TraceState.CoveredUndecided, TraceMatrix.StateOf(finding, facts)));
    }

    [Fact]
    public void A_criterion_that_had_nothing_to_count_was_not_executed()
    {
        var criterion = Assessment.Make.Criterion(CriterionKind.Accuracy, 0.95)
            with
        { Stratum = new Dictionary<string, string> { ["shape"] = "none" } };
        var facts = Make.Facts(Make.Plan() with { Criteria = [criterion] }, Make.Run());

        Assert.Equal(TraceState.CoveredNotExecuted, TraceMatrix.Of(facts)[0].State);
        Assert.Equal(TraceState.CoveredNotExecuted, TraceMatrix.StateOf(null, facts));
    }

    [Fact]
    public void Dispositions_stand_beside_the_criterion_of_critical_differences()
    {
        var plan = Make.Plan() with
        {
            Criteria = [
            Assessment.Make.Criterion(CriterionKind.CriticalTokens, 1) with { Method = CriterionMethod.Gate }]
        };
        var run = Make.Run();
        var differences = new[] { new Disposition(true, "A", "r"), null }
            .Select((disposition, i) => Difference($"at most {i}") with { Disposition = disposition }).ToList();
        var facts = Make.Facts(plan, new ScoredRun(run.Cases, 3, run.Scores, run.Calls, new Dictionary<string, SuiteLikeness>
        {
            ["Q-1"] = new SuiteLikeness(1, 1, 1) { Differences = differences },
        }));

        Assert.Contains("2 differences: 1 open, 1 acceptable, 0 not acceptable", Make.Rows("trace-forward", facts)
            .Single(row => row.Contains("critical-tokens", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    private static StepDifference Difference(string text) => new(text, "other", [], []);

    private static ValidationPlan Linked(ValidationPlan plan) => plan with
    {
        Functions = [Make.Function("FS-1", "URS-1", "URS-2")],
        Risks =
        [
            Make.Risk("RA-1", "URS-1", "URS-2") with { Topic = StandingRisk.PromptInjection, Function = "FS-1",
                Tests = ["AC-1", "procedure: review"] },
            Make.Risk("RA-2", "URS-1") with { Controls = [], Tests = [] },
        ],
    };
}
