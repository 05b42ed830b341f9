using System.Text.RegularExpressions;
using ValidationWorkbench.Pdf;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class PageTextTests
{
    [Fact]
    public void Text_comes_back_with_every_special_character()
    {
        const string Special = "äöüßÄÖÜ αβΔμµΩ ≥≤±−–—“”•→✓×°C €§²";

        Assert.Contains(Special, PdfSamples.Printed(new Paragraph(Special)).Text[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_the_font_lacks_come_back_and_are_reported()
    {
        byte[] file = PdfWriter.Write(PdfSamples.Document(new Paragraph("A 漢字 ☐ 😀 B")), out IReadOnlyList<string> missing);
        PdfWriter.Write(PdfSamples.Complete(), out IReadOnlyList<string> none);

        Assert.Contains("A 漢字 ☐ 😀 B", new PdfReading(file).Text[0], StringComparison.Ordinal);
        Assert.Equal(["字", "漢", "😀"], missing);
        Assert.Empty(none);
    }

    [Fact]
    public void Letters_that_could_join_come_back_one_by_one() =>
        Assert.Contains("office affine flow -> =>", PdfSamples.Printed(new Paragraph("office affine flow -> =>")).Text[0], StringComparison.Ordinal);

    [Fact]
    public void Soft_hyphens_and_tabs_leave_no_trace() =>
        Assert.Contains("cooperate now", PdfSamples.Printed(new Paragraph("co\u00ADoperate\tnow")).Lines[0]);

    [Fact]
    public void A_heading_comes_back_with_its_number_in_front() =>
        Assert.Equal(["4.1 ", "Results of the run"], PdfSamples.Printed(new Heading(2, "4.1   Results of the run")).Lines[0].Take(2));

    [Fact]
    public void Header_banner_and_page_count_are_on_every_page()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());

        Assert.True(file.Text.Count >= 6);
        for (int i = 0; i < file.Text.Count; i++)
        {
            Assert.Contains("DEMONSTRATION", file.Lines[i]);
            Assert.Contains("VR-1", file.Lines[i]);
            Assert.Contains($"Page {i + 1} of {file.Text.Count}", file.Lines[i]);
        }
    }

    [Fact]
    public void The_watermark_is_drawn_on_every_page_but_is_no_text()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());

        Assert.All(file.Pages, page => Assert.StartsWith("/Artifact << /Type /Pagination /Subtype /Watermark >> BDC\n/W1 Do\nEMC\n", file.Content(page), StringComparison.Ordinal));
        Assert.All(file.Text, text => Assert.DoesNotContain("DRAFT", text, StringComparison.Ordinal));
        Assert.DoesNotContain("/W1", PdfSamples.Printed(PdfSamples.Document()).Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_document_is_one_page() => Assert.Single(PdfSamples.Printed().Pages);

    [Fact]
    public void A_page_break_starts_a_page_but_leaves_no_empty_one()
    {
        PdfReading file = PdfSamples.Printed(new PageBreak(), new Paragraph("first"), new PageBreak(), new PageBreak(), new Paragraph("second"), new PageBreak());

        Assert.Equal(2, file.Pages.Count);
        Assert.Contains("second", file.Lines[1]);
    }

    [Fact]
    public void Contents_lead_to_the_pages_where_the_headings_are()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());
        string contents = file.Text[1];

        Assert.Contains("Contents", file.Lines[1]);
        foreach (string title in new[] { "Approval", "Facts", "Results" })
        {
            int page = Enumerable.Range(2, file.Lines.Count - 2).Single(i => file.Lines[i].Contains(title));
            Assert.Matches($@"{title} {page + 1}\b", contents);
        }
    }

    [Fact]
    public void Every_entry_of_the_contents_is_a_link_that_is_printed_and_has_a_page()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());
        int[] links = [.. PdfReading.References(Regex.Match(file.Pages[1], @"/Annots \[(.*?)\]").Groups[1].Value)];

        Assert.Equal(3, links.Length);
        Assert.All(links, link => Assert.Matches(@"/Subtype /Link .* /F 4 /Dest \[\d+ 0 R /XYZ null [\d.]+ null\]", file.Object(link)));
    }

    [Fact]
    public void Bookmarks_nest_by_heading_level()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());
        string root = file.Referenced(file.Catalogue, "Outlines");
        string first = file.Referenced(root, "First");
        string child = file.Referenced(first, "First");

        Assert.Contains("/Count 2", root, StringComparison.Ordinal);
        Assert.Equal("1  Approval", Title(first));
        Assert.Equal("1.1  Facts", Title(child));
        Assert.Equal("2  Results", Title(file.Referenced(first, "Next")));
    }

    [Fact]
    public void Lists_of_tables_and_figures_name_the_pages_of_their_captions()
    {
        Block[] blocks = [PdfSamples.Rows(90), new PageBreak(), FigureSamples.Changes(), PdfSamples.Rows(2) with { Caption = "Table 2" }];
        PdfReading file = PdfSamples.Printed(PdfSamples.Document(blocks) with { ListOfTables = true, ListOfFigures = true });

        Assert.Equal(["Tables", "Table 1", "2", "Table 2", "5"], Entries(file, "Tables").Take(5));
        Assert.Equal(["Figures", "Figure 3 – Cases whose outcome changed", "5"], Entries(file, "Figures").Take(3));
        Assert.Contains("Table 2", file.Lines[4]);
    }

    [Theory]
    [InlineData("Table 1: Models; endpoints as asked", "Table 1: Models")]
    [InlineData("Table 2: Trials: planned is the sum of the others", "Table 2: Trials")]
    [InlineData("Signatures. None is there.", "Signatures")]
    [InlineData("Rates at 0.5, 1:1 and v1.2", "Rates at 0.5, 1:1 and v1.2")]
    public void A_list_of_tables_names_a_table_without_what_its_caption_explains(string caption, string listed)
    {
        Block[] blocks = [PdfSamples.Rows(2) with { Caption = caption }];
        PdfReading file = PdfSamples.Printed(PdfSamples.Document(blocks) with { ListOfTables = true });

        Assert.Equal(listed, Entries(file, "Tables").ElementAt(1));
        Assert.Contains(caption, file.Lines[1]);
    }

    [Fact]
    public void Lines_to_write_on_wait_for_signatures_that_are_not_there()
    {
        SignatureLine given = new("Ada Weiß", "QA", "Approval") { SignedAt = "2026-02-20 10:15:30 +02:00", Id = "SIG-0007", Hash = "0123abcd" };
        PdfReading file = PdfSamples.Printed(new SignatureTable([given, new("", "Owner", "Review")]));

        Assert.Equal(["Ada Weiß", "QA", "Approval"], file.Lines[0].SkipWhile(line => line != "Ada Weiß").Take(3));
        Assert.All(new[] { "SIG-0007", "0123abcd", "Owner" }, text => Assert.Contains(text, file.Lines[0]));
        Assert.Equal(3, Regex.Count(file.Content(file.Pages[0]), @"0\.4 0\.4 0\.4 RG 0\.4 w"));
    }

    [Fact]
    public void Contents_of_a_document_without_headings_are_left_out() =>
        Assert.Single(PdfSamples.Printed(PdfSamples.Document(new Paragraph("text")) with { TableOfContents = true }).Pages);

    private static IEnumerable<string> Entries(PdfReading file, string title) => file.Lines[0].SkipWhile(line => line != title);

    private static string Title(string entry) => PdfReading.Unicode(Regex.Match(entry, "/Title <FEFF([0-9A-F]*)>").Groups[1].Value);
}
