using Xunit;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>What a step receives, in which order things run, and what a failure says.</summary>
public sealed class GherkinStepTests
{
    private readonly List<string> _log = [];

    [Theory]
    [InlineData("a count of -3", "int -3")]
    [InlineData("a size of 1.5e3", "double 1500")]
    [InlineData("a price of .25", "decimal 0.25")]
    [InlineData("a switch set to TRUE", "bool True")]
    [InlineData("a colour deep red", "enum DeepRed")]
    [InlineData("a \"quoted\" and 7 and 'single'", "mixed quoted 7 single")]
    [InlineData("2 apples were (all) eaten/left", "apples 2")]
    [InlineData("1 apple is (all) eaten/left", "apples 1")]
    [InlineData("as regex 12 of 15", "regex 12 15")]
    public async Task A_step_receives_converted_values(string text, string expected)
    {
        await RunAsync($"Feature: F\nScenario: S\nGiven {text}\n");

        Assert.Equal([expected], Steps());
    }

    [Theory]
    [InlineData("a count of 99999999999", "'99999999999' is not a value for parameter 'count' of type Int32")]
    [InlineData("a switch set to on", "'on' is not a value for parameter 'value' of type Boolean")]
    [InlineData("a colour 1", "'1' is not a value for parameter 'colour' of type Colour; supported types: string, int, long, double, decimal, bool, an enum (DeepRed, Blue)")]
    [InlineData("a \"quoted\" and 7 and 'single'\n| a |", "SampleSteps.Mixed takes 3 parameters, but the step gives 4")]
    [InlineData("the text\n| a |", "'ValidationWorkbench.Specs.Gherkin.DataTable' is not a value for parameter 'text' of type String")]
    public async Task A_value_that_does_not_fit_is_refused_before_any_step_runs(string text, string message)
    {
        var fault = await Assert.ThrowsAsync<SpecificationException>(() => RunAsync($"Feature: F\nScenario: S\nGiven a count of 1\nAnd {text}\n"));

        Assert.StartsWith("f.feature:4: And ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Empty(_log);
    }

    [Fact]
    public async Task A_step_receives_its_table_and_its_doc_string_last()
    {
        await RunAsync("Feature: F\nScenario: S\nGiven the 2 rows\n| name | size |\n| a | 1 |\n| b \\| c | |\nAnd the text\n\"\"\"\n  one\ntwo\n\"\"\"\n");

        Assert.Equal(["table 2: name=a size=1; name=b | c size=", "text   one\ntwo"], Steps());
    }

    [Fact]
    public void A_table_names_its_columns_when_an_unknown_one_is_asked_for()
    {
        var row = new DataTable(["name", "size"], [["a", "1"]]).Rows[0];

        Assert.Equal("1", row[1]);
        Assert.Contains("has no column 'Name'; it has: name, size.", Assert.Throws<SpecificationException>(() => row["Name"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_row_of_every_Examples_table_is_one_scenario_with_its_values_tags_and_name()
    {
        const string Text = """
            @URS-001
            Feature: F
              Background:
                Given a count of 0
              @two
              Scenario Outline: Size <n>
                * a count of <n>
                But the <n> rows
                  | <c>  | size  |
                  | <no> | x<n>x |
                And the text
                  '''
                  <c> <n>
                  '''
                Examples:
                  | n | c |
                  | 1 | <n> |
                @more
                Examples: more
                  | n | c    |
                  | 2 | blue |
                  | 2 | blue |
            """;
        var scenarios = await RunAsync(Text.Replace("'''", "\"\"\"", StringComparison.Ordinal));

        Assert.Equal(["F: Size 1 (1: 1, <n>)", "F: Size 2 (2: 2, blue)", "F: Size 2 (3: 2, blue)"], scenarios.Select(scenario => scenario.DisplayName));
        Assert.Equal(["URS-001 two", "URS-001 two more", "URS-001 two more"], scenarios.Select(scenario => string.Join(' ', scenario.Tags)));
        Assert.Equal(["int 0", "int 1", "table 1: <n>=<no> size=x1x", "text <n> 1"], Steps().Take(4));
        Assert.Equal(["int 0", "int 2", "table 2: blue=<no> size=x2x", "text blue 2"], Steps().Skip(8));
    }

    [Fact]
    public async Task Hooks_run_in_order_and_shared_objects_last_for_one_scenario()
    {
        await RunAsync("Feature: F\nScenario: S\nGiven a count of 1\n@special\nScenario: T\nWhen it waits\nThen it has waited\n");

        Assert.Equal(["before", "int 1", "after", "disposed hooks", "disposed context", "before special", "before", "waited", "seen 1", "after", "disposed hooks", "disposed context"], _log);
    }

    [Fact]
    public async Task A_failing_step_reports_file_line_and_text_skips_the_rest_and_still_cleans_up()
    {
        var fault = await Assert.ThrowsAsync<SpecificationException>(
            () => RunAsync("Feature: F\nScenario: S\nWhen it waits\n  Then it breaks\n  And it has waited\n"));

        Assert.Equal("f.feature:4: Then it breaks", fault.Message);
        Assert.Equal("broken", Assert.IsType<InvalidOperationException>(fault.InnerException).Message);
        Assert.Equal(["before", "waited", "after", "disposed hooks", "disposed context"], _log);
    }

    [Fact]
    public async Task A_failing_hook_and_a_failing_step_are_both_reported()
    {
        var fault = await Assert.ThrowsAsync<AggregateException>(() => RunAsync("Feature: F\n@fragile\nScenario: S\nThen it breaks\n"));

        Assert.Equal(["f.feature:4: Then it breaks", "f.feature: F: S: hook SampleHooks.BreakAfter"], fault.InnerExceptions.Select(inner => inner.Message));
    }

    [Theory]
    [InlineData(typeof(IDisposable), "IDisposable cannot be injected: only a class that is not abstract")]
    [InlineData(typeof(Egg), "Egg cannot be injected: its constructor needs itself through Hen, Egg.")]
    public void What_cannot_be_injected_is_refused(Type type, string message)
    {
        var fault = Assert.Throws<SpecificationException>(() => new ScenarioScope().Resolve(type));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    private IEnumerable<string> Steps() => _log.Where(entry => entry is not ("before" or "after") && !entry.StartsWith("disposed", StringComparison.Ordinal));

    private async Task<IReadOnlyList<ScenarioCase>> RunAsync(string text)
    {
        var scenarios = FeatureReader.Read("f.feature", text);
        var runner = new ScenarioRunner(new BindingCatalogue([typeof(SampleSteps), typeof(SampleHooks)]), _log);
        foreach (var scenario in scenarios)
        {
            await runner.RunAsync(scenario);
        }

        return scenarios;
    }
}
