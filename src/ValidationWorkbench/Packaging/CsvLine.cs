namespace ValidationWorkbench.Packaging;

/// <summary>A line of a CSV file (RFC 4180, line feed).</summary>
public static class CsvLine
{
    /// <summary>The cells, quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe in front, since parts of it come from a model.</summary>
    public static string Of(IEnumerable<string?> cells) => $"{string.Join(',', cells.Select(Escape))}\n";

    private static string Escape(string? cell)
    {
        var text = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{cell}" : cell ?? string.Empty;
        return text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
