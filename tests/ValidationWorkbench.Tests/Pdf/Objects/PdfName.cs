namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>A name object, without its solidus and with its escapes resolved.</summary>
internal sealed record PdfName(string Value)
{
    public override string ToString() => Value;
}
