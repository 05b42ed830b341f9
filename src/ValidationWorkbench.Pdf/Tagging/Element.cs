namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>A part of the document as a reader understands it; the marks that name it as their owner are its content (ISO 32000-1, 14.7.2).</summary>
internal sealed class Element : MarkOwner
{
    private readonly List<Element> _children = [];

    /// <param name="type">What it is.</param>
    /// <param name="parent">The element whose next child it becomes; null for a block of the document itself.</param>
    public Element(ElementType type, Element? parent = null)
    {
        Type = type;
        parent?.Adopt(this);
    }

    public ElementType Type { get; private set; }

    public Element? Parent { get; private set; }

    public IReadOnlyList<Element> Children => _children;

    /// <summary>What a figure shows, in words.</summary>
    public string? Alternative { get; init; }

    public HeaderScope? Scope { get; init; }

    /// <summary>How many columns of a table it takes.</summary>
    public int Columns { get; init; } = 1;

    public ListNumbering? Numbering { get; init; }

    /// <summary>The outermost element around this one, which may be itself.</summary>
    public Element Root => Parent?.Root ?? this;

    public bool IsHeading => Type is ElementType.H1 or ElementType.H2 or ElementType.H3;

    /// <summary>The level of a heading, from 1.</summary>
    public int Level
    {
        get => Type - ElementType.H1 + 1;
        set => Type = ElementType.H1 + value - 1;
    }

    public static Element Heading(int level) => new(ElementType.H1 + level - 1);

    public void Adopt(Element child)
    {
        child.Parent = this;
        _children.Add(child);
    }
}
