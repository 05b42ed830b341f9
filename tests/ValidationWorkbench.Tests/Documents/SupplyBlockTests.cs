using ValidationWorkbench.Documents;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks of the dossier, the cost-benefit statement and the migration plan.</summary>
public sealed class SupplyBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    private static readonly CostPlan Costs = new()
    {
        Months = 12,
        CallsPerMonth = new() { Categorization = 100, OqGeneration = 10 },
        Currency = "EUR",
        Assumptions = ["Prices stay."],
    };

    [Fact]
    public void A_dossier_says_what_is_stated_and_counts_what_is_not()
    {
        var facts = Facts with
        {
            Plan = Facts.Plan with
            {
                Dossiers = new Dictionary<string, ModelDossier> { ["new"] = new() { Licence = "MIT", KnownLimits = ["One.", "Two."] } },
            },
        };
        var parts = DocumentParts.Of("dossier-stated", facts);
        Assert.Equal("GAP: 10 of 10 items not stated for old", Assert.IsType<NoticePart>(parts[1]).Title);
        var lines = Assert.IsType<FactsPart>(parts[2]).Facts;
        Assert.Equal(("MIT", "One. Two.", "not stated"), (lines.Single(line => line.Name == "Licence").Value,
            lines.Single(line => line.Name == "Known limits").Value,
            lines.Single(line => line.Name == "Retention").Value));
        Assert.Equal("GAP: 8 of 10 items not stated for new (simulated)", Assert.IsType<NoticePart>(parts[3]).Title);
    }

    [Fact]
    public void Cost_is_measured_by_task_and_sums_to_both()
    {
        // Candidate at 1 EUR in and 2 EUR out per million: 3 calls, two of them failed and without tokens.
        var tables = DocumentParts.Of("cost-measured", Measured).OfType<TablePart>()
            .Select(table => table.Rows.Select(row => string.Join(" | ", row)).ToList()).ToList();
        Assert.Equal(
            ["old | both | 0 | 0 | 0 | – | 9 | 0.0", "new (simulated) | categorization | 1 | 1000 | 500 | 1500.0 | 8 | 187.5",
                "new (simulated) | oq-generation | 2 | 0 | 0 | 0.0 | 2 | 0.0", "new (simulated) | both | 3 | 1000 | 500 | 500.0 | 10 | 150.0"],
            tables[0].Skip(2));
        Assert.Equal(
            ["old | both | not known | not known | not known", "new (simulated) | categorization | 0.0020 EUR | 0.002000 EUR | 0.000250 EUR",
                "new (simulated) | oq-generation | 0.0000 EUR | 0.000000 EUR | 0.000000 EUR",
                    "new (simulated) | both | 0.0020 EUR | 0.000667 EUR | 0.000200 EUR"],
            tables[1].Skip(2));
    }

    [Fact]
    public void Calls_that_are_no_trials_are_named_beside_the_table()
    {
        var facts = Measured with { Trail = Facts.Trail with { Calls = [new("sequential-asked", 4, 50, 53), new("embeddings-failed", 1, 54, 54)] } };
        var told = DocumentParts.Of("cost-measured", facts).OfType<ParagraphPart>().Select(part => part.Runs[0].Text).ToList();
        Assert.Equal(2, told.Count);
        Assert.StartsWith("Not in the table: 4 calls of the second look", told[0], StringComparison.Ordinal);
        Assert.Equal("Not in the table: 1 call for embeddings, whose price is not known.", told[1]);
    }

    [Fact]
    public void A_projection_needs_a_plan_a_price_and_a_measured_call()
    {
        Assert.StartsWith("GAP", Assert.IsType<NoticePart>(Assert.Single(DocumentParts.Of("cost-projected", Facts))).Title, StringComparison.Ordinal);
        var parts = DocumentParts.Of("cost-projected", Measured);
        var rows = parts.OfType<TablePart>().Single().Rows.Select(row => string.Join(" | ", row)).ToList();
        Assert.Equal("old | categorization | 100 | 1200 | not known | not known", rows[0]);

        // 12 months x 100 calls x 0.002 EUR.
        Assert.Equal("new (simulated) | categorization | 100 | 1200 | 0.002000 EUR | 2.4000 EUR", rows[2]);
        Assert.Equal("new (simulated), both tasks | both |  |  |  | 2.4000 EUR", rows[5]);
        Assert.Equal("Candidate minus baseline | both |  |  |  | not known", rows[6]);
        Assert.Contains("Prices stay.", parts.OfType<ListPart>().Single().Items.Select(item => item[0].Text));
        Assert.Equal("not measured", DocumentParts.Of("cost-projected", Measured with { Attempts = [] }).OfType<TablePart>().Single().Rows[2][5]);
    }

    [Fact]
    public void Simulated_prices_are_said_to_be_so() =>
        Assert.Equal("Simulated", Assert.Single(DocumentParts.Of("cost-prices", Facts).OfType<NoticePart>()).Title);

    [Fact]
    public void Every_category_but_the_retired_one_has_a_row_and_what_is_not_stated_is_a_gap()
    {
        var facts = Facts with
        {
            Plan = Facts.Plan with
            {
                Migration = new() { ByCategory = new Dictionary<string, string> { ["4"] = "Finish first." } },
            },
        };
        Assert.Equal(
            ["1, infrastructure software | GAP: not stated in the plan", "3, standard product | GAP: not stated in the plan",
                "4, configured product | Finish first.",
                "5, custom application | GAP: not stated in the plan"],
            Make.Rows("migration-by-category", facts));
        Assert.IsType<NoticePart>(Assert.Single(DocumentParts.Of("migration-steps", facts)));
    }

    [Fact]
    public void Triggers_follow_from_criteria_and_drift_limits_and_the_plan_adds_its_own()
    {
        var facts = Facts with
        {
            Plan = Facts.Plan with
            {
                Drift = DriftPlan.Default,
                Migration = new() { Rollback = new() { Triggers = ["Withdrawn."] } }
            }
        };
        var rows = Make.Table("rollback-triggers", facts).Rows;
        Assert.Equal("REVALIDATE", rows.Single(row => row[0].StartsWith("AC-2 ", StringComparison.Ordinal))[2]);
        Assert.Contains(rows, row => row[1] == "5 % at 97.5 %" && row[2] == "REVALIDATE");
        Assert.Equal("Withdrawn.", rows[^1][0]);
        Assert.Contains(Make.Table("rollback-triggers", Facts).Rows, row => row[1] == "not fixed by the plan");
    }

    private static DocumentFacts Measured { get; } = Facts with
    {
        Plan = Facts.Plan with { Costs = Costs },
        Attempts = [Facts.Attempts[2] with { PromptTokens = 1000, CompletionTokens = 500 }, Facts.Attempts[0], Facts.Attempts[1]],
    };
}
