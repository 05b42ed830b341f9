using System.Text.RegularExpressions;

namespace ValidationWorkbench.Packaging;

/// <summary>A line of a CSV file (RFC 4180, line feed).</summary>
public static partial class CsvLine
{
    /// <summary>
    /// The cells, quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe in front, since parts of it come from a
    /// model; a plain number, such as -3, stays a number.
    /// </summary>
    public static string Of(IEnumerable<string?> cells) => $"{string.Join(',', cells.Select(Escape))}\n";

    private static string Escape(string? cell)
    {
        var text = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !Number().IsMatch(cell) ? $"'{cell}" : cell ?? string.Empty;
        return text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    [GeneratedRegex(@"\A[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?%?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
