namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>Gathers the blocks of a document under one root, in reading order, with a section for every heading.</summary>
internal sealed class DocumentStructure
{
    private readonly Stack<(Element Section, int Level)> _open = [];
    private int _front;

    public Element Root { get; } = new(ElementType.Document);

    /// <summary>
    /// Puts a block where it belongs. A level that a document skips is no level for readers: the first heading is an H1, and none is more than one level below
    /// the one above it (ISO 14289-1, 7.4.2).
    /// </summary>
    public void Add(Element block)
    {
        if (block.IsHeading)
        {
            Open(block);
        }

        (_open.Count == 0 ? Root : _open.Peek().Section).Adopt(block);
    }

    /// <summary>Puts a block before all that belongs to the body, behind what was put there before.</summary>
    public void AddFront(Element block) => Root.Adopt(block, _front++);

    private void Open(Element heading)
    {
        while (_open.Count > 0 && _open.Peek().Level >= heading.Level)
        {
            _open.Pop();
        }

        _open.Push((new Element(ElementType.Sect, _open.Count == 0 ? Root : _open.Peek().Section), heading.Level));
        heading.Level = _open.Count;
    }
}
