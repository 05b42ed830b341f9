namespace ValidationWorkbench.UseCases;

/// <summary>What a document is rendered as; in lower case the name is the extension of the file.</summary>
public enum DocumentFormat
{
    Pdf,
    Html,
    Md,
}
