using System.Text.RegularExpressions;

namespace ValidationWorkbench.Files;

/// <summary>The tags of a template: what stands between <c>{{</c> and <c>}}</c>. Handlebars itself names no line, so the form of tags is checked here.</summary>
internal static partial class TemplateTags
{
    /// <summary>Faults of form with their lines: tags that do not end, forms that are not allowed, loops and conditions without end.</summary>
    public static IEnumerable<(int Line, string Message)> Faults(string text)
    {
        var open = new Stack<(string Word, int Line)>();
        foreach (var (line, tag) in All(text))
        {
            var content = tag.Trim();
            if (content.Length == 0 || content[0] is '{' or '&' or '>' or '!' or '~' or '^' || content.EndsWith('~'))
            {
                yield return (line, $"{{{{{tag}}}}} is not allowed; use {{{{name}}}}, {{{{#each list}}}}, {{{{#if condition}}}}, {{{{else}}}} and {{{{block \"name\"}}}}.");
            }
            else if (content[0] == '#')
            {
                var word = content[1..].Split(' ')[0];
                if (word is not ("each" or "if" or "unless"))
                {
                    yield return (line, $"{{{{{tag}}}}} is not known; loops begin with {{{{#each list}}}}, conditions with {{{{#if condition}}}} or {{{{#unless condition}}}}.");
                }

                open.Push((word, line));
            }
            else if (content[0] == '/')
            {
                if (!open.TryPop(out var begin) || begin.Word != content[1..].Trim())
                {
                    yield return (line, $"{{{{{tag}}}}} ends what was not begun{(begin.Line > 0 ? $"; {{{{#{begin.Word}}}}} of line {begin.Line} is open" : string.Empty)}.");
                }
            }
        }

        foreach (var (word, line) in open)
        {
            yield return (line, $"{{{{#{word} ...}}}} is never closed by {{{{/{word}}}}}.");
        }

        foreach (var line in Lines(text).Where(line => line.Text.Contains("![", StringComparison.Ordinal)))
        {
            yield return (line.Number, "an image; blocks are named by {{block \"name\"}}.");
        }

        foreach (var line in Unended(text))
        {
            yield return (line, "{{ without }} on the same line.");
        }
    }

    /// <summary>Line of the first tag that names something; 1 where none does.</summary>
    public static int LineOf(string text, string name) => All(text).FirstOrDefault(entry => NamePattern().Matches(entry.Tag).Any(match => match.Value == name)) is { Line: > 0 } found ? found.Line : 1;

    /// <summary>The text with harmless words in place of its tags, line by line, so that its structure can be checked.</summary>
    public static string Neutral(string text) => TagPattern().Replace(text, match => match.Groups["tag"].Value.Trim() switch
    {
        ['#' or '/', ..] or "else" => string.Empty,
        var tag when BlockPattern().Match(tag) is { Success: true } block => $"![]({MarkdownTemplate.BlockScheme}{block.Groups["name"].Value})",
        _ => "x",
    });

    /// <summary>Names of blocks with their lines.</summary>
    public static IEnumerable<(int Line, string Name)> Blocks(string text) =>
        from entry in All(text) let block = BlockPattern().Match(entry.Tag.Trim()) where block.Success select (entry.Line, block.Groups["name"].Value);

    private static IEnumerable<(int Line, string Tag)> All(string text) =>
        TagPattern().Matches(text).Select(match => (text.AsSpan(0, match.Index).Count('\n') + 1, match.Groups["tag"].Value));

    private static IEnumerable<int> Unended(string text) =>
        Lines(text).Where(line => TagPattern().Replace(line.Text, string.Empty).Contains("{{", StringComparison.Ordinal)).Select(line => line.Number);

    private static IEnumerable<(int Number, string Text)> Lines(string text) => text.Split('\n').Select((line, i) => (i + 1, line));

    [GeneratedRegex(@"\{\{(?<tag>\{?[^{}\n]*)\}\}\}?")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\Ablock ""(?<name>[^""]*)""\z")]
    private static partial Regex BlockPattern();

    [GeneratedRegex("[^\\s#/\"]+")]
    private static partial Regex NamePattern();
}
