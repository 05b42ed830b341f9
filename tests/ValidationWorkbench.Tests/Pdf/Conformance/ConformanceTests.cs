using ValidationWorkbench.Pdf;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

public sealed class ConformanceTests
{
    public static TheoryData<string> Names => [.. Requirement.All.Select(requirement => requirement.Name)];

    [Fact]
    public void A_document_with_everything_meets_every_requirement() => Assert.Empty(Requirement.Missed(PdfWriter.Write(ConformanceSamples.Everything)));

    [Fact]
    public void A_document_of_one_line_meets_every_requirement() =>
        Assert.Empty(Requirement.Missed(PdfWriter.Write(PdfSamples.Document(new Paragraph("text")))));

    [Fact]
    public void A_document_of_nothing_meets_every_requirement() => Assert.Empty(Requirement.Missed(PdfWriter.Write(PdfSamples.Document())));

    /// <summary>Otherwise the mutated files would show nothing.</summary>
    [Fact]
    public void Generated_documents_meet_every_requirement()
    {
        GeneratedDocuments generated = new(5);
        for (int i = 0; i < 40; i++)
        {
            Assert.Empty(Requirement.Missed(PdfWriter.Write(generated.Next())).Select(missed => $"document {i}: {missed}"));
        }
    }

    [Fact]
    public void The_file_to_spoil_meets_every_requirement() => Assert.Empty(Requirement.Missed(Mutation.None));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_that_misses_one_requirement_is_found_out_by_that_one(string name) =>
        Assert.Equal([name], Requirement.Missed(Mutations.All[name]()).Select(NameIn).Distinct());

    private static string NameIn(string finding) => finding[..finding.IndexOf(" (ISO ", StringComparison.Ordinal)];
}
