using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Everything that is computed from the scores of a run.</summary>
public sealed class RunAssessmentTests
{
    private static readonly ScoredRun Run = Make.Run(
    [
        (CaseTask.Categorization, Make.Case(1, ("system", "lims")), "RRR", "RWR"),
        (CaseTask.Categorization, Make.Case(2), "RR-", "RRR"),
        (CaseTask.OqGeneration, Make.Case(3), "RSC", "RRR"),
    ]);

    [Fact]
    public void Severe_criteria_come_first_gates_before_bounds_then_the_plans_order()
    {
        AcceptanceCriterion[] criteria =
        [
            Named("minor", Severity.Minor), Named("major", Severity.Major), Named("critical 1", Severity.Critical), Named("major gate", Severity.Major, CriterionKind.RequirementCoverage),
            Named("critical 2", Severity.Critical), Named("critical gate", Severity.Critical, CriterionKind.RequirementCoverage),
        ];
        var assessment = RunAssessment.Of(criteria, Run, []);
        Assert.Equal(["critical gate", "critical 1", "critical 2", "major gate", "major", "minor"], assessment.Findings.Select(finding => finding.Criterion.Id));
    }

    [Fact]
    public void Tasks_are_compared_apart()
    {
        var assessment = RunAssessment.Of([], Run, []);
        Assert.Equal((2, 1), (assessment.Categorization.N, assessment.OqGeneration.N));
        Assert.Equal(["C-2"], assessment.Categorization.Improved);
        Assert.Equal(["C-1"], assessment.Categorization.Regressed);
        Assert.Equal(["C-3"], assessment.OqGeneration.Improved);
    }

    [Fact]
    public void Disagreements_list_the_decisions_in_order_baseline_first_and_categories_only()
    {
        var rows = RunAssessment.Of([], Run, []).Disagreements.Select(row => (row.CaseId, row.Role, string.Join(' ', row.Decisions)));
        Assert.Equal([("C-2", ModelRole.Baseline, "4 4 (no answer)"), ("C-1", ModelRole.Candidate, "4 5 4")], rows);
    }

    [Fact]
    public void Quotes_are_added_up_by_model()
    {
        var scores = Run.Scores.Select(score => score with { QuotesGiven = score.Key.Role == ModelRole.Baseline ? 2 : 3, QuotesFound = 1 });
        var assessment = RunAssessment.Of([], new ScoredRun(Run.Cases, 3, scores, [], Run.Likeness), []);
        Assert.Equal([(16, 8), (27, 9)], assessment.Quotes);
    }

    [Fact]
    public void Matrices_strata_and_totals_are_there()
    {
        ModelTotals[] totals = [new(ModelRole.Baseline, 9, 6, 2, 0, 1, 0), new(ModelRole.Candidate, 9, 8, 1, 0, 0, 0)];
        var assessment = RunAssessment.Of([], Run, totals);
        Assert.Equal((2, 1), (assessment.Confusion.Count, assessment.Strata.Count));
        Assert.Same(totals, assessment.Totals);
        Assert.Equal(new ModelTotals(ModelRole.Baseline, 18, 14, 3, 0, 1, 0), totals[0] + totals[1]);
    }

    private static AcceptanceCriterion Named(string id, Severity severity, CriterionKind kind = CriterionKind.Accuracy) => Make.Criterion(kind, 0.9) with { Id = id, Severity = severity };
}
