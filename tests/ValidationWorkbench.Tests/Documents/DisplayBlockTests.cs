using ValidationWorkbench.Documents;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks with figures that decide nothing and say so.</summary>
public sealed class DisplayBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    [Theory]
    [InlineData("comparison")]
    [InlineData("agreement")]
    [InlineData("repeatability")]
    public void Tables_for_display_are_labelled(string block) =>
        Assert.Contains(DocumentParts.Of(block, Facts).OfType<TablePart>(), table =>
            table.Caption.EndsWith("decides nothing", StringComparison.Ordinal));

    [Fact]
    public void No_figure_is_left_blank_or_is_no_number() => Assert.All(
        new[] { "comparison", "agreement", "repeatability", "calibration" }.SelectMany(block =>
            DocumentParts.Of(block, Facts).OfType<TablePart>()).SelectMany(table => table.Rows).SelectMany(row => row),
        cell => Assert.False(cell is "" or "–" || cell.Contains("NaN", StringComparison.Ordinal) || cell.Contains('∞', StringComparison.Ordinal),
            cell));

    [Fact]
    public void The_paired_table_stands_beside_its_warning()
    {
        var parts = DocumentParts.Of("comparison", Facts);
        var table = parts.OfType<TablePart>().ElementAt(1);

        // One gain and one loss of three; one loss of one.
        Assert.Equal(("categorization", "0.0", "1.000", "1.000", "OK"),
            (table.Rows[0][0], table.Rows[0][1], table.Rows[0][4], table.Rows[0][5], table.Rows[0][6]));
        Assert.Equal(("oq-generation", "-100.0"), (table.Rows[1][0], table.Rows[1][1]));
        Assert.Contains("is no sign of equivalence", Assert.Single(parts.OfType<ParagraphPart>().First().Runs).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_told_is_said_in_words()
    {
        var facts = Make.Facts(Make.Plan() with { Criteria = [] }, Assessment.Make.Run((4, "RRR", "RRR")));
        var agreement = DocumentParts.Of("agreement", facts).OfType<TablePart>().Single();
        Assert.Equal("new (simulated) to old | 4 | 100.0 % (47.2 % to 100.0 %) | UNDEFINED | UNDEFINED | UNDEFINED",
            string.Join(" | ", agreement.Rows[0]));
        Assert.Equal("categorization | new (simulated) | 100.0 % | 0.000 | UNDEFINED | DEGENERATE",
            Row(DocumentParts.Of("repeatability", facts).OfType<TablePart>().ElementAt(1), 1));
        Assert.Equal("oq-generation | UNDEFINED | UNDEFINED | UNDEFINED | 1.000 | 1.000 | UNDEFINED",
            Row(DocumentParts.Of("comparison", facts).OfType<TablePart>().ElementAt(1), 1));
    }

    [Fact]
    public void The_rule_of_agreement_is_named_and_nothing_is_said_that_a_sample_can_refute()
    {
        // The baseline agrees with itself in 4 of 6 pairs, the candidate with it in both cases.
        var facts = Make.Facts(Make.Plan() with { Criteria = [Assessment.Make.Criterion(CriterionKind.AgreementWithBaseline, 0.9)] },
            Assessment.Make.Run((1, "RRR", "RRR"), (1, "RRW", "RRR")));
        var lines = DocumentParts.Of("agreement", facts).OfType<FactsPart>().Single().Facts;
        Assert.Contains(("Rule", "the same category by most repeats"), lines);
        Assert.Contains(("In agreement", "2 of 2 cases, 100.0 %"), lines);
        Assert.StartsWith("66.7 % of its repeat pairs by the same rule", lines.Single(line => line.Name == "Baseline to itself").Value,
            StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Value.Contains("no candidate", StringComparison.Ordinal));

        var tolerant = facts.Plan.Criteria[0] with { Tolerance = 0.1 };
        Assert.Contains(
            ("Rule", "the same category by most repeats, and mean confidences less than 0.1 apart, as the plan's criterion has it"),
            DocumentParts.Of("agreement", Make.Facts(facts.Plan with { Criteria = [tolerant] }, facts.Scored)).OfType<FactsPart>().Single().Facts);
    }

    [Fact]
    public void A_gate_says_how_many_cases_failed_for_want_of_a_readable_answer()
    {
        // Q-1 has no answer in its third repeat.
        var items = DocumentParts.Of("findings", Facts).OfType<ListPart>().SelectMany(list => list.Items).Select(item =>
            Assert.Single(item).Text).ToList();
        Assert.Equal(
            "AC-2 NO-GO: 0 of 1 cases with every requirement covered in all 3 repeats. Cases: 0 passed, 0 failed with a requirement missing in a "
                + "readable answer, 1 without an answer "
            + "(endpoint error), 0 unreadable. Unreadable answers: 0 cut off, 0 cut off before any answer, 0 without a final channel, 0 refused, 0 empty, 0 not JSON, 0 of another structure.",
            items[0]);
    }

    [Fact]
    public void Readiness_is_shown_and_said_to_decide_nothing()
    {
        var text = Assert.Single(DocumentParts.Of("findings", Facts).OfType<ParagraphPart>().First().Runs).Text;
        Assert.StartsWith("Readiness score, for display only: 0 of 2 criteria are GO, 0.0 %", text, StringComparison.Ordinal);
        Assert.DoesNotContain(DocumentParts.Of("findings", Make.Facts(Make.Plan() with { Criteria = [] }, Make.Run())).OfType<ParagraphPart>(),
            part => part.Runs[0].Text.StartsWith("Readiness", StringComparison.Ordinal));
    }

    private static string Row(TablePart table, int row) => string.Join(" | ", table.Rows[row]);
}
