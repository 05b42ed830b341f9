using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary>
/// Reads the Markdown of a document: one level-1 heading as title, then headings, paragraphs, lists and tables. A heading may carry an id,
/// <c>{#name}</c>. A block that is made from the records is an image whose address begins with <see cref="BlockScheme"/>, which no value can give.
/// </summary>
internal static class MarkdownTemplate
{
    public const string BlockScheme = "block:";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGenericAttributes().DisableHtml().Build();

    public static (string? Title, IReadOnlyList<ContentPart> Parts, IReadOnlyList<InputFault> Faults) Read(string name, string text)
    {
        var faults = new List<InputFault>();
        var parts = new List<ContentPart>();
        string? title = null;
        foreach (var block in Markdown.Parse(text, Pipeline))
        {
            if (block is HeadingBlock { Level: 1 } heading)
            {
                AddFault(title is not null, block, "a second title; a template has one level-1 heading.");
                title = PlainText(heading.Inline);
            }
            else if (Convert(block) is { } converted)
            {
                parts.Add(converted);
            }
            else
            {
                AddFault(true, block, $"{block.GetType().Name} is not supported; use headings to level 4, paragraphs, lists and tables.");
            }
        }

        if (title is null)
        {
            faults.Add(new InputFault(name, 1, 1, string.Empty, "the title is missing; a template begins with a level-1 heading."));
        }

        return (title, parts, faults);

        void AddFault(bool faulty, Block block, string message)
        {
            if (faulty)
            {
                faults.Add(new InputFault(name, block.Line + 1, block.Column + 1, string.Empty, message));
            }
        }
    }

    private static ContentPart? Convert(Block block) => block switch
    {
        HeadingBlock { Level: <= 4 } heading => Heading(heading),
        ParagraphBlock { Inline: { } inline } when BlockName(inline) is { } name => new PlaceholderPart(name, block.Line + 1),
        ParagraphBlock paragraph => new ParagraphPart(Runs(paragraph.Inline)),
        ListBlock list => new ListPart(list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(item => Runs((item.FirstOrDefault() as ParagraphBlock)?.Inline))]),
        Table table => ConvertTable(table),
        _ => null,
    };

    private static string? BlockName(ContainerInline inline) =>
        inline.FirstChild is LinkInline { IsImage: true, Url: { } url } image && image.NextSibling is null && url.StartsWith(BlockScheme, StringComparison.Ordinal)
            ? url[BlockScheme.Length..] : null;

    private static HeadingPart Heading(HeadingBlock heading)
    {
        var text = PlainText(heading.Inline);
        return new HeadingPart(heading.Level - 1, text) { Id = heading.TryGetAttributes()?.Id ?? Kebab(text) };
    }

    private static string Kebab(string text)
    {
        var id = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                id.Append(letter);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }

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
}
