using System.Globalization;
using System.Text;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>Maps a controlled document to GitHub-flavoured Markdown, which can be read as plain text as well.</summary>
public static class MarkdownPrinter
{
    // Columns are set in line up to this width; a longer text would push all rows out of sight.
    private const int WidestColumn = 32;
    private const string RowBreak = "<br>";
    private const string LineBreak = "\\\n";

    /// <summary>The file, UTF-8 with line feeds; equal documents give equal bytes.</summary>
    public static byte[] Print(ControlledDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var headings = NumberedHeading.All(document);
        string[] blocks =
        [
            $"# {MarkdownText.Line(document.Title)}",
            MarkdownText.Line(document.Style.Logo ?? document.Organisation),
            MarkdownText.Line(document.Subtitle),
            $"> **{MarkdownText.Line(document.StatusLine)}**",
            Facts(document.Cover),
            "**Contents**",
            string.Join('\n', headings.Values.Select(heading => $"{new string(' ', 2 * (heading.Level - 1))}- {Title(heading)}")),
            .. document.Parts.Select(part => part is HeadingPart heading ? $"{new string('#', heading.Level + 1)} {Title(headings[heading])}" : Map(part)),
            "---",
            .. document.Footer.Select(MarkdownText.Line),
        ];
        return Encoding.UTF8.GetBytes($"{string.Join("\n\n", blocks.Where(block => block.Length > 0))}\n");
    }

    /// <summary>The number is no number of a list.</summary>
    private static string Title(NumberedHeading heading) => MarkdownText.Line($"{heading.Number} {heading.Title}");

    private static string Map(ContentPart part) => part switch
    {
        ParagraphPart paragraph => MarkdownText.Runs(paragraph.Runs, LineBreak),
        CodePart code => MarkdownText.CodeBlock(code.Text),
        ListPart list => string.Join('\n', list.Items.Select((item, i) =>
            $"{(list.Numbered ? $"{Number(i + 1)}." : "-")} {MarkdownText.Runs(item, RowBreak)}")),
        FactsPart facts => Facts(facts.Facts),
        NoticePart notice => $"> **{MarkdownText.Line(notice.Title)}**\\\n> {MarkdownText.Lines(notice.Text, "\\\n> ")}",
        TablePart table => Table(table.Caption, table.Columns, table.Rows),
        SignaturePart signatures => Map(signatures.ToTable()),
        FigurePart figure => Figure(figure),
        _ => throw new ArgumentException($"A {part.GetType().Name} cannot be printed.", nameof(part)),
    };

    /// <summary>What a drawing says in numbers is a table; of a cloud of points remains what its words say.</summary>
    private static string Figure(FigurePart figure) => figure switch
    {
        IntervalPart chart => Table(chart.Caption, [new("Estimate", 1), new("Value and bound", 1, true), new("State", 1)],
            [.. chart.Rows.Select(row => (IReadOnlyList<string>)[row.Label, row.Numbers, row.State])]),
        MatrixPart chart => Table(chart.Caption, [new($"{chart.RowTitle} / {chart.ColumnTitle}", 1), .. chart.Columns.Select(column => new TableColumn(column, 1, true))],
            [.. chart.Rows.Zip(chart.Counts, (row, counts) => (IReadOnlyList<string>)[row, .. counts.Select(Number)])]),
        PairedPart chart => Table(chart.Caption, [new(string.Empty, 1), new(chart.LeftTitle, 1, true), new(chart.RightTitle, 1, true), new(chart.NoteTitle, 1, true)],
            [.. chart.Rows.Select(row => (IReadOnlyList<string>)[row.Label, Number(row.Left), Number(row.Right), row.Note])]),
        _ => $"**{MarkdownText.Line(figure.Caption)}**\n\n{MarkdownText.Line(figure.Alternative)}",
    };

    private static string Facts(IEnumerable<(string Name, string Value)> facts) =>
        string.Join('\n', facts.Select(fact => $"- **{MarkdownText.Line(fact.Name)}:** {MarkdownText.Lines(fact.Value, RowBreak)}"));

    private static string Table(string caption, IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cells = rows.Prepend([.. columns.Select(column => column.Title)])
            .Select(row => row.Select(cell => MarkdownText.Lines(cell, RowBreak)).ToList()).ToList();
        var widths = columns.Select((_, i) => Math.Min(WidestColumn, Math.Max(3, cells.Max(row => row[i].Length)))).ToList();
        string Line(IEnumerable<string> texts) => $"| {string.Join(" | ", texts)} |";
        string Padded(string text, int i) => columns[i].Right ? text.PadLeft(widths[i]) : text.PadRight(widths[i]);
        var lines = cells.Select(row => Line(row.Select(Padded))).ToList();
        lines.Insert(1, Line(columns.Select((column, i) => column.Right ? $"{new string('-', widths[i] - 1)}:" : new string('-', widths[i]))));
        return $"{(caption.Length == 0 ? string.Empty : $"**{MarkdownText.Line(caption)}**\n\n")}{string.Join('\n', lines)}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
