using ValidationWorkbench.Documents;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks that say what the plan fixed.</summary>
public sealed class PlanBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    [Fact]
    public void Signature_cells_stay_empty()
    {
        var table = Assert.IsType<SignaturePart>(DocumentParts.Of("approvals", Facts)[0]).ToTable();
        Assert.True(table.ForSigning);
        Assert.Equal(["Quality Assurance", "A. Person", "Approved", "", ""], Assert.Single(table.Rows));
    }

    [Fact]
    public void Requirements_say_how_they_are_verified() => Assert.Equal(
        [
            "URS-1 | Text of URS-1. | r | High | criterion", "URS-2 | Text of URS-2. | r | High | criterion", "URS-3 | Text of URS-3. | r | High | record",
            "URS-4 | Text of URS-4. | r | High | procedure (not by the tool)",
        ],
        Make.Rows("requirements", Facts));

    [Fact]
    public void A_requirement_without_its_criterion_is_a_gap_in_the_plan() => Assert.Equal(
        [
            "URS-1 | High | criterion | AC-1 accuracy, AC-2 requirement-coverage", "URS-2 | High | criterion | GAP: no criterion of the plan covers it", "URS-3 | High | record | –",
            "URS-4 | High | procedure (not by the tool) | –",
        ],
        Make.Rows("trace-plan", Facts));

    [Fact]
    public void Criteria_show_limit_confidence_and_method_and_a_gate_no_confidence() => Assert.Equal(
        ["AC-1 | accuracy | URS-1 | major | ≥ 95 % | 95 % | case | clopper-pearson", "AC-2 | requirement-coverage | URS-1 | major | every case | – | case | gate"], Make.Rows("criteria", Facts));

    [Fact]
    public void Limits_of_drift_checks_follow_where_the_plan_fixes_them()
    {
        var parts = DocumentParts.Of("criteria", Make.Facts(Make.Plan() with { Drift = DriftPlan.Default }, Make.Run()));
        Assert.Equal(2, parts.Count);
        Assert.Equal(
            [
                "Loss to be ruled out | 5 % at 97.5 %", "Move of stated confidence | 0.1",
                "Triggers, later run | mean case score down by 3 standard deviations, changed verdicts with p ≤ 0.001, charts of 8 accepted runs beyond L 2.962 or h 4",
                "Triggers, production | tests at level 0.01, stability index 0.1",
            ],
            Assert.IsType<TablePart>(parts[1]).Rows.Select(row => string.Join(" | ", row)));
    }

    [Fact]
    public void The_context_says_whether_the_use_is_critical()
    {
        Assert.Contains(FactsOf("context-of-use", Make.Facts()), fact => fact.Value.StartsWith("Not critical:", StringComparison.Ordinal));
        Assert.Contains(FactsOf("context-of-use", Make.Facts(critical: true)), fact => fact.Value.StartsWith("Critical:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_without_items_says_so()
    {
        Assert.Equal([new TextRun("URS")], Assert.Single(Assert.IsType<ListPart>(Assert.Single(DocumentParts.Of("in-scope", Facts))).Items));
        Assert.Equal([new TextRun("None stated in the plan.")], Assert.IsType<ParagraphPart>(Assert.Single(DocumentParts.Of("out-of-scope", Facts))).Runs);
    }

    [Fact]
    public void The_revision_is_the_draft_from_this_run() =>
        Assert.Equal(["1.2 | 2026-11-21 07:50:12 UTC | Draft generated from the records of run R-1."], Make.Rows("revision-history", Facts));

    private static IReadOnlyList<(string Name, string Value)> FactsOf(string block, DocumentFacts facts) => Assert.IsType<FactsPart>(Assert.Single(DocumentParts.Of(block, facts))).Facts;
}
