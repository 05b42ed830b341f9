namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>Marks that are no content of the document: what surrounds it on a page, and what only decorates it (ISO 32000-1, 14.8.2.2.2).</summary>
internal sealed class Artifact : MarkOwner
{
    /// <summary>Rules, backgrounds, leaders.</summary>
    public static readonly Artifact Layout = new("/Type /Layout");

    public static readonly Artifact Header = new("/Type /Pagination /Subtype /Header");

    public static readonly Artifact Footer = new("/Type /Pagination /Subtype /Footer");

    public static readonly Artifact Watermark = new("/Type /Pagination /Subtype /Watermark");

    /// <summary>The head of a table, printed again because the table goes on on this page.</summary>
    public static readonly Artifact Repetition = new("/Type /Pagination");

    private Artifact(string properties) => Properties = properties;

    /// <summary>The entries of its property list.</summary>
    public string Properties { get; }
}
