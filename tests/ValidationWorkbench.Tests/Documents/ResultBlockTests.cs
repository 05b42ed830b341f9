using System.Globalization;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks that say what was found and what is recommended.</summary>
public sealed class ResultBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    [Fact]
    public void The_recommendation_is_followed_by_its_reasons_and_by_why_it_is_a_demonstration()
    {
        var parts = DocumentParts.Of("recommendation", Facts);
        var notices = parts.OfType<NoticePart>().ToList();
        Assert.Equal(["Recommendation: NO-GO (DEMONSTRATION)", "Demonstration only"], notices.Select(notice => notice.Title));
        Assert.StartsWith("At least one criterion was shown not to be met", notices[0].Text, StringComparison.Ordinal);
        Assert.Equal(
            ["AC-2 requirement-coverage not met: 0 of 1 cases with every requirement covered in all 3 repeats.", "Simulated."],
            parts.OfType<ListPart>().SelectMany(list => list.Items).Select(item => Assert.Single(item).Text));
    }

    [Theory]
    [InlineData(Outcome.Go, "Every criterion was shown to be met.")]
    [InlineData(Outcome.Undecided, "The data cannot show that every criterion is met")]
    [InlineData(Outcome.Invalid, "The run is no basis for judgement.")]
    public void Each_outcome_is_explained(Outcome outcome, string meaning)
    {
        var parts = DocumentParts.Of("recommendation", Facts with { Recommendation = new(outcome, ["r"], []) });
        Assert.StartsWith(meaning, Assert.Single(parts.OfType<NoticePart>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_add_up_by_model_and_over_both()
    {
        Assert.Equal(["old | 12 | 9 | 3 | 0 | 0 | 0 | 0", "new (simulated) | 12 | 10 | 1 | 0 | 1 | 0 | 0", "Both | 24 | 19 | 4 | 0 | 1 | 0 | 0"], Make.Rows("counts", Facts));
        Assert.All(Make.Table("counts", Facts).Rows, row => Assert.Equal(int.Parse(row[1], CultureInfo.InvariantCulture), row.Skip(2).Sum(cell => int.Parse(cell, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Findings_stand_in_their_order_with_bound_and_verdict() => Assert.Equal(
        // 2 of 3 right in every repeat: R binom.test(2, 3) lower bound 0.1354. Gates stand first.
        [
            "AC-2 | requirement-coverage | every case | 0.0 % | – | 100.0 % | 1 | NO-GO",
            "AC-1 | accuracy | ≥ 95 % | 66.7 % | ≥ 13.5 % | 66.7 % | 3 | UNDECIDED",
        ],
        Make.Rows("findings", Facts));

    [Fact]
    public void Criteria_are_drawn_on_one_scale_with_the_numbers_of_the_table_beside()
    {
        var figure = Assert.IsType<IntervalPart>(DocumentParts.Of("criteria-figure", Facts)[0]);
        var row = Assert.Single(figure.Rows);
        Assert.Equal(("AC-1 accuracy", -1d, 1d, 0d, "UNDECIDED", true), (row.Label, row.Lower, row.Upper, row.Limit, row.State, row.Calls));
        Assert.Equal("66.7 % (≥ 13.5 %)", row.Numbers);
        Assert.Contains("AC-1 accuracy: UNDECIDED, 66.7 % (≥ 13.5 %).", figure.Alternative, StringComparison.Ordinal);
        Assert.Empty(DocumentParts.Of("criteria-figure", Make.Facts(Make.Plan() with { Criteria = [Make.Plan().Criteria[1]] }, Make.Run())));
    }

    [Fact]
    public void The_confusion_figure_counts_what_its_table_counts()
    {
        var figures = DocumentParts.Of("confusion", Facts).OfType<MatrixPart>().ToList();
        Assert.Equal(Facts.Assessment.Confusion.Select(matrix => matrix.Counts), figures.Select(figure => figure.Counts));
    }

    [Fact]
    public void Changes_add_up_to_the_paired_table()
    {
        var rows = Assert.Single(DocumentParts.Of("comparison", Facts).OfType<PairedPart>()).Rows;
        Assert.Equal(
            (Facts.Assessment.Categorization.Regressed.Count + Facts.Assessment.OqGeneration.Regressed.Count,
                Facts.Assessment.Categorization.Improved.Count + Facts.Assessment.OqGeneration.Improved.Count),
            (rows.Sum(row => row.Left), rows.Sum(row => row.Right)));
    }

    [Fact]
    public void Requirements_are_traced_to_findings_and_gaps_are_rows() => Assert.Equal(
        [
            "URS-1 | High | criterion | AC-1 accuracy | covered-undecided", "URS-1 | High | criterion | AC-2 requirement-coverage | covered-failed",
            "URS-2 | High | criterion | none | GAP", "URS-3 | High | record | none | by record, no verdict",
            "URS-4 | High | procedure | none | not automatable (procedure)",
        ],
        Make.Rows("trace-matrix", Facts));

    [Fact]
    public void A_criterion_that_was_met_covers_its_requirement()
    {
        var criterion = Assessment.Make.Criterion(CriterionKind.Accuracy, 0.1);
        Assert.Equal("URS-1 | High | criterion | AC-1 accuracy | covered-passed",
            Make.Rows("trace-matrix", Make.Facts(Make.Plan() with { Criteria = [criterion] }, Make.Run())).First());
    }
}
