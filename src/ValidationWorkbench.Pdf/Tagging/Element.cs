namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>A part of the document as a reader understands it; the marks that name it as their owner are its content (ISO 32000-1, 14.7.2).</summary>
internal sealed class Element : MarkOwner
{
    private List<Element>? _children;
    private List<ContentItem>? _items;

    /// <param name="type">What it is.</param>
    /// <param name="parent">The element whose next child it becomes; null for a block of the document itself.</param>
    public Element(ElementType type, Element? parent = null)
    {
        Type = type;
        parent?.Adopt(this);
    }

    public ElementType Type { get; private set; }

    public Element? Parent { get; private set; }

    public IReadOnlyList<Element> Children => _children ?? [];

    /// <summary>What it holds itself, page by page in reading order.</summary>
    public IReadOnlyList<ContentItem> Items => _items ?? [];

    /// <summary>Its object in the file; 0 for none yet. A figure has one for each of its pages instead.</summary>
    public int Number { get; set; }

    /// <summary>How many of its children are in the file, from the first one on.</summary>
    public int WrittenChildren { get; set; }

    /// <summary>What a figure shows, in words.</summary>
    public string? Alternative { get; init; }

    public HeaderScope? Scope { get; init; }

    /// <summary>How many columns of a table it takes.</summary>
    public int Columns { get; init; } = 1;

    public ListNumbering? Numbering { get; init; }

    /// <summary>The block of the document that it is part of, which may be itself.</summary>
    public Element Block => Parent is null or { Type: ElementType.Document or ElementType.Sect } ? this : Parent.Block;

    public bool IsHeading => Type is ElementType.H1 or ElementType.H2 or ElementType.H3;

    /// <summary>The level of a heading, from 1.</summary>
    public int Level
    {
        get => Type - ElementType.H1 + 1;
        set => Type = ElementType.H1 + value - 1;
    }

    public static Element Heading(int level) => new(ElementType.H1 + level - 1);

    public void Adopt(Element child) => Adopt(child, Children.Count);

    /// <summary>Makes an element the child at a position.</summary>
    public void Adopt(Element child, int position)
    {
        child.Parent = this;
        (_children ??= []).Insert(position, child);
    }

    public void Hold(ContentItem item) => (_items ??= []).Add(item);

    /// <summary>Forgets what is within it, once that is in the file.</summary>
    public void Forget() => (_children, _items) = (null, null);
}
