using System.Text.RegularExpressions;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>
/// Writes values into GitHub-flavoured Markdown so that they stay plain text and can still be read as such: a sign is escaped only where it would be markup.
/// </summary>
internal static partial class MarkdownText
{
    /// <summary>A text on one line.</summary>
    public static string Line(string text) => Escape(PrintableText.OneLine(text).Trim());

    /// <summary>A text whose line ends stay, as breaks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineEnd">What stands for a line end: <c>&lt;br&gt;</c> where a line feed would end a row.</param>
    public static string Lines(string text, string lineEnd) => string.Join(lineEnd, PrintableText.Lines(text).Select(Line));

    /// <summary>Stretches of text in their styles.</summary>
    /// <param name="runs">The stretches.</param>
    /// <param name="lineEnd">What stands for a line end.</param>
    public static string Runs(IEnumerable<TextRun> runs, string lineEnd) => string.Concat(Joined(runs).Select(run => Run(run, lineEnd)));

    /// <summary>Lines as they are.</summary>
    public static string CodeBlock(string text)
    {
        var fence = new string('`', Math.Max(3, LongestFence(text) + 1));
        return $"{fence}\n{PrintableText.Of(text)}\n{fence}";
    }

    /// <summary>Styles end at words: signs beside spaces are no emphasis in Markdown.</summary>
    private static string Run(TextRun run, string lineEnd)
    {
        var words = run.Text.Trim();
        if (words.Length == 0)
        {
            return run.Text;
        }

        var text = run.Code ? Code(PrintableText.OneLine(words)) : string.Join(lineEnd, PrintableText.Lines(words).Select(Escape));
        var (before, after) = (run.Text[..^run.Text.TrimStart().Length], run.Text[run.Text.TrimEnd().Length..]);
        return $"{Blank(before)}{(run.Bold ? $"**{text}**" : text)}{Blank(after)}";
    }

    private static string Blank(string space) => space.Length > 0 ? " " : string.Empty;

    /// <summary>Neighbours of one style are one stretch, else a mark that is harmless in each could be markup between them.</summary>
    private static List<TextRun> Joined(IEnumerable<TextRun> runs) => runs.Aggregate(new List<TextRun>(), (all, run) =>
    {
        if (all.Count > 0 && all[^1] with { Text = run.Text } == run)
        {
            all[^1] = run with { Text = all[^1].Text + run.Text };
        }
        else
        {
            all.Add(run);
        }

        return all;
    });

    /// <summary>Fenced by more backticks than stand in it.</summary>
    private static string Code(string text)
    {
        var fence = new string('`', LongestFence(text) + 1);
        var space = text.StartsWith('`') || text.EndsWith('`') ? " " : string.Empty;
        return $"{fence}{space}{text}{space}{fence}";
    }

    private static int LongestFence(string text) => Backticks().Matches(text).Select(match => match.Length).DefaultIfEmpty().Max();

    private static string Escape(string text) => Markup().Replace(text, match => match.Groups["number"] is { Success: true } number ? $"{number.Value}\\{match.Value[^1]}" : $"\\{match.Value}");

    /// <summary>
    /// Signs that are markup wherever they stand; brackets, angles and ampersands where they could begin a link, tag or entity; underscores that are not within a word; what would make an
    /// address a link; and what would make a heading, list, quote or rule of a line that begins with it.
    /// </summary>
    [GeneratedRegex(
        @"[\\`*|$~]|<(?=[\p{L}/!?])|\[(?=\^|[ x]\])|\](?=[(:[])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|:(?=//)|(?<=www)\.|(?<=[\w.+-])@|^(?:>|-(?=[\s-]|$)|\+(?=\s|$)|\#(?=\#{0,5}(?:\s|$))|=(?==*\s*$)|(?<number>\d{1,9})[.)](?=\s|$))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
