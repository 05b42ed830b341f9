using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A link in running text. It is one element however many lines it takes.</summary>
internal sealed class TextLink
{
    private Element? _element;

    /// <param name="target">Where it leads.</param>
    /// <param name="description">The same in words.</param>
    public TextLink(LinkTarget target, string description)
    {
        Target = target;
        Description = description;
    }

    public LinkTarget Target { get; }

    public string Description { get; }

    /// <summary>The element of the link within that of its text.</summary>
    public Element Within(Element text) => _element ??= new Element(ElementType.Link, text);
}
