using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Tests.Pdf.Objects;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class PdfFileTests
{
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace PdfNames = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";

    [Fact]
    public void Equal_documents_give_equal_bytes() => Assert.Equal(PdfWriter.Write(PdfSamples.Complete()), PdfWriter.Write(PdfSamples.Complete()));

    // Holds on every operating system and processor. Whoever changes the layout on purpose looks at the pages and then puts the new hash here.
    [Fact]
    public void The_sample_document_has_the_known_bytes_on_every_machine() =>
        Assert.Equal("272A32B0DACDE1861753C9C5B6F0BD9F90CED231F01426149FD438955871FE34", Convert.ToHexString(SHA256.HashData(PdfWriter.Write(PdfSamples.Complete()))));

    [Fact]
    public void Documents_printed_at_the_same_time_do_not_disturb_each_other()
    {
        byte[] expected = PdfWriter.Write(PdfSamples.Complete());
        byte[][] printed = new byte[16][];

        Parallel.For(0, printed.Length, i => printed[i] = PdfWriter.Write(PdfSamples.Complete()));

        Assert.All(printed, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void The_culture_of_the_caller_does_not_matter()
    {
        byte[] expected = PdfWriter.Write(PdfSamples.Complete());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            culture.DateTimeFormat.DateSeparator = "_";
            culture.DateTimeFormat.TimeSeparator = "_";
            CultureInfo.CurrentCulture = culture;

            Assert.Equal(expected, PdfWriter.Write(PdfSamples.Complete()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Writing_to_a_stream_gives_the_same_bytes()
    {
        using MemoryStream stream = new();
        PdfWriter.Write(PdfSamples.Complete(), stream);

        Assert.Equal(PdfWriter.Write(PdfSamples.Complete()), stream.ToArray());
    }

    // Allocation stands for effort here, since it is the same on every machine.
    [Fact]
    public void What_a_page_costs_does_not_depend_on_how_many_there_are()
    {
        PdfWriter.Write(Sections(10));
        double few = Cost(40), many = Cost(800);

        Assert.InRange(many / few, 0.85, 1.15);

        static PdfDocument Sections(int count) => PdfSamples.Document(
            [.. Enumerable.Range(1, count).SelectMany(i => new Block[] { new Heading(1, $"{i}  Section"), new Paragraph(PdfSamples.Sentence), PdfSamples.Rows(30) })])
            with
        { TableOfContents = true, Footer = new PageStrip { Right = ["Page {page} of {pages}"] } };

        static double Cost(int sections)
        {
            PdfDocument document = Sections(sections);
            long before = GC.GetAllocatedBytesForCurrentThread();
            PdfWriter.Write(document);
            return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / sections;
        }
    }

    [Fact]
    public void A_page_is_given_away_before_the_next_blocks_are_laid_out()
    {
        CountedBlocks blocks = new(PdfSamples.Rows(10), 1000);

        Assert.NotNull(new DocumentLayout(PdfSamples.Document() with { Blocks = blocks }).Body().First());
        Assert.InRange(blocks.Taken, 1, 10);
    }

    [Fact]
    public void The_identifier_follows_the_content()
    {
        static string Id(string title) => Regex.Match(PdfSamples.Printed(PdfSamples.Document() with { Title = title }).Trailer, "/ID \\[<([0-9A-F]{32})> <\\1>\\]").Groups[1].Value;

        Assert.Equal(32, Id("a").Length);
        Assert.Equal(Id("a"), Id("a"));
        Assert.NotEqual(Id("a"), Id("b"));
    }

    [Fact]
    public void Every_object_stands_where_the_table_says_and_every_stream_can_be_read()
    {
        PdfObjects file = new(PdfWriter.Write(PdfSamples.Complete()));

        Assert.Equal(file.Trailer.Number("Size"), file.All.Count + 1 + file.Packed + 1);
        Assert.Empty(file.WrongLengths);
        Assert.All(file.All.Values, Assert.NotNull);
        Assert.All(file.All.Values.OfType<PdfStream>(), stream => Assert.NotEmpty(stream.Data));
    }

    [Fact]
    public void Metadata_packet_and_information_dictionary_agree()
    {
        PdfDocument document = PdfSamples.Complete();
        PdfReading file = PdfSamples.Printed(document);
        string info = file.Referenced(file.Trailer, "Info");
        XDocument xmp = Packet(file);

        Assert.Equal(document.Title, Text(info, "Title"));
        Assert.Equal(document.Title, xmp.Descendants(Dc + "title").Single().Value);
        Assert.Equal(document.Author, Text(info, "Author"));
        Assert.Equal(document.Author, xmp.Descendants(Dc + "creator").Single().Value);
        Assert.Equal(document.Subject, Text(info, "Subject"));
        Assert.Equal(document.Subject, xmp.Descendants(Dc + "description").Single().Value);
        Assert.Contains($"/Producer ({xmp.Descendants(PdfNames + "Producer").Single().Value})", info, StringComparison.Ordinal);
    }

    [Fact]
    public void The_creation_time_is_the_given_one_in_utc()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());
        string info = file.Referenced(file.Trailer, "Info");

        Assert.Contains("/CreationDate (D:20260220081530+00'00') /ModDate (D:20260220081530+00'00')", info, StringComparison.Ordinal);
        Assert.Equal("2026-02-20T08:15:30+00:00", Packet(file).Descendants(Xmp + "CreateDate").Single().Value);
        Assert.Equal("2026-02-20T08:15:30+00:00", Packet(file).Descendants(Xmp + "ModifyDate").Single().Value);
    }

    [Fact]
    public void An_author_and_a_subject_that_are_not_given_are_left_out_of_both()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Document());

        Assert.DoesNotContain("/Author", file.Referenced(file.Trailer, "Info"), StringComparison.Ordinal);
        Assert.Empty(Packet(file).Descendants(Dc + "creator"));
        Assert.Empty(Packet(file).Descendants(Dc + "description"));
    }

    [Fact]
    public void The_file_names_its_archive_level_and_carries_an_output_intent_with_a_whole_profile()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());
        byte[] profile = file.Stream(PdfReading.Reference(file.Catalogue, "DestOutputProfile"));

        Assert.Equal("3", Packet(file).Descendants(PdfA + "part").Single().Value);
        Assert.Equal("A", Packet(file).Descendants(PdfA + "conformance").Single().Value);
        Assert.Contains("/S /GTS_PDFA1", file.Catalogue, StringComparison.Ordinal);
        Assert.Equal(profile.Length, Number(profile, 0));
        Assert.Equal("mntrRGB XYZ ", Encoding.ASCII.GetString(profile, 12, 12));
        Assert.All(Enumerable.Range(0, Number(profile, 128)), i => Assert.InRange(Number(profile, 136 + (12 * i)) + Number(profile, 140 + (12 * i)), 128, profile.Length));
    }

    [Fact]
    public void Fonts_are_embedded_with_a_width_for_every_glyph()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Complete());
        string font = file.Referenced(file.Pages[0], "F1");
        string descendant = file.Object(int.Parse(Regex.Match(font, @"/DescendantFonts \[(\d+) 0 R\]").Groups[1].Value, CultureInfo.InvariantCulture));
        byte[] program = file.Stream(PdfReading.Reference(file.Referenced(descendant, "FontDescriptor"), "FontFile2"));

        Assert.Contains("/CIDToGIDMap /Identity", descendant, StringComparison.Ordinal);
        Assert.Equal(new byte[] { 0, 1, 0, 0 }, program[..4]);
        Assert.Equal(GlyphCount(program), Regex.Match(descendant, @"/W \[0 \[(.*?)\]\]").Groups[1].Value.Split(' ').Length);
    }

    private static int GlyphCount(byte[] program)
    {
        int entry = Enumerable.Range(0, 20).Select(i => 12 + (16 * i)).First(e => Encoding.ASCII.GetString(program, e, 4) == "maxp");
        return Number(program, Number(program, entry + 8) + 2) & 0xFFFF;
    }

    private static XDocument Packet(PdfReading file)
    {
        string packet = Encoding.UTF8.GetString(file.Stream(PdfReading.Reference(file.Catalogue, "Metadata")));
        return XDocument.Parse(packet[packet.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..packet.IndexOf("<?xpacket end", StringComparison.Ordinal)]);
    }

    private static string Text(string dictionary, string key) => PdfReading.Unicode(Regex.Match(dictionary, $"/{key} <FEFF([0-9A-F]*)>").Groups[1].Value);

    private static int Number(byte[] data, int offset) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(offset));

    /// <summary>One block again and again, and how many of them were asked for.</summary>
    private sealed class CountedBlocks(Block block, int count) : IReadOnlyList<Block>
    {
        public int Count => count;

        public int Taken { get; private set; }

        public Block this[int index]
        {
            get
            {
                Taken = Math.Max(Taken, index + 1);
                return block;
            }
        }

        public IEnumerator<Block> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
