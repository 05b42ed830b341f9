using ValidationWorkbench.Documents;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks of the risk assessment.</summary>
public sealed class RiskBlockTests
{
    private static readonly string[] Blocks = ["risk-summary", "risk-register", "risk-acceptance"];

    private static readonly AssessedRisk Small = Make.Risk("RA-1", "URS-1") with
    {
        Severity = RiskLevel.Low,
        Controls = [],
        Tests = [],
        Residual = new() { Severity = RiskLevel.Low, Probability = RiskLevel.Medium, Detectability = RiskLevel.Low },
    };

    private static readonly AssessedRisk Great = Make.Risk("RA-2", "URS-1", "URS-2") with
    {
        Topic = StandingRisk.JudgeBias,
        Function = "FS-1",
        Tests = ["AC-2", "procedure: review"]
    };

    private static readonly DocumentFacts Facts = Make.Facts(Make.Plan() with { Risks = [Small, Great] }, Make.Run());

    [Fact]
    public void The_master_plan_lists_the_same_risks_the_greatest_first() => Assert.Equal(
        ["RA-2 | It fails. | review; gate | high | medium", "RA-1 | It fails. | GAP: none | medium | medium"], Make.Rows("risk-summary", Facts));

    [Fact]
    public void The_register_holds_every_risk_with_ratings_controls_and_results_of_its_tests()
    {
        var tables = DocumentParts.Of("risk-register", Facts).Cast<TablePart>().Select(table => table.Rows.Select(row =>
            string.Join(" | ", row)).ToList()).ToList();

        Assert.Equal(["RA-2 | judge bias | URS-1, URS-2, FS-1 | It fails. | A cause. | An effect.",
            "RA-1 | of this use | URS-1 | It fails. | A cause. | An effect."], tables[0]);
        Assert.Equal(
            ["RA-2 | high / medium / low | 1 | high | high / low / medium | 2 | medium",
                "RA-1 | low / medium / low | 3 | medium | low / medium / low | 3 | medium"], tables[1]);
        Assert.Equal(
            ["RA-2 | review; gate | AC-2 requirement-coverage: covered-failed; procedure: review",
                "RA-1 | GAP: none | GAP: no criterion or procedure"], tables[2]);
        Assert.Equal(["high | 1 | 0", "medium | 1 | 2", "low | 0 | 0", "All | 2 | 2"], tables[3]);
    }

    [Fact]
    public void Standing_risks_that_are_not_assessed_come_first_as_gaps()
    {
        var rows = Make.Rows("standing-risks", Facts).ToList();

        Assert.Equal(13, rows.Count);
        Assert.All(rows.SkipLast(1), row => Assert.EndsWith(" | GAP: not assessed | – | –", row, StringComparison.Ordinal));
        Assert.Equal("judge bias | RA-2 | high | medium", rows[^1]);
    }

    [Fact]
    public void Nobody_has_accepted_a_residual_risk()
    {
        var table = Make.Table("risk-acceptance", Facts);

        Assert.True(table.ForSigning);
        Assert.Equal(["RA-1", "medium", "The review stands.", "", ""], table.Rows[0]);
    }

    [Fact]
    public void A_plan_without_risks_says_so() => Assert.All(Blocks, block =>
        Assert.Equal("Not stated in the plan", Assert.IsType<NoticePart>(Assert.Single(DocumentParts.Of(block, Make.Facts()))).Title));

    [Fact]
    public void The_tables_of_the_method_are_those_of_the_functions_that_rate()
    {
        var tables = DocumentParts.Of("risk-method", Facts).Cast<TablePart>().ToList();

        Assert.Equal(["high | class 2 | class 1 | class 1", "medium | class 3 | class 2 | class 1", "low | class 3 | class 3 | class 2"],
            tables[0].Rows.Select(row => string.Join(" | ", row)));
        Assert.Equal(["class 1 | high | high | medium", "class 2 | high | medium | low", "class 3 | medium | low | low"],
            tables[1].Rows.Select(row => string.Join(" | ", row)));
        Assert.Equal(["Severity", "Probability low", "Probability medium", "Probability high"], tables[0].Columns.Select(column => column.Title));
        Assert.Equal(["Risk class", "Detectability low", "Detectability medium", "Detectability high"], tables[1].Columns
            .Select(column => column.Title));
    }
}
