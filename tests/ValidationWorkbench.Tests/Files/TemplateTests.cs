using ValidationWorkbench.Documents;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class TemplateTests
{
    private static readonly TemplateSet Shipped = TemplateSet.Read(ShippedFiles.Folder);

    [Fact]
    public void The_shipped_templates_are_valid_and_complete()
    {
        Assert.All(Shipped.Templates, template => Assert.NotEmpty(template.Kind.Title));
        Assert.All(Shipped.Templates, template => Assert.NotEmpty(template.Kind.Mandatory));
        Assert.All(Shipped.Templates, template => Assert.NotEmpty(template.Fill(DocumentData.Sample(isFull: true)).Parts));
        Assert.All(Shipped.Templates, template => Assert.NotEmpty(template.Fill(DocumentData.Sample(isFull: false)).Parts));
    }

    [Fact]
    public void Every_block_that_can_be_made_is_used_by_a_shipped_template()
    {
        var used = Shipped.Templates.SelectMany(template => template.Fill(DocumentData.Sample(isFull: true)).Parts.OfType<PlaceholderPart>()).Select(part => part.Name);

        Assert.Empty(DocumentParts.Names.Except(used));
    }

    [Fact]
    public void Headings_paragraphs_lists_tables_and_blocks_are_read()
    {
        var text = Parse("""
            # Report

            ## First
            Plain *soft* **bold** `code` &amp; more
            text of {{plan-id}}.

            1. one
            2. two

            - dot

            | A | B |
            |---|---|
            | 1 | {{run-id}} |

            {{block "counts"}}

            ### Second part {#second}

            """).Fill(DocumentData.Sample(isFull: true));

        Assert.Equal("Report", text.Kind.Title);
        Assert.Equal(new HeadingPart(1, "First") { Id = "first" }, text.Parts[0]);
        Assert.Equal("Plain soft bold code & more text of plan-id.", Words(text.Parts[1]));
        Assert.Contains(new TextRun("bold", Bold: true), Assert.IsType<ParagraphPart>(text.Parts[1]).Runs);
        Assert.Contains(new TextRun("code", Code: true), Assert.IsType<ParagraphPart>(text.Parts[1]).Runs);
        Assert.True(Assert.IsType<ListPart>(text.Parts[2]).Numbered);
        Assert.False(Assert.IsType<ListPart>(text.Parts[3]).Numbered);
        Assert.Equal(["1", "run-id"], Assert.Single(Assert.IsType<TablePart>(text.Parts[4]).Rows));
        Assert.Equal("counts", Assert.IsType<PlaceholderPart>(text.Parts[5]).Name);
        Assert.Equal(new HeadingPart(2, "Second part") { Id = "second" }, text.Parts[6]);
    }

    [Fact]
    public void A_loop_makes_a_row_for_each_item_and_a_condition_chooses()
    {
        const string text = "# T\n\n| Id | Run |\n|---|---|\n{{#each requirements}}\n| {{id}} | {{../run-id}} |\n{{/each}}\n\n{{#if is-go}}yes{{else}}no{{/if}}\n";

        var full = Parse(text).Fill(DocumentData.Sample(isFull: true)).Parts;
        Assert.Equal(["id", "run-id"], Assert.Single(Assert.IsType<TablePart>(full[0]).Rows));
        Assert.Equal(["yes", "no"], new[] { full, Parse(text).Fill(DocumentData.Sample(isFull: false)).Parts }.Select(parts => Words(parts[^1])));
    }

    [Theory]
    [InlineData("**bold** _x_ `c` [l](u) ![i](block:counts) <b> & &amp; # - + 1. | a \\ {{run-id}}")]
    [InlineData("# heading")]
    [InlineData("![](block:counts)")]
    [InlineData("- list")]
    [InlineData("1) list ~~~ ``` --- ===")]
    [InlineData("http://a.example/?b=c&d")]
    [InlineData("α ≤ β → 日本 😀")]
    public void Whatever_a_value_holds_stays_plain_text(string value)
    {
        var data = DocumentData.Sample(isFull: true).ToDictionary();
        data["plan-title"] = value;

        var parts = Parse("# T\n\n{{plan-title}}\n\n## About {{plan-title}}\n\n| A |\n|---|\n| {{plan-title}} |\n").Fill(data).Parts;

        Assert.Equal(value, Words(parts[0]));
        Assert.Equal($"About {value}", Assert.IsType<HeadingPart>(parts[1]).Text);
        Assert.Equal([value], Assert.Single(Assert.IsType<TablePart>(parts[2]).Rows));
    }

    [Theory]
    [InlineData("## Only a section\n", "t.md:1:1: the title is missing; a template begins with a level-1 heading.")]
    [InlineData("# One\n\ntext\n\n# Two\n", "t.md:5:1: a second title; a template has one level-1 heading.")]
    [InlineData("# T\n\n> quoted\n", "t.md:3:1: QuoteBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    [InlineData("# T\n\n```\ncode\n```\n", "t.md:3:1: FencedCodeBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    [InlineData("# T\n\n---\n", "t.md:3:1: ThematicBreakBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    [InlineData("# T\n\n##### Five\n", "t.md:3:1: HeadingBlock is not supported; use headings to level 4, paragraphs, lists and tables.")]
    [InlineData("# T\n\n{{#each requirements}}\n{{id}}\n", "t.md:3:1: {{#each ...}} is never closed by {{/each}}.")]
    [InlineData("# T\n\n{{#if is-go}}\n{{/each}}\n", "t.md:4:1: {{/each}} ends what was not begun; {{#if}} of line 3 is open.")]
    [InlineData("# T\n\n{{#with plan}}x{{/with}}\n", "t.md:3:1: {{#with plan}} is not known; loops begin with {{#each list}}, conditions with {{#if condition}} or {{#unless condition}}.")]
    [InlineData("# T\n\n{{{run-id}}}\n", "t.md:3:1: {{{run-id}} is not allowed; use {{name}}, {{#each list}}, {{#if condition}}, {{else}} and {{block \"name\"}}.")]
    [InlineData("# T\n\n{{&run-id}}\n", "t.md:3:1: {{&run-id}} is not allowed; use {{name}}, {{#each list}}, {{#if condition}}, {{else}} and {{block \"name\"}}.")]
    [InlineData("# T\n\nThe {{run-id\n", "t.md:3:1: {{ without }} on the same line.")]
    [InlineData("# T\n\n{{#each requirements}}\n## {{id}}\n{{/each}}\n\n![](block:counts)\n", "t.md:7:1: an image; blocks are named by {{block \"name\"}}.")]
    public void A_template_with_what_cannot_be_printed_is_refused(string text, string expected) => Assert.Equal(expected, Faults.OnlyOf(() => Parse(text)));

    [Fact]
    public void Every_fault_of_a_template_comes_at_once() =>
        Assert.Equal(["t.md:1:1", "t.md:1:1", "t.md:3:1", "t.md:5:1"], Faults.Of(() => Parse("> a\n\n> b\n\n{{block \"x\"}}\n")).Select(fault => fault[..8]).Order());

    [Theory]
    [InlineData("# T\n\nThe {{plan-idd}} here\n", 3, "{{plan-idd}}")]
    [InlineData("# T\n\nWell\n\n{{#each requirements}}\n{{wrong}}\n{{/each}}\n", 6, "{{wrong}}")]
    [InlineData("# T\n\n{{#each none}}\n{{id}}\n{{/each}}\n", 3, "{{none}}")]
    [InlineData("# T\n\n{{#if is-go}}\na\n{{else}}\n{{wrong}}\n{{/if}}\n", 6, "{{wrong}}")]
    public void An_unknown_name_is_refused_with_its_line_and_the_names_there_are(string text, int line, string name) => Assert.Equal(
        $"t.md:{line}:1: {name} is unknown here; names: {string.Join(", ", DocumentData.Names)}.", Faults.OnlyOf(() => Parse(text)));

    [Fact]
    public void An_unknown_block_is_refused_with_its_line_and_the_blocks_there_are() => Assert.Equal(
        $"t.md:4:1: {{{{block \"count\"}}}} is unknown; blocks: {string.Join(", ", DocumentParts.Names)}.", Faults.OnlyOf(() => Parse("# T\n\n\n{{block \"count\"}}\n")));

    [Fact]
    public void A_mandatory_section_that_is_missing_is_refused()
    {
        Assert.NotNull(Parse("# T\n\n## Executive summary\n\n## What follows {#limits}\n", "executive-summary", "limits"));
        Assert.Equal(
            "t.md:1:1: the mandatory section \"limits\" is missing; a heading with this text in kebab case, or with {#limits} behind it, is needed.",
            Faults.OnlyOf(() => Parse("# T\n\n## Executive summary\n", "executive-summary", "limits")));
    }

    [Fact]
    public void A_condition_cannot_leave_a_mandatory_section_out()
    {
        var template = Parse("# T\n\n{{#if is-go}}\n## Limits\n{{/if}}\n", "limits");

        Assert.NotEmpty(template.Fill(DocumentData.Sample(isFull: true)).Parts);
        Assert.Throws<InputException>(() => template.Fill(DocumentData.Sample(isFull: false)));
    }

    [Theory]
    [InlineData("format: x\ndocuments: [{name: t, abbreviation: T, templateVersion: \"1\", mandatory: []}]\n", "documents.yaml:1:9: format: found \"x\"; this version reads \"validation-workbench/templates/1\".")]
    [InlineData("format: validation-workbench/templates/1\ndocuments: []\n", "documents.yaml:2:12: documents: names no document.")]
    [InlineData("format: validation-workbench/templates/1\ndocuments: [{name: T 1, abbreviation: T, templateVersion: \"1\", mandatory: []}]\n",
        "documents.yaml:2:20: documents[0].name: found \"T 1\"; a name in kebab case is needed, which is that of the template file.")]
    public void A_faulty_list_of_documents_is_refused(string list, string expected) =>
        Assert.Equal(expected, Faults.OnlyOf(() => TemplateSet.Parse(name => Faults.Text(name, name == "documents.yaml" ? list : "# T\n"))));

    private static string Words(ContentPart part) => string.Concat(Assert.IsType<ParagraphPart>(part).Runs.Select(run => run.Text));

    private static TemplateFile Parse(string text, params string[] mandatory) => TemplateFile.Parse(Documents.Make.Kind("t", mandatory), Faults.Text("t.md", text));
}
