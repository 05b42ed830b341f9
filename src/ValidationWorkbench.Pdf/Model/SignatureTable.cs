namespace ValidationWorkbench.Pdf;

/// <summary>Who signs a document, as what and when; where nobody has signed yet there are lines to write on.</summary>
public sealed record SignatureTable(IReadOnlyList<SignatureLine> Lines) : Block
{
    public string? Caption { get; init; }
}
