using Xunit;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>The runner refuses whatever would make a feature file test less than it says.</summary>
public sealed class GherkinRunnerTests
{
    private const string Good = "Feature: F\nScenario: S\nGiven a thing\n";

    [Theory]
    [InlineData("Feature: F\nRule: R\nScenario: S\nGiven a thing\n", "f.feature:2: 'Rule: R' would be read as free text")]
    [InlineData("Feature: F\nScenario: S\nExample: E\nGiven a thing\n", "f.feature:3: 'Example: E' would be read as free text")]
    [InlineData("Feature: F\nText.\n\n  scenario outline: S\n\nScenario: T\nGiven a thing\n", "f.feature:4: 'scenario outline: S' would be read")]
    [InlineData("Feature: F\nScenario: S\nSome text.\n  given a thing\nWhen it ends\n", "f.feature:4: 'given a thing' would be read as free text")]
    [InlineData("Feature: F\nJust text.\n", "f.feature:1: the feature has no scenario.")]
    [InlineData("Feature: F\nBackground:\nGiven a thing\n", "f.feature:1: the feature has no scenario.")]
    [InlineData("", "f.feature: the file holds no feature")]
    [InlineData(Good + "Scenario: S\nGiven a thing\n", "f.feature:4: a scenario named 'S' already exists in this feature.")]
    [InlineData(Good + "Scenario: T\n", "f.feature:4: scenario 'T' has no steps.")]
    [InlineData("Feature: F\nScenario Outline: O\nGiven <x>\n", "f.feature:2: outline 'O' has no Examples.")]
    [InlineData("Feature: F\nScenario Outline: O\nGiven <x>\nExamples:\n| x |\n", "f.feature:4: an Examples table of 'O' has no rows.")]
    [InlineData("Feature: F\nScenario Outline: O\nGiven <x>\nExamples:\n| x | x |\n| 1 | 2 |\n", "f.feature:5: two columns of the table have the same name.")]
    [InlineData("@ignore\n" + Good, "f.feature:1: @ignore is not supported")]
    [InlineData("Feature: F\n@Ignore\nScenario: S\nGiven a thing\n", "f.feature:2: @ignore is not supported")]
    [InlineData("Feature: F\nScenario Outline: O\nGiven <x>\n@ignore\nExamples:\n| x |\n| 1 |\n", "f.feature:4: @ignore is not supported")]
    [InlineData("# language: de\nFunktionalität: F\nSzenario: S\nAngenommen x\n", "f.feature:2: language 'de' is not supported; allowed: en.")]
    [InlineData(Good + "nonsense\n", "f.feature:4: (4:1): expected:")]
    [InlineData(Good + "Rule: R\n", "f.feature:4: (4:1): expected:")]
    public void An_unusable_feature_file_is_refused_with_file_and_line(string text, string message)
    {
        var fault = Assert.Throws<SpecificationException>(() => FeatureReader.Read("f.feature", text));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Free_text_that_begins_with_no_keyword_is_allowed()
    {
        Assert.Single(FeatureReader.Read("f.feature", "Feature: F\nGiven a tool, it helps.\nScenario: S\nThe rest: Andy butters.\nAndy waits.\n* a thing\n"));
    }

    [Fact]
    public void A_keyword_inside_a_doc_string_is_only_text()
    {
        var scenarios = FeatureReader.Read("f.feature", Good + "\"\"\"\nRule: R\nExample: E\n\"\"\"\n");

        Assert.Equal("Rule: R\nExample: E", Assert.Single(scenarios).Steps[0].Argument);
    }

    [Fact]
    public void All_steps_without_a_definition_are_reported_with_definitions_ready_to_paste()
    {
        var text = "Feature: F\nScenario: S\nGiven the user \"Ann\" has 3 items at -1.5 (net) in URS-012\n| a |\nWhen it ends\n";
        var fault = Assert.Throws<SpecificationException>(() => Calls(text));

        Assert.Contains("f.feature:3: Given the user \"Ann\" has 3 items", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[Given(\"the user {string} has {int} items at {double} \\\\(net\\\\) in URS-012\")]", fault.Message, StringComparison.Ordinal);
        Assert.Contains(
            "public void GivenTheUserHasItemsAtNetInURS012(string p0, int p1, double p2, DataTable dataTable)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[When(\"it ends\")]\npublic void WhenItEnds()", fault.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a thing and more")]
    [InlineData("not a thing")]
    [InlineData("A thing")]
    public void An_expression_matches_only_the_whole_step(string step)
    {
        var fault = Assert.Throws<SpecificationException>(() => Calls($"Feature: F\nScenario: S\nGiven {step}\n", typeof(Told_apart)));

        Assert.Contains("No step definition matches.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_two_definitions_match_is_refused_and_both_are_named()
    {
        var fault = Assert.Throws<SpecificationException>(() => Calls(Good, typeof(Ambiguous)));

        Assert.Contains("f.feature:3: Given a thing", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[Given(\"a thing\")] Ambiguous.First", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[StepDefinition(\"a (.*)\")] Ambiguous.Second", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Clashing), "Two step definitions have the same expression:\n[Given(\"a thing\")] Clashing.First\n[StepDefinition(\"a thing\")] Clashing.Second")]
    [InlineData(typeof(Unreadable), "[Given(\"a {thing}\")] Unreadable.First: unknown parameter type '{thing}'; allowed: int,")]
    [InlineData(typeof(Forgetful), "Forgetful.First must be a plain method that returns void (not async), Task or ValueTask.")]
    public void A_binding_class_that_cannot_be_relied_on_is_refused(Type binding, string message)
    {
        var fault = Assert.Throws<SpecificationException>(() => new BindingCatalogue([binding]));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_expression_under_two_different_keywords_is_no_clash()
    {
        var text = "Feature: F\nScenario: S\nGiven a thing\nThen a thing\n";

        Assert.Equal(["First", "Second"], Calls(text, typeof(Told_apart)).Select(call => call.Method.Name));
    }

    private static IReadOnlyList<StepCall> Calls(string text, params Type[] bindings) =>
        new BindingCatalogue(bindings).Calls(FeatureReader.Read("f.feature", text).Single());

    private sealed class Ambiguous
    {
        [Given("a thing")]
        public static void First() => throw new NotSupportedException();

        [StepDefinition("a (.*)")]
        public static void Second(string what) => throw new NotSupportedException(what);
    }

    private sealed class Clashing
    {
        [Given("a thing")]
        public static void First() => throw new NotSupportedException();

        [StepDefinition("a thing")]
        public static void Second() => throw new NotSupportedException();
    }

    private sealed class Told_apart
    {
        [Given("a thing")]
        public static void First() => throw new NotSupportedException();

        [Then("a thing")]
        public static void Second() => throw new NotSupportedException();
    }

    private sealed class Unreadable
    {
        [Given("a {thing}")]
        public static void First() => throw new NotSupportedException();
    }

    private sealed class Forgetful
    {
        [Given("a thing")]
        public static async void First() => await Task.Yield();
    }
}
