namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>Marked content of a page by its identifier, or an annotation by its object number.</summary>
/// <param name="Page">Number of the page, from 0 in the order in which pages are written.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Annotation">The object number; null for marked content.</param>
internal readonly record struct ContentItem(int Page, int Id, int? Annotation)
{
    /// <summary>Its place among what the page holds: annotations follow the content that they lie over.</summary>
    public int Order => Annotation is null ? Id : int.MaxValue;
}
