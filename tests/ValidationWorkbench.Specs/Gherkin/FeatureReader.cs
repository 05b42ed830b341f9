using System.Text.RegularExpressions;
using Gherkin;
using Gherkin.Ast;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>Turns the text of a feature file into scenarios ready to run; what cannot be run is refused, never skipped.</summary>
internal static partial class FeatureReader
{
    public static IReadOnlyList<ScenarioCase> Read(string file, string text)
    {
        var feature = Parse(file, text);
        FeatureRules.Check(file, text, feature);
        var background = feature.Children.OfType<Background>().SelectMany(child => child.Steps).ToList();
        return [.. feature.Children.SelectMany(child => Cases(file, feature, child, background))];
    }

    private static Feature Parse(string file, string text)
    {
        try
        {
            return new Parser().Parse(new StringReader(text)).Feature
                ?? throw new SpecificationException($"{file}: the file holds no feature; it must begin with 'Feature:'.");
        }
        catch (ParserException fault)
        {
            var errors = fault is CompositeParserException composite ? composite.Errors : [fault];
            throw new SpecificationException(
                string.Join('\n', errors.Select(error => $"{file}:{error.Location?.Line ?? 1}: {error.Message}")), fault);
        }
    }

    private static IEnumerable<ScenarioCase> Cases(string file, Feature feature, ScenarioDefinition child, List<Step> background)
    {
        var tags = feature.Tags.Concat((child as IHasTags)?.Tags ?? []);
        return child switch
        {
            Scenario => [Case([], "", tags)],
            ScenarioOutline outline => outline.Examples
                .SelectMany(table => table.TableBody.Select(row => (table, row)))
                .Select((example, index) => Case(
                    Values(example.table.TableHeader, example.row),
                    $" ({index + 1}: {string.Join(", ", Texts(example.row)).ReplaceLineEndings(" ")})",
                    tags.Concat(example.table.Tags))),
            _ => [],
        };

        ScenarioCase Case(Dictionary<string, string> values, string row, IEnumerable<Tag> caseTags) => new(
            file,
            $"{feature.Name}: {Fill(child.Name, values)}{row}",
            [.. caseTags.Select(tag => tag.Name.TrimStart('@')).Distinct()],
            Steps([.. background.Select(step => Ready(step, [])), .. child.Steps.Select(step => Ready(step, values))]));
    }

    private static Dictionary<string, string> Values(TableRow header, TableRow row) =>
        Texts(header).Zip(Texts(row)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static ScenarioStep Ready(Step step, Dictionary<string, string> values)
    {
        object? argument = step.Argument switch
        {
            DocString doc => Fill(doc.Content, values),
            IHasRows table => Table(table, values),
            _ => null,
        };
        var keyword = step.Keyword.Trim();
        var kind = Enum.TryParse<StepKinds>(keyword, out var named) ? named : StepKinds.None;
        return new ScenarioStep(kind, keyword, Fill(step.Text, values), argument, step.Location.Line);
    }

    private static DataTable Table(IHasRows table, Dictionary<string, string> values)
    {
        var rows = table.Rows.Select(row => Texts(row).ConvertAll(text => Fill(text, values))).ToList();
        return new DataTable(rows[0], rows.Skip(1));
    }

    // And, But and * mean what the step before them means; at the very start, a precondition.
    private static List<ScenarioStep> Steps(List<ScenarioStep> steps)
    {
        var kind = StepKinds.Given;
        return steps.ConvertAll(step => step with { Kind = kind = step.Kind == StepKinds.None ? kind : step.Kind });
    }

    private static List<string> Texts(TableRow row) => [.. row.Cells.Select(cell => cell.Value)];

    private static string Fill(string text, Dictionary<string, string> values) =>
        Placeholder().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex("<([^<>]+)>")]
    private static partial Regex Placeholder();
}
