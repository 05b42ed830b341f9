using System.Globalization;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Tests.Pdf.Conformance;
using ValidationWorkbench.Tests.Pdf.Objects;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class StructureTests
{
    [Fact]
    public void The_text_of_a_paragraph_is_whole_with_its_words_apart_whatever_its_lines()
    {
        string text = string.Concat(Enumerable.Repeat(PdfSamples.Sentence, 100)) + PdfSamples.Hash + PdfSamples.Hash + " end";
        Printed file = new(new Paragraph([text, new Run(" bold", Bold: true), new Run(" code", Code: true)]));

        Assert.True(file.Pages > 1);
        Assert.Equal(text + " bold code", file.Texts("P").Single());
    }

    [Fact]
    public void A_link_is_read_where_it_stands_in_its_sentence()
    {
        Run link = new("the site") { Address = "https://example.org/" };
        Printed file = new(new Paragraph(["See ", link, " for more, or ", link with { Text = "the other" }, "."]));

        Assert.Equal(["See the site for more, or the other."], file.Texts("P"));
        Assert.Equal(["the site", "the other"], file.Texts("Link"));
    }

    [Fact]
    public void An_empty_cell_keeps_its_place_in_the_row() =>
        Assert.Equal(["", "b", "c", ""], new Printed(new Table([new Column("A", 1), new Column("B", 1)], [Row.Of("", "b"), Row.Of("c", "")])).Texts("TD"));

    [Fact]
    public void A_table_over_pages_is_one_table_with_one_head()
    {
        Printed file = new(PdfSamples.Rows(150));

        Assert.True(file.Pages > 2);
        Assert.Equal("Caption THead TBody", file.Only("Table").KidTypes);
        Assert.Equal(["Table 1"], file.Texts("Caption"));
        Assert.Equal(["Number head", "Text head"], file.Texts("TH"));
        Assert.Equal(Enumerable.Range(1, 150).SelectMany(i => new[] { $"row-{i}", "text" }), file.Texts("TD"));
    }

    [Fact]
    public void A_cell_over_pages_is_one_cell()
    {
        string tall = string.Join('\n', Enumerable.Range(1, 150).Select(i => $"tall-{i}"));

        Assert.Equal([tall.Replace('\n', ' '), ""], new Printed(new Table([new Column("A", 1), new Column("B", 1)], [Row.Of(tall, "")])).Texts("TD"));
    }

    [Fact]
    public void Labelled_facts_are_rows_with_a_header_cell_each()
    {
        Printed file = new(new KeyValues([new KeyValue("Record", PdfSamples.Hash), new KeyValue("Version", "1")]));

        Assert.Equal(["Record", "Version"], file.Texts("TH"));
        Assert.Equal([PdfSamples.Hash, "1"], file.Texts("TD"));
        Assert.All(file.Of("TH"), cell => Assert.Equal("Row", file.Attribute(cell, "Scope")));
    }

    [Fact]
    public void Lists_hold_labels_bodies_and_the_lists_within_them()
    {
        Printed file = new(new NumberedList([new ListItem([new Run("outer")]) { Nested = ["inner"] }, "next"]));

        Assert.Equal(["1.", "a)", "2."], file.Texts("Lbl"));
        Assert.Equal(["outera)inner", "inner", "next"], file.Texts("LBody"));
        Assert.Equal(["Decimal", "LowerAlpha"], file.Of("L").Select(list => file.Attribute(list, "ListNumbering")));
    }

    [Fact]
    public void A_heading_opens_a_section_and_levels_that_are_left_out_are_closed_up()
    {
        Printed file = new(new Heading(2, "a"), new Heading(3, "b"), new Heading(1, "c"), new Heading(3, "d"), new Paragraph("text"));

        Assert.Equal(["H1", "H2", "H1", "H2"], file.Of("H1", "H2", "H3").Select(heading => heading.Type));
        Assert.Equal("d", file.Text(file.Only("P").Parent!.Kids[0]));
        Assert.Equal(["H1 Sect", "H2", "H1 Sect", "H2 P"], file.Of("Sect").Select(section => section.KidTypes));
    }

    [Fact]
    public void A_chart_is_a_figure_in_words_with_its_place_on_every_page_it_is_on()
    {
        Interval[] rows = [.. Enumerable.Range(0, 60).Select(i => new Interval($"Row {i}", 0.2, 0.3, 0.4, 0.1))];
        Printed file = new(new IntervalChart(0, 1, rows) { Caption = "Shares", Alternative = "Sixty shares of 0.3." });

        Assert.Equal(["Shares"], file.Texts("Caption"));
        Assert.Equal(file.Pages, file.Of("Figure").Count);
        Assert.All(file.Of("Figure"), figure =>
        {
            Assert.Equal("Sixty shares of 0.3.", figure.Entries.Text("Alt"));
            double[] box = [.. file.Box(figure)];
            Assert.InRange(box[0], 61, 63);
            Assert.InRange(box[2], 533, 534);
            Assert.True(box[1] > 30 && box[1] < box[3] && box[3] < 812);
        });
    }

    [Fact]
    public void The_contents_lead_to_their_headings_and_say_so()
    {
        Printed file = new(PdfSamples.Document(new Heading(1, "1  First"), new Heading(2, "1.1  Below"), new Heading(1, "2  Second")) with { TableOfContents = true });

        Assert.Equal(["Caption TOCI TOCI", "TOCI"], file.Of("TOC").Select(contents => contents.KidTypes));
        Assert.Equal(["1 First 2", "1.1 Below 2", "2 Second 2"], file.Texts("Link"));
        Assert.Equal(["1 First, page 2", "1.1 Below, page 2", "2 Second, page 2"], file.Of("Link").SelectMany(link => link.Annotations).Select(file.Contents));
    }

    [Fact]
    public void A_remark_is_a_note_with_its_title_as_a_paragraph_of_its_own()
    {
        Printed file = new(new Callout(CalloutKind.Warning, "Deviation", "text"), new Callout(CalloutKind.Info, "", "other"));

        Assert.Equal(["P P", "P"], file.Of("Note").Select(note => note.KidTypes));
        Assert.Equal(["note-000001", "note-000002"], file.Of("Note").Select(note => note.Entries.Text("ID")));
    }

    [Fact]
    public void What_surrounds_the_body_of_pages_is_not_read_out()
    {
        Printed file = new(PdfSamples.Complete());
        string all = file.Text(file.Only("Document"));

        Assert.Contains(PdfSamples.Hash, all, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMONSTRATION", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 1 of", all, StringComparison.Ordinal);
        Assert.DoesNotContain("(continued)", all, StringComparison.Ordinal);
    }

    private sealed class Printed
    {
        private readonly ConformanceFile _file;
        private readonly StructureText _text;

        public Printed(params Block[] blocks)
            : this(PdfSamples.Document(blocks))
        {
        }

        public Printed(PdfDocument document)
        {
            _file = new ConformanceFile(PdfWriter.Write(document));
            _text = new StructureText(_file);
        }

        public int Pages => _file.Pages.Count;

        public IReadOnlyList<StructureElement> Of(params string[] types) => [.. _file.Elements.Where(element => types.Contains(element.Type))];

        public StructureElement Only(string type) => Of(type).Single();

        public string Text(StructureElement element) => _text.Of(element);

        public IEnumerable<string> Texts(string type) => Of(type).Select(Text);

        public string? Attribute(StructureElement element, string name) => (_file.Attribute(element, name) as PdfName)?.Value;

        public IEnumerable<double> Box(StructureElement element) =>
            ((List<object?>)_file.Attribute(element, "BBox")!).Select(edge => Convert.ToDouble(edge, CultureInfo.InvariantCulture));

        public string? Contents(int annotation) => _file.Objects.Dictionary(new PdfReference(annotation))!.Text("Contents");
    }
}
