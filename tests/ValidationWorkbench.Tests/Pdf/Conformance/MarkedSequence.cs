using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>A marked-content sequence that is open: its tag and its property list.</summary>
internal sealed record MarkedSequence(string Tag, PdfDictionary? Properties)
{
    public int? Id => (int?)Properties?.Number("MCID");
}
