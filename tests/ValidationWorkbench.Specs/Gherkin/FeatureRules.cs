using System.Text.RegularExpressions;
using Gherkin.Ast;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>What the parser accepts but this runner refuses, because it would silently test less than the file says.</summary>
internal static partial class FeatureRules
{
    public static void Check(string file, string text, Feature feature)
    {
        var problems = Problems(text, feature).Select(problem => $"{file}:{problem.Line}: {problem.Message}").ToList();
        if (problems.Count > 0)
        {
            throw new SpecificationException(string.Join('\n', problems));
        }
    }

    private static IEnumerable<(int Line, string Message)> Problems(string text, Feature feature)
    {
        var scenarios = feature.Children.Where(child => child is not Background).ToList();
        var outlines = scenarios.OfType<ScenarioOutline>().ToList();
        return
        [
            .. feature.Language == "en" ? [] : One(feature, $"language '{feature.Language}' is not supported; allowed: en."),
            .. scenarios.Count > 0 ? [] : One(feature, "the feature has no scenario."),
            .. Swallowed(text, [feature, .. feature.Children, .. outlines.SelectMany(outline => outline.Examples)]),
            .. Ignored([feature, .. scenarios.Cast<IHasTags>(), .. outlines.SelectMany(outline => outline.Examples)]),
            .. scenarios.GroupBy(child => child.Name).SelectMany(group => group.Skip(1))
                .SelectMany(child => One(child, $"a scenario named '{child.Name}' already exists in this feature.")),
            .. scenarios.Where(child => !child.Steps.Any())
                .SelectMany(child => One(child, $"scenario '{child.Name}' has no steps.")),
            .. outlines.SelectMany(EmptyExamples),
            .. RepeatedColumns(feature),
        ];
    }

    private static IEnumerable<(int, string)> EmptyExamples(ScenarioOutline outline)
    {
        var empty = outline.Examples.Where(table => table.TableBody?.Any() != true).Cast<IHasLocation>();
        return outline.Examples.Any()
            ? empty.SelectMany(table => One(table, $"an Examples table of '{outline.Name}' has no rows."))
            : One(outline, $"outline '{outline.Name}' has no Examples.");
    }

    private static IEnumerable<(int, string)> RepeatedColumns(Feature feature)
    {
        var steps = feature.Children.SelectMany(child => child.Steps).Select(step => (step.Argument as IHasRows)?.Rows.First());
        var examples = feature.Children.OfType<ScenarioOutline>().SelectMany(outline => outline.Examples).Select(table => table.TableHeader);
        return steps.Concat(examples).OfType<TableRow>()
            .Where(header => header.Cells.DistinctBy(cell => cell.Value).Count() < header.Cells.Count())
            .SelectMany(header => One(header, "two columns of the table have the same name."));
    }

    private static IEnumerable<(int, string)> Ignored(IEnumerable<IHasTags> owners) => owners
        .SelectMany(owner => owner.Tags)
        .Where(tag => tag.Name.Equals("@ignore", StringComparison.OrdinalIgnoreCase))
        .SelectMany(tag => One(tag, "@ignore is not supported; delete the scenario or make it pass."));

    // The parser takes a keyword it does not know for free text under the heading above it, and the lines below with it.
    private static IEnumerable<(int, string)> Swallowed(string text, IEnumerable<IHasDescription> owners)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var owner in owners.Where(owner => owner.Description is not null))
        {
            var from = ((IHasLocation)owner).Location.Line;
            foreach (var line in owner.Description.Split('\n').Select(line => line.Trim()).Where(line => IsKeyword(line, owner)))
            {
                yield return (1 + Array.FindIndex(lines, from, candidate => candidate.Trim() == line),
                    $"'{line}' would be read as free text; allowed: Feature:, Background:, Scenario:, Scenario Outline:, Examples:, Given, When, Then, And, But, *.");
            }
        }
    }

    private static bool IsKeyword(string line, IHasDescription owner) =>
        Heading().IsMatch(line) || (owner is ScenarioDefinition && Step().IsMatch(line));

    private static (int, string)[] One(IHasLocation where, string message) => [(where.Location.Line, message)];

    [GeneratedRegex("^(rule|examples?|scenarios?|scenario (outline|template)|background|feature)\\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("^(given|when|then|and|but)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
