using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary>Reads a Markdown template: one level-1 heading as title, then headings, paragraphs, lists and tables with placeholders.</summary>
internal static partial class MarkdownTemplate
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static DocumentTemplate Read(DocumentKind kind, TextFile file)
    {
        var faults = new List<InputFault>();
        var blocks = new List<ContentPart>();
        string? title = null;
        foreach (var block in Markdown.Parse(file.Text, Pipeline))
        {
            if (block is HeadingBlock { Level: 1 } heading)
            {
                AddFault(title is not null, block, "a second title; a template has one level-1 heading.");
                title = PlainText(heading.Inline);
            }
            else if (Convert(block) is { } converted)
            {
                blocks.Add(converted);
            }
            else
            {
                AddFault(true, block, $"{block.GetType().Name} is not supported; use headings to level 4, paragraphs, lists and tables.");
            }
        }

        if (title is null)
        {
            faults.Add(new InputFault(file.Name, 1, 1, string.Empty, "the title is missing; a template begins with a level-1 heading."));
        }

        return faults.Count == 0 ? new DocumentTemplate(kind, title!, blocks, ValuesIn(file.Text)) : throw new InputException(faults);

        void AddFault(bool faulty, Block block, string message)
        {
            if (faulty)
            {
                faults.Add(new InputFault(file.Name, block.Line + 1, block.Column + 1, string.Empty, message));
            }
        }
    }

    private static ContentPart? Convert(Block block) => block switch
    {
        HeadingBlock { Level: <= 4 } heading => new HeadingPart(heading.Level - 1, PlainText(heading.Inline)),
        ParagraphBlock paragraph when PlaceholderPattern().Match(PlainText(paragraph.Inline)) is { Success: true } match => new PlaceholderPart(match.Groups["name"].Value, block.Line + 1),
        ParagraphBlock paragraph => new ParagraphPart(Runs(paragraph.Inline)),
        ListBlock list => new ListPart(list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(item => Runs((item.FirstOrDefault() as ParagraphBlock)?.Inline))]),
        Table table => ConvertTable(table),
        _ => null,
    };

    private static TablePart ConvertTable(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => PlainText((cell.FirstOrDefault() as ParagraphBlock)?.Inline)).ToList()).ToList();
        return new TablePart(string.Empty, [.. rows[0].Select(title => new TableColumn(title, 1))], [.. rows.Skip(1)]);
    }

    private static List<TextRun> Runs(ContainerInline? inlines)
    {
        var runs = new List<TextRun>();
        Collect(inlines, false, runs);
        return runs;
    }

    private static void Collect(ContainerInline? container, bool bold, List<TextRun> runs)
    {
        foreach (var inline in container ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal: runs.Add(new TextRun(literal.Content.ToString(), bold)); break;
                case CodeInline code: runs.Add(new TextRun(code.Content, bold, Code: true)); break;
                case LineBreakInline: runs.Add(new TextRun(" ", bold)); break;
                case HtmlEntityInline entity: runs.Add(new TextRun(entity.Transcoded.ToString(), bold)); break;
                case EmphasisInline emphasis: Collect(emphasis, bold || emphasis.DelimiterCount == 2, runs); break;
                case ContainerInline other: Collect(other, bold, runs); break;
            }
        }
    }

    private static string PlainText(ContainerInline? inlines) => string.Concat(Runs(inlines).Select(run => run.Text)).Trim();

    private static List<(string Name, int Line)> ValuesIn(string text) =>
        [.. ValuePattern().Matches(text).Where(match => !IsPlaceholder(text, match))
            .Select(match => (match.Groups["name"].Value, text.AsSpan(0, match.Index).Count('\n') + 1))];

    /// <summary>A block stands in a line of its own; anywhere else its name counts as an unknown value.</summary>
    private static bool IsPlaceholder(string text, Match match)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, match.Index - 1)) + 1;
        var end = text.IndexOf('\n', match.Index);
        return PlaceholderPattern().IsMatch(text[(match.Index == 0 ? 0 : start)..(end < 0 ? text.Length : end)].Trim());
    }

    [GeneratedRegex(@"\A\{\{block:(?<name>[a-z-]+)\}\}\z")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}")]
    private static partial Regex ValuePattern();
}
