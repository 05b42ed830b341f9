namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>A word that is no object: an operator of a content stream, or the end of something.</summary>
internal sealed record PdfKeyword(string Value);
