using ValidationWorkbench.Documents;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class TemplateTests
{
    [Fact]
    public void The_shipped_templates_are_valid_and_complete()
    {
        var templates = TemplateFile.ReadAll(ShippedFiles.Folder);

        Assert.Equal(Enum.GetValues<DocumentKind>(), templates.Select(template => template.Template.Kind));
        Assert.All(templates, template => Assert.NotEmpty(template.Template.Title));
        Assert.All(templates, template => Assert.NotEmpty(template.Template.Parts.OfType<PlaceholderPart>()));
    }

    [Fact]
    public void Every_block_that_can_be_made_is_used_by_a_shipped_template()
    {
        var used = TemplateFile.ReadAll(ShippedFiles.Folder).SelectMany(template => template.Template.Parts.OfType<PlaceholderPart>()).Select(part => part.Name);

        Assert.Empty(DocumentParts.Names.Except(used));
    }

    [Fact]
    public void Headings_paragraphs_lists_tables_and_placeholders_are_read()
    {
        var parts = Parse("""
            # Report of {{plan-id}}

            ## First
            Plain *soft* **bold** `code` &amp; more
            text.

            1. one
            2. two

            - dot

            | A | B |
            |---|---|
            | 1 | {{run-id}} |

            {{block:counts}}

            """).Template;

        Assert.Equal("Report of {{plan-id}}", parts.Title);
        Assert.Equal(new HeadingPart(1, "First"), parts.Parts[0]);
        Assert.Equal("Plain soft bold code & more text.", string.Concat(Assert.IsType<ParagraphPart>(parts.Parts[1]).Runs.Select(run => run.Text)));
        Assert.Contains(new TextRun("bold", Bold: true), Assert.IsType<ParagraphPart>(parts.Parts[1]).Runs);
        Assert.Contains(new TextRun("code", Code: true), Assert.IsType<ParagraphPart>(parts.Parts[1]).Runs);
        Assert.True(Assert.IsType<ListPart>(parts.Parts[2]).Numbered);
        Assert.False(Assert.IsType<ListPart>(parts.Parts[3]).Numbered);
        Assert.Equal(["1", "{{run-id}}"], Assert.Single(Assert.IsType<TablePart>(parts.Parts[4]).Rows));
        Assert.Equal(new PlaceholderPart("counts", 16), parts.Parts[5]);
        Assert.Equal([("plan-id", 1), ("run-id", 14)], parts.Values);
    }

    [Theory]
    [InlineData("## Only a section\n", "t.md:1:1: the title is missing; a template begins with a level-1 heading.")]
    [InlineData("# One\n\ntext\n\n# Two\n", "t.md:5:1: a second title; a template has one level-1 heading.")]
    [InlineData("# T\n\n> quoted\n", "t.md:3:1: QuoteBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    [InlineData("# T\n\n```\ncode\n```\n", "t.md:3:1: FencedCodeBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    [InlineData("# T\n\n---\n", "t.md:3:1: ThematicBreakBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    [InlineData("# T\n\n##### Five\n", "t.md:3:1: HeadingBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    public void A_template_with_what_cannot_be_printed_is_refused(string text, string expected) => Assert.Equal(expected, Faults.OnlyOf(() => Parse(text)));

    [Fact]
    public void Every_fault_of_a_template_comes_at_once() =>
        Assert.Equal(["t.md:1:1", "t.md:1:1", "t.md:3:1"], Faults.Of(() => Parse("> a\n\n> b\n")).Select(fault => fault[..8]).Order());

    [Theory]
    [InlineData("# T\n\nThe {{plan-idd}} here\n", 3, "{{plan-idd}}")]
    [InlineData("# T\n\nThe {{ plan-id }} here\n", 3, "{{ plan-id }}")]
    [InlineData("# {{none}}\n", 1, "{{none}}")]
    [InlineData("# T\n\n\n{{block:count}}\n", 4, "{{block:count}}")]
    public void An_unknown_name_is_refused_with_its_line_and_the_names_there_are(string text, int line, string name) => Assert.Equal(
        $"t.md:{line}:1: unknown name {name}; values: {string.Join(", ", DocumentValues.Names)}; blocks: {string.Join(", ", DocumentParts.Names.Select(part => $"block:{part}"))}.",
        Faults.OnlyOf(() => Parse(text)));

    private static TemplateFile Parse(string text) => TemplateFile.Parse(DocumentKind.ValidationReport, Faults.Text("t.md", text));
}
