using System.Text.RegularExpressions;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>A step definition for a step that has none, ready to be pasted into a binding class.</summary>
internal static partial class StepSnippet
{
    public static string For(ScenarioStep step)
    {
        var parameters = new List<string>();
        var expression = Variable().Replace(step.Text, found => Placeholder(found.Value, parameters));
        if (step.Argument is not null)
        {
            parameters.Add(step.Argument is DataTable ? "DataTable dataTable" : "string multilineText");
        }

        var literal = expression.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var words = Word().Matches(Variable().Replace(step.Text, " ")).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]);
        return $$"""
            [{{step.Kind}}("{{literal}}")]
            public void {{step.Kind}}{{string.Concat(words)}}({{string.Join(", ", parameters)}})
            {
                throw new NotImplementedException();
            }
            """;
    }

    private static string Placeholder(string found, List<string> parameters)
    {
        if (found.Length == 1 && !char.IsAsciiDigit(found[0]))
        {
            return $"\\{found}";
        }

        var (name, type) = found[0] == '"' ? ("string", "string") : found.Contains('.') ? ("double", "double") : ("int", "int");
        parameters.Add($"{type} p{parameters.Count}");
        return $"{{{name}}}";
    }

    // A quoted text, a number that stands alone, or a sign that means something in a Cucumber expression.
    [GeneratedRegex(@"""[^""]*""|(?<![\w.-])-?[0-9]+(\.[0-9]+)?(?!\w|\.[0-9]|-)|[\\(){}/]")]
    private static partial Regex Variable();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();
}
