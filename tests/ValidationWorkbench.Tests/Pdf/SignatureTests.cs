using System.Text;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Tests.Pdf.Conformance;
using ValidationWorkbench.Tests.Pdf.Objects;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class SignatureTests
{
    private static readonly byte[] Made = [0x30, 0x01, 0xAB];

    private static readonly PdfSignature Signature = new()
    {
        Name = "Jörg Weiß",
        Reason = "Approved",
        At = new DateTimeOffset(2026, 2, 20, 11, 0, 0, TimeSpan.FromHours(1)),
        Capacity = 100,
        Sign = _ => Made,
    };

    [Fact]
    public void Exactly_what_the_file_says_is_signed_and_that_is_all_but_the_signature()
    {
        byte[] signed = [];
        byte[] bytes = PdfWriter.WriteSigned(PdfSamples.Complete(), Signature with { Sign = content => { signed = content; return Made; } });
        long[] range = [.. ((List<object?>)Dictionary(new PdfObjects(bytes))["ByteRange"]!).Cast<long>()];

        Assert.Equal(signed, bytes[..(int)range[1]].Concat(bytes[(int)range[2]..]));
        Assert.Equal(bytes.Length, range[2] + range[3]);
        Assert.Equal($"<3001AB{new string('0', 194)}>", Encoding.ASCII.GetString(bytes[(int)range[1]..(int)range[2]]));
    }

    [Fact]
    public void The_file_says_who_signed_when_and_why()
    {
        PdfDictionary dictionary = Dictionary(new PdfObjects(PdfWriter.WriteSigned(PdfSamples.Complete(), Signature)));

        Assert.Equal("Jörg Weiß", dictionary.Text("Name"));
        Assert.Equal("Approved", dictionary.Text("Reason"));
        Assert.Equal("D:20260220100000+00'00'", dictionary.Text("M"));
        Assert.Equal("ETSI.CAdES.detached", dictionary.Name("SubFilter"));
    }

    [Fact]
    public void A_signed_file_meets_every_requirement_that_others_meet() =>
        Assert.Empty(Requirement.Missed(PdfWriter.WriteSigned(ConformanceSamples.Everything, Signature)));

    [Fact]
    public void A_field_without_a_place_changes_nothing_on_the_pages()
    {
        PdfReading plain = PdfSamples.Printed(PdfSamples.Complete());
        PdfReading signed = new(PdfWriter.WriteSigned(PdfSamples.Complete(), Signature));

        Assert.Equal(plain.Pages.Select(plain.Content), signed.Pages.Select(signed.Content));
    }

    [Fact]
    public void A_signature_that_needs_more_room_than_it_said_is_refused() => Assert.Equal(
        "The signature has 3 bytes; room was kept for 2.",
        Assert.Throws<ArgumentException>(() => PdfWriter.WriteSigned(PdfSamples.Complete(), Signature with { Capacity = 2 })).Message);

    [Theory]
    [InlineData("", 100, "Signature, name: the text is empty; ")]
    [InlineData("x", 0, "Signature: room is asked for 0 bytes; 1 to 60000 are allowed.")]
    [InlineData("x", 60_001, "Signature: room is asked for 60001 bytes; ")]
    public void What_cannot_be_said_beside_a_signature_is_refused(string name, int capacity, string message) => Assert.StartsWith(
        message,
        Assert.Throws<ArgumentException>(() => PdfWriter.WriteSigned(PdfSamples.Complete(), Signature with { Name = name, Capacity = capacity })).Message,
        StringComparison.Ordinal);

    private static PdfDictionary Dictionary(PdfObjects file) => file.All.Values.OfType<PdfDictionary>().Single(entries => entries.Name("Type") == "Sig");
}
