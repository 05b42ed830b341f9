using ValidationWorkbench.Documents;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class StyleFileTests
{
    private const string Good = "format: validation-workbench/style/1\npage: letter\naccent: \"#7a0019\"\nlogo: ACME\nconfidentiality: Internal\n";

    [Fact]
    public void A_style_is_read() => Assert.Equal(
        new DocumentStyle { Format = DocumentStyle.CurrentFormat, Page = PageSize.Letter, Accent = "#7a0019", Logo = "ACME", Confidentiality = "Internal" },
        StyleFile.Parse(Faults.Text("style.yaml", Good)));

    [Fact]
    public void Logo_and_confidentiality_may_be_left_out() => Assert.Equal(
        (null, null), StyleFile.Parse(Faults.Text("style.yaml", Good[..Good.IndexOf("logo", StringComparison.Ordinal)])) is var style ? (style.Logo, style.Confidentiality) : default);

    [Theory]
    [InlineData("style/1", "style/2", "style.yaml:1:9: format: found \"validation-workbench/style/2\"; this version reads \"validation-workbench/style/1\".")]
    [InlineData("letter", "a5", "style.yaml:2:7: page: found a5; one of a4, letter is needed.")]
    [InlineData("\"#7a0019\"", "red", "style.yaml:3:9: accent: found \"red\"; a colour as \"#rrggbb\" is needed, in quotes.")]
    [InlineData("#7a0019", "#808080", "style.yaml:3:9: accent: #808080 has a contrast of 3.94 to white; at least 4.5 is needed, so that it can be read. Choose a darker colour.")]
    [InlineData("ACME", "\" \"", "style.yaml:4:7: logo: one line of 1 to 100 characters is needed, or no such line.")]
    [InlineData("Internal", "\"two\\nlines\"", "style.yaml:5:18: confidentiality: one line of 1 to 100 characters is needed, or no such line.")]
    [InlineData("logo", "logos", "style.yaml:4:1: logos: unknown key; allowed here: format, page, accent, logo, confidentiality.")]
    public void A_faulty_style_is_refused_with_its_place(string from, string to, string expected) =>
        Assert.Equal(expected, Faults.OnlyOf(() => StyleFile.Parse(Faults.Text("style.yaml", Faults.Change(Good, from, to)))));

    [Fact]
    public void Faults_of_style_and_templates_come_at_once()
    {
        const string list = "format: validation-workbench/templates/1\ndocuments: [{name: t, abbreviation: T, templateVersion: \"1\", mandatory: []}]\n";

        Assert.Equal(["t.md:1:1", "style.ya"], Faults.Of(() => TemplateSet.Parse(name => Faults.Text(name, name switch
        {
            "documents.yaml" => list,
            "t.md" => "no title\n",
            _ => Good.Replace("#7a0019", "#ffffff", StringComparison.Ordinal),
        }))).Select(fault => fault[..8]));
    }

    [Fact]
    public void The_confidentiality_line_is_at_the_foot_of_every_document()
    {
        var facts = Documents.Make.Facts();
        string[] Foot(DocumentStyle style) => [.. DocumentComposer.Compose(new DocumentText(Documents.Make.Kind(), "t", []), facts with { Style = style }).Footer];

        var foot = Foot(Documents.Make.Style);
        Assert.Equal([$"Internal · {foot[0]}", .. foot[1..]], Foot(Documents.Make.Style with { Confidentiality = "Internal" }));
    }
}
