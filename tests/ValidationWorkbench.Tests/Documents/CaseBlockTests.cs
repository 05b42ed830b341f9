using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Documents;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks that go down to single cases.</summary>
public sealed class CaseBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();
    private static readonly ScoredRun Right = new(Make.Run().Cases, 3, Make.Run().Cases.SelectMany(entry => Both(entry.Task, entry.Case.Id)), [], new Dictionary<string, SuiteLikeness>());

    [Fact]
    public void Regressed_and_improved_cases_are_listed_with_the_reasons_of_both_models()
    {
        var tables = DocumentParts.Of("comparison", Facts).OfType<TablePart>().ToList();
        Assert.Equal(["categorization | 3 | 1 | 1 | 1 | 0", "oq-generation | 1 | 0 | 0 | 1 | 0"], tables[0].Rows.Select(Line));
        Assert.Equal(["C-2 | Title of C-2 | reason R | reason W", "Q-1 | Title of Q-1 | reason R | no answer"], tables[2].Rows.Select(Line));
        Assert.Equal(["C-3 | Title of C-3 | reason W | reason R"], tables[3].Rows.Select(Line));
    }

    [Fact]
    public void Where_no_case_regressed_that_is_said()
    {
        var parts = DocumentParts.Of("comparison", Make.Facts(Make.Plan(), Right));
        Assert.Equal(
            ["Regressed: right with the baseline, not with the candidate: none.", "Improved: right with the candidate, not with the baseline: none."],
            parts.OfType<ParagraphPart>().Skip(1).Select(part => Assert.Single(part.Runs).Text));
    }

    [Fact]
    public void Every_case_that_is_not_right_in_all_repeats_is_listed_once() => Assert.Equal(
        ["C-2 | Title of C-2 | 2 of 3 | reason W", "Q-1 | Title of Q-1 | 2 of 3 | no answer"], Make.Rows("wrong-answers", Facts));

    [Fact]
    public void A_candidate_with_every_case_right_has_no_table()
    {
        var facts = Make.Facts(Make.Plan(), Right);
        Assert.Equal("The candidate has every case right in every repeat.", Sentence("wrong-answers", facts));
        Assert.Equal("Every case was given the same category in all repeats by both models.", Sentence("disagreements", facts));
    }

    [Fact]
    public void Disagreements_show_the_decisions_in_order() => Assert.Equal(["C-2 | new (simulated) | 4 · 5 · 4"], Make.Rows("disagreements", Facts));

    [Fact]
    public void Each_model_has_its_matrix()
    {
        var figures = DocumentParts.Of("confusion", Facts).OfType<MatrixPart>().ToList();
        Assert.Equal([0, 0, 0, 6, 3, 0, 0], figures[0].Counts[2]);
        Assert.Equal([0, 0, 0, 8, 1, 0, 0], figures[1].Counts[2]);
        Assert.Contains("category, old:", figures[0].Caption, StringComparison.Ordinal);
        Assert.Contains("new (simulated)", figures[1].Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_strata_are_left_out_and_counted()
    {
        var run = Assessment.Make.Run([.. Enumerable.Range(1, 4).Select(i => (CaseTask.Categorization, Assessment.Make.Case(i, ("system", i < 4 ? "lims" : "mes")), "RRR", i == 1 ? "WRR" : "RRR"))]);
        var facts = Make.Facts(Make.Plan() with { Criteria = [] }, run);

        // R binom.test(2, 3): lower bound 0.1354.
        Assert.Equal(["categorization | system: lims | 3 | 3 | 2 | 13.5 % | – | –"], Make.Rows("strata", facts));
        Assert.Equal("1 strata of fewer than 3 cases are left out here; run.json lists all.", Assert.Single(DocumentParts.Of("strata", facts).OfType<ParagraphPart>().First().Runs).Text);
    }

    [Fact]
    public void Suites_show_their_lowest_values_and_a_missing_answer_counts_as_nothing() =>
        Assert.Equal(["Q-1 | Title of Q-1 | 0.0 % | 0.0 % | 0.0 % | 0 | 0.8036 | 0.9000 | 0.7000"], Make.Table("suites", Facts).Rows.Select(row => string.Join(" | ", row)));

    [Fact]
    public void A_run_without_oq_cases_says_so() =>
        Assert.Equal("The run has no OQ-generation cases.", Sentence("suites", Make.Facts(Make.Plan() with { Criteria = [] }, Assessment.Make.Run((1, "RRR", "RRR")))));

    private static string Sentence(string block, DocumentFacts facts) => Assert.Single(Assert.IsType<ParagraphPart>(Assert.Single(DocumentParts.Of(block, facts))).Runs).Text;

    private static string Line(IReadOnlyList<string> row) => string.Join(" | ", row);

    private static IEnumerable<ValidationWorkbench.Scoring.TrialScore> Both(CaseTask task, string id) =>
        Enum.GetValues<ValidationWorkbench.Models.ModelRole>().SelectMany(role => Assessment.Make.Scores(task, id, role, "RRR"));
}
