using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Criteria and rows of strata.</summary>
public sealed class StratumTests
{
    private static readonly ScoredRun Run = Make.Run(
    [
        (CaseTask.Categorization, Make.Case(1, ("system", "lims"), ("shape", "single")), "RRR", "RRR"),
        (CaseTask.Categorization, Make.Case(2, ("system", "lims"), ("shape", "hybrid")), "RRR", "RWR"),
        (CaseTask.Categorization, Make.Case(3, ("system", "mes"), ("shape", "hybrid")), "RRW", "RRR"),
        (CaseTask.OqGeneration, Make.Case(4, ("system", "lims")), "RRR", "RRR"),
        (CaseTask.Categorization, Make.Case(5), "RRR", "RRR"),
    ]);

    [Theory]
    [InlineData("system", "lims", 2)]
    [InlineData("system", "mes", 1)]
    [InlineData("system", "LIMS", 0)]
    [InlineData("systems", "lims", 0)]
    public void A_criterion_of_a_stratum_counts_its_cases_only(string dimension, string value, int n) =>
        Assert.Equal(n, CriterionAssessor.Assess(Make.Criterion(CriterionKind.Accuracy, 0.9).In(dimension, value), Run).N);

    [Fact]
    public void A_case_must_carry_every_stratum_of_a_criterion()
    {
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.Accuracy, 0.9).In("system", "lims").In("shape", "hybrid"), Run);
        Assert.Equal((1, 0d), (finding.N, finding.Observed));
    }

    [Theory]
    [InlineData(CriterionKind.UnderCategorization, 2)]
    [InlineData(CriterionKind.NonInferiority, 2)]
    [InlineData(CriterionKind.Reproducibility, 2)]
    [InlineData(CriterionKind.SchemaConformance, 3)]
    [InlineData(CriterionKind.RequirementCoverage, 1)]
    [InlineData(CriterionKind.StructureConformance, 1)]
    [InlineData(CriterionKind.ExpectedElements, 1)]
    public void Every_kind_heeds_its_stratum(CriterionKind kind, int n) => Assert.Equal(n, CriterionAssessor.Assess(Make.Criterion(kind, 0.9).In("system", "lims"), Run).N);

    [Fact]
    public void Calls_are_picked_by_the_strata_of_their_cases()
    {
        CallFact[] calls = [Call("C-1", ModelRole.Candidate), Call("C-2", ModelRole.Candidate), Call("C-3", ModelRole.Candidate), Call("C-4", ModelRole.Candidate), Call("C-1", ModelRole.Baseline)];
        var run = new ScoredRun(Run.Cases, 3, Run.Scores, calls, Run.Likeness);
        Assert.Equal(3, CriterionAssessor.Assess(Make.Criterion(CriterionKind.ErrorRate, 0.1).In("system", "lims"), run).N);
        Assert.Equal(4, CriterionAssessor.Assess(Make.Criterion(CriterionKind.ErrorRate, 0.1), run).N);
    }

    [Fact]
    public void Rows_list_every_stratum_of_every_task_in_order()
    {
        var rows = StratumRow.All(Run, null);
        Assert.Equal(
            [
                ("shape", "hybrid", CaseTask.Categorization, 2, 1, 1), ("shape", "single", CaseTask.Categorization, 1, 1, 1), ("system", "lims", CaseTask.Categorization, 2, 2, 1),
                ("system", "mes", CaseTask.Categorization, 1, 0, 1), ("system", "lims", CaseTask.OqGeneration, 1, 1, 1),
            ],
            rows.Select(row => (row.Dimension, row.Value, row.Task, row.N, row.BaselineRight, row.CandidateRight)));

        // R binom.test: 1 of 1 has the lower bound 0.05; 1 of 2 has 1 - sqrt(0.95).
        Assert.Equal(0.05, rows[1].CandidateLower, 1e-12);
        Assert.Equal(1 - Math.Sqrt(0.95), rows[0].CandidateLower, 1e-12);
    }

    private static CallFact Call(string caseId, ModelRole role) => new(caseId, role, true, TimeSpan.FromSeconds(1));
}
