using ValidationWorkbench.Documents;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Every name that a template may use.</summary>
public sealed class DocumentNamesTests
{
    public static TheoryData<string> Values => [.. DocumentValues.Names];

    public static TheoryData<string> Blocks => [.. DocumentParts.Names];

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_is_a_text(string name) => Assert.False(string.IsNullOrWhiteSpace(DocumentValues.Of(name, Make.Facts())));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_makes_something_whose_tables_are_whole(string name)
    {
        var parts = DocumentParts.Of(name, Make.Facts());
        Assert.NotEmpty(parts);
        Assert.All(parts.OfType<TablePart>(), table =>
        {
            Assert.NotEmpty(table.Rows);
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
            Assert.All(table.Columns, column => Assert.True(column.Width > 0));
        });
        Assert.DoesNotContain(parts, part => part is PlaceholderPart or HeadingPart);
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_run_without_cases_and_calls_still_makes_every_block(string name)
    {
        var empty = new ValidationWorkbench.Assessment.ScoredRun([], 3, [], [], new Dictionary<string, ValidationWorkbench.Assessment.SuiteLikeness>());
        var facts = Make.Facts(Make.Plan() with { Criteria = [], Requirements = [], Signatories = [] }, empty) with
        {
            LastAttempts = [],
            Attempts = [],
            History = [],
            Trail = new TrailFacts { Entries = [], Calls = [], CheckpointKey = "k" },
        };
        Assert.All(DocumentParts.Of(name, facts), Assert.NotNull);
    }

    [Fact]
    public void Values_say_what_is_on_record()
    {
        var facts = Make.Facts();
        Assert.Equal(("Site", "VP-1", "Plan title", "1.2"), (Value("organisation"), Value("plan-id"), Value("plan-title"), Value("plan-version")));
        Assert.Equal(("old", "new (simulated)", "3", "24"), (Value("baseline"), Value("candidate"), Value("repeats"), Value("trials")));
        Assert.Equal(("4", "3", "1"), (Value("cases"), Value("categorization-cases"), Value("oq-cases")));
        Assert.Equal(("not critical", "a reviewer", "Sort systems."), (Value("criticality"), Value("reviewed-by"), Value("purpose")));
        Assert.Equal(("R-1", "NO-GO (DEMONSTRATION)", "2026-11-21 07:50:12 UTC", "42"), (Value("run-id"), Value("outcome"), Value("assessed-at"), Value("head-sequence")));
        Assert.Equal((Sha256Hex.Of("plan"), Sha256Hex.Of("results"), Sha256Hex.Of("head")), (Value("plan-sha256"), Value("results-sha256"), Value("head-hash")));
        Assert.Equal(Sha256Hex.Of("root"), Value("head-root"));
        Assert.Equal("critical", DocumentValues.Of("criticality", Make.Facts(critical: true)));

        string Value(string name) => DocumentValues.Of(name, facts);
    }

    [Fact]
    public void An_outcome_that_is_no_demonstration_stands_alone() => Assert.Equal("NO-GO", DocumentValues.Of("outcome", Make.Facts(Make.Plan(), Make.Run(), [])));

    [Fact]
    public void A_name_that_does_not_exist_is_refused()
    {
        Assert.StartsWith("There is no value \"Outcome\".", Assert.Throws<ArgumentException>(() => DocumentValues.Of("Outcome", Make.Facts())).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no block \"\".", Assert.Throws<ArgumentException>(() => DocumentParts.Of("", Make.Facts())).Message, StringComparison.Ordinal);
    }
}
