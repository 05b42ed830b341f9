using System.Text.RegularExpressions;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>
/// The expression of a step definition as a regular expression over the whole step text. Which of the two languages an
/// expression is written in is decided by the rules Reqnroll documents, so that the same attribute matches the same steps there.
/// </summary>
internal static partial class StepExpression
{
    public static Regex Compile(string expression, IEnumerable<Type> parameterTypes)
    {
        var pattern = IsCucumber(expression) ? FromCucumber(expression, parameterTypes) : expression;
        return new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant);
    }

    private static bool IsCucumber(string expression) =>
        !expression.StartsWith('^') && !expression.EndsWith('$')
        && (Parameter().IsMatch(expression) || !RegexSign().IsMatch(expression));

    private static string FromCucumber(string expression, IEnumerable<Type> parameterTypes)
    {
        var enums = parameterTypes.Where(type => type.IsEnum).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        return Token().Replace(expression, token => token switch
        {
            _ when token.Groups["escaped"] is { Success: true } escaped => Regex.Escape(escaped.Value),
            _ when token.Groups["type"] is { Success: true } type => Pattern(type.Value, token.Index, enums),
            _ when token.Groups["optional"] is { Success: true } optional => $"(?:{Regex.Escape(optional.Value)})?",
            _ => $"(?:{string.Join('|', token.Value.Split('/').Select(Regex.Escape))})",
        });
    }

    // Every group is named after its place: numbered groups would be counted before named ones, and both quotation marks of
    // a string must fill the same group.
    private static string Pattern(string type, int place, HashSet<string> enums) => type switch
    {
        "int" or "long" or "short" or "byte" => $@"(?<p{place}>-?\d+)",
        "float" or "double" or "decimal" => $@"(?<p{place}>[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)",
        "word" => $@"(?<p{place}>\S+)",
        "string" => $"(?:\"(?<p{place}>[^\"]*)\"|'(?<p{place}>[^']*)')",
        _ when type.Length == 0 || enums.Contains(type) => $"(?<p{place}>.*)",
        _ => throw new ArgumentException(
            $"unknown parameter type '{{{type}}}'; allowed: int, long, short, byte, float, double, decimal, word, string, nothing, or the name of an enum parameter"),
    };

    [GeneratedRegex(@"\{\w*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\([^)]+[*+]\)|\.\*|\\\.|\\d\+")]
    private static partial Regex RegexSign();

    [GeneratedRegex(@"\\(?<escaped>.)|\{(?<type>[^}]*)\}|\((?<optional>[^)]+)\)|[^\s(){}/\\]+(?:/[^\s(){}/\\]+)*|.", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
