namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>
/// What a mark on a page belongs to: an element of the document's structure, or an artifact. In a tagged file nothing is drawn that is neither
/// (ISO 32000-1, 14.8.2.2).
/// </summary>
internal abstract class MarkOwner;
