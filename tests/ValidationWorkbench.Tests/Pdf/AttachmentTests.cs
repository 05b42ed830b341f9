using System.Text.RegularExpressions;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Tests.Pdf.Objects;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class AttachmentTests
{
    private static readonly Attachment[] Files =
    [
        PdfSamples.File("run.json", AttachmentRelationship.Data, "{ \"outcome\": \"NO-GO\" }"),
        PdfSamples.File("cases (ä).csv", AttachmentRelationship.Source, ""),
        PdfSamples.File("Zusatz.txt", AttachmentRelationship.Supplement, new string('x', 100_000)) with { MediaType = "text/plain" },
    ];

    private static PdfDocument Document => PdfSamples.Document(new Paragraph("text")) with { Attachments = Files };

    [Fact]
    public void Every_file_comes_back_byte_for_byte_under_its_name()
    {
        PdfObjects file = new(PdfWriter.Write(Document));
        IReadOnlyList<object?> names = file.Array(file.Dictionary(file.Dictionary(file.Catalogue["Names"])!["EmbeddedFiles"])!["Names"]);

        Assert.Equal(["Zusatz.txt", "cases (ä).csv", "run.json"], names.OfType<PdfString>().Select(name => name.Text));
        Assert.All(Files, expected => Assert.Equal(expected.Content.ToArray(), Stream(file, Specification(file, expected.Name)).Data));
    }

    [Fact]
    public void A_file_says_what_it_is_and_how_it_stands_to_the_document()
    {
        PdfObjects file = new(PdfWriter.Write(Document));

        Assert.All(Files, expected =>
        {
            PdfDictionary specification = Specification(file, expected.Name);
            PdfStream content = Stream(file, specification);
            PdfDictionary parameters = file.Dictionary(content["Params"])!;

            Assert.Equal(expected.Name, specification.Text("F"));
            Assert.Equal(expected.Description, specification.Text("Desc"));
            Assert.Equal(expected.Relationship.ToString(), specification.Name("AFRelationship"));
            Assert.Equal(expected.MediaType, content.Name("Subtype"));
            Assert.Equal(expected.Content.Length, parameters.Number("Size"));
            Assert.Equal("D:20260220003000+00'00'", parameters.Text("ModDate"));
        });
    }

    [Fact]
    public void The_check_sum_is_the_one_that_the_format_asks_for()
    {
        PdfObjects file = new(PdfWriter.Write(Document));
        PdfDictionary parameters = file.Dictionary(Stream(file, Specification(file, "cases (ä).csv"))["Params"])!;

        // MD5 of nothing, from RFC 1321, A.5.
        Assert.Equal("D41D8CD98F00B204E9800998ECF8427E", Convert.ToHexString(((PdfString)parameters["CheckSum"]!).Bytes));
    }

    [Fact]
    public void The_order_in_which_files_are_given_changes_nothing_in_their_listing()
    {
        PdfReading forth = PdfSamples.Printed(Document);
        PdfReading back = PdfSamples.Printed(Document with { Attachments = [.. Files.Reverse()] });

        Assert.Equal(3, Names(forth).Count);
        Assert.Equal(Names(forth), Names(back));
    }

    private static List<string> Names(PdfReading file) => [.. Regex.Matches(file.Catalogue, "<(FEFF[0-9A-F]+)> \\d").Select(m => m.Groups[1].Value)];

    private static PdfDictionary Specification(PdfObjects file, string name) =>
        file.Array(file.Catalogue["AF"]).Select(file.Dictionary).Single(specification => specification!.Text("UF") == name)!;

    private static PdfStream Stream(PdfObjects file, PdfDictionary specification) => (PdfStream)file.Resolve(file.Dictionary(specification["EF"])!["F"])!;
}
