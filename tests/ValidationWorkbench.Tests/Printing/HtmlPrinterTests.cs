using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Printing;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

public sealed partial class HtmlPrinterTests
{
    private static readonly string[] Landmarks = ["a", "aside", "header", "nav", "main", "footer"];

    [Fact]
    public void A_cell_keeps_words_whole_and_lets_a_hash_break_without_a_change_of_its_text()
    {
        var hash = Sha256Hex.Of("hash");
        var cells = Read(SampleDocument.Of(new TablePart("t", [new("a", 1), new("b", 1)], [["under-categorization", $"hash {hash}"]]))).Descendants("td").ToList();

        Assert.Empty(cells[0].Elements("wbr"));
        Assert.Equal((7, $"hash {hash}"), (cells[1].Elements("wbr").Count(), cells[1].Value));
    }

    [Fact]
    public void A_page_has_landmarks_one_title_and_an_address_for_every_heading()
    {
        var html = Read(SampleDocument.Of(SampleDocument.Parts) with { Banner = "DEMONSTRATION – x" });
        var body = html.Element("body")!;

        Assert.Equal("en-GB", html.Attribute("lang")!.Value);
        Assert.Equal("D-1 Report", html.Descendants("title").Single().Value.Trim());
        Assert.Equal(Landmarks, body.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("DRAFT – NOT APPROVED · DEMONSTRATION – x", Words(body.Element("aside")!));
        Assert.Equal("Report", Words(html.Descendants("h1").Single()));
        Assert.Equal(["1 Section", "1.1 Section"], html.Descendants().Where(element => element.Name.LocalName is "h2" or "h3").Select(Words));
        Assert.Equal(html.Descendants("a").Select(link => link.Attribute("href")!.Value), ["#content", "#s-section", "#s-section-2"]);
        Assert.All(html.Descendants("a"), link => Assert.Single(html.Descendants(), element => element.Attribute("id")?.Value == link.Attribute("href")!.Value[1..]));
    }

    [Fact]
    public void Tables_facts_and_figures_are_what_they_are_called()
    {
        var html = Read(SampleDocument.Of(SampleDocument.Parts));
        var table = html.Descendants("table").First();

        Assert.Equal("Caption", Words(table.Element("caption")!));
        Assert.Equal(["col", "col"], table.Element("thead")!.Descendants("th").Select(cell => cell.Attribute("scope")!.Value));
        Assert.Equal(["Value", "Other value"], html.Descendants("main").Single().Descendants("dt").Single(term => Words(term) == "Name").ElementsAfterSelf("dd").Select(Words));
        Assert.Equal(["Chart", "Matrix", "Pairs", "Strips", "Plot"], html.Descendants("svg").Select(drawing => drawing.Attribute("aria-label")!.Value));
        Assert.Equal(["Chart", "Matrix", "Pairs", "Strips", "Plot"], html.Descendants("figcaption").Select(Words));
        Assert.All(html.Descendants("details"), details => Assert.Equal("What it shows", Words(details.Element("p")!)));
    }

    /// <summary>Scale from 200 to 430 for 0 to 1.</summary>
    [Fact]
    public void An_interval_stands_where_its_values_are()
    {
        var drawing = Read(SampleDocument.Of(new IntervalPart("c", "a", 0, 1, [new IntervalRow("r", 0.5, 0.6, 1.7, 0.9, "n", "GO")]))).Descendants("svg").Single();
        string Of(string element, string kind, string name) => drawing.Elements(element).First(mark => mark.Attribute("class")!.Value == kind).Attribute(name)!.Value;

        Assert.Equal(("315", "338", "430", "407"), (Of("line", "bounds", "x1"), Of("circle", "full", "cx"), Of("line", "bounds", "x2"), Of("line", "limit", "x1")));
        Assert.Equal("GO", Words(drawing.Elements("text").Single(mark => mark.Attribute("class")!.Value == "state")));
    }

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-1, 1, "-1 -0.5 0 0.5 1")]
    [InlineData(0, 10.5, "0 2.5 5 7.5 10")]
    [InlineData(0.6, 1, "0.6 0.7 0.8 0.9 1")]
    public void A_scale_has_round_values(double minimum, double maximum, string expected)
    {
        var axis = new PartAxis("t", minimum, maximum);

        Assert.Equal(expected, string.Join(' ', Svg.TicksOf(axis).Select(value => Svg.Written(value, axis))));
    }

    [Fact]
    public void Nothing_in_a_page_is_fetched_or_run()
    {
        var html = Read(SampleDocument.Of(SampleDocument.Parts));

        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(html.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "src" or "style");
        Assert.DoesNotMatch("url|@import|http", html.Descendants("style").Single().Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_a_value_holds_stays_text_and_all_of_it_is_there(ulong seed)
    {
        for (var i = 0UL; i < 100; i++)
        {
            var document = SampleDocument.Hostile((seed * 1000) + i);
            var html = Read(document);
            var text = Dense(Words(html.Element("body")!));

            SampleDocument.AssertInOrder(document.Parts, text, Dense);
            Assert.All(SampleDocument.Drawn(document.Parts), drawn => Assert.Contains(Dense(drawn), text, StringComparison.Ordinal));
            Assert.All(document.Parts.OfType<FigurePart>(), figure => Assert.Contains(Dense(figure.Alternative), text, StringComparison.Ordinal));
            Assert.Equal(Collapse(document.Title), Words(html.Descendants("h1").Single()));
            Assert.Equal(SampleDocument.Texts([document.Parts[5]]).Select(Collapse), html.Descendants("table").Single().Descendants().Where(element => element.Name.LocalName is "caption" or "th" or "td").Select(Words));
        }
    }

    [Fact]
    public void No_value_can_end_a_string_of_the_style_sheet()
    {
        var css = Read(SampleDocument.Of() with { Footer = ["a\"; } * { color: red } /* \\"], Organisation = "</style><b>\n" }).Descendants("style").Single().Value;

        Assert.Contains("content: \"a\\000022 \\00003b  \\00007d  \\00002a  \\00007b  color\\00003a  red \\00007d  \\00002f \\00002a  \\00005c \"", css, StringComparison.Ordinal);
        Assert.Contains("content: \"\\00003c \\00002f style\\00003e \\00003c b\\00003e \\00000a ", css, StringComparison.Ordinal);
    }

    [Fact]
    public void The_style_file_shapes_the_page()
    {
        var style = Documents.Make.Style with { Accent = "#7a0019", Logo = "ACME", Page = PageSize.Letter };
        var html = Read(SampleDocument.Of() with { Style = style });

        Assert.Contains("--accent-on-white: #7a0019; --accent-on-dark: #ca99a3;", html.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.Contains("size: letter;", html.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.Equal("ACME", Words(html.Descendants("p").First()));
        Assert.Contains("size: A4;", Read(SampleDocument.Of()).Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_printed_is_seen() =>
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFD", Words(Read(SampleDocument.Of(ParagraphPart.Plain("a\u0007b\uD800c\uFFFE"))).Descendants("main").Single()));

    /// <summary>The page as a tree; what is written is well-formed but for the elements that HTML never closes.</summary>
    private static XElement Read(ControlledDocument document)
    {
        var text = Encoding.UTF8.GetString(HtmlPrinter.Print(document));
        Assert.StartsWith("<!DOCTYPE html>\n<html", text, StringComparison.Ordinal);
        return XElement.Parse(Unclosed().Replace(text["<!DOCTYPE html>".Length..], match => match.Value[..^1] + "/>"), LoadOptions.PreserveWhitespace);
    }

    private static string Words(XElement element) =>
        Collapse(string.Concat(element.DescendantNodes().Select(node => node is XText text ? text.Value : node is XElement { Name.LocalName: "br" or "tspan" } ? " " : string.Empty)));

    /// <summary>Without spaces: labels of a figure are broken into lines.</summary>
    private static string Dense(string text) => Space().Replace(text, string.Empty);

    private static string Collapse(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex("<(?:meta|br|wbr|col)[^>]*>")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
