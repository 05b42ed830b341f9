using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// Writes the elements of a document with what belongs to them on each page, and the way back from content to element (ISO 32000-1, 14.7). Blocks
/// and rows of tables are written with the page on which they end, and then forgotten.
/// </summary>
internal sealed class StructureTree
{
    private readonly PdfFile _file;
    private readonly DocumentStructure _document = new();
    private readonly List<int> _pages = [];
    private readonly Dictionary<(Element Figure, int Page), (int Number, Bounds Box)> _figures = [];
    private readonly List<Element> _open = [];
    private readonly List<int> _notes = [];
    private readonly ByteText _text = new();
    private readonly ByteText _parents = new();
    private Element? _last;
    private int _key;

    public StructureTree(PdfFile file) => _file = file;

    /// <summary>Begins a page: what is on it gets its place in the document.</summary>
    /// <param name="number">Object number of the page.</param>
    /// <param name="page">The page as laid out.</param>
    /// <param name="isFront">Whether it stands before the body although it is written after it.</param>
    public void Begin(int number, Page page, bool isFront)
    {
        _pages.Add(number);
        Element? before = null;
        foreach (Mark mark in page.Marks)
        {
            if (mark.Owner is not Element owner)
            {
                continue;
            }

            if (owner != before)
            {
                Place(owner.Block, isFront);
                before = owner;
                _last = owner;
            }

            if (owner.Type == ElementType.Figure)
            {
                AddFigure(owner, mark.Bounds);
            }
        }
    }

    /// <summary>The entries that the dictionary of the page needs, given the owners of its marked content by their identifiers.</summary>
    public string AddContent(IReadOnlyList<Element> owners)
    {
        int page = _pages.Count - 1;
        _text.Clear().Add("[");
        for (int i = 0; i < owners.Count; i++)
        {
            owners[i].Hold(new ContentItem(page, i, null));
            _text.Add($"{(i == 0 ? "" : " ")}{Number(owners[i], page)} 0 R");
        }

        _text.Add("]");
        _parents.Add($"{_key} {_file.Add(_text)} 0 R ");
        return FormattableString.Invariant($" /StructParents {_key++} /Tabs /S");
    }

    /// <summary>The entry that the dictionary of an annotation needs.</summary>
    /// <param name="owner">The element that it belongs to.</param>
    /// <param name="page">Number of its page, from 0 in the order in which pages are written.</param>
    /// <param name="annotation">Its object number.</param>
    public string AddAnnotation(Element owner, int page, int annotation)
    {
        Place(owner.Block, isFront: false);
        owner.Hold(new ContentItem(page, 0, annotation));
        _parents.Add($"{_key} {Number(owner, page)} 0 R ");
        return FormattableString.Invariant($" /StructParent {_key++}");
    }

    /// <summary>Ends a page: writes whatever cannot go on on the next one.</summary>
    public void End()
    {
        foreach (Element block in _open.Where(block => block != _last?.Block))
        {
            Write(block);
        }

        _open.RemoveAll(block => block != _last?.Block);
        for (Element? element = _last; element is not null && element != _document.Root; element = element.Parent)
        {
            if (element.Type == ElementType.TR)
            {
                WriteBefore(element);
            }
        }
    }

    /// <summary>Writes the rest of the elements and returns the number of their root.</summary>
    public int Write()
    {
        int root = _file.Reserve();
        _open.ForEach(Write);
        WriteSections(_document.Root, root);
        string names = string.Join(' ', _notes.Select((number, i) => $"({NoteId(i)}) {PdfFile.Reference(number)}"));
        string notes = names.Length == 0 ? "" : $" /IDTree << /Names [{names}] >>";
        _text.Clear().Add($"<< /Nums [{_parents}] >>");
        _file.Set(root, $"<< /Type /StructTreeRoot /K {PdfFile.Reference(Number(_document.Root))} /ParentTree {PdfFile.Reference(_file.Add(_text))} "
            + FormattableString.Invariant($"/ParentTreeNextKey {_key}{notes} >>"));
        return root;
    }

    private static string NoteId(int index) => FormattableString.Invariant($"note-{index + 1:000000}");

    private void Place(Element block, bool isFront)
    {
        if (block.Parent is not null)
        {
            return;
        }

        _open.Add(block);
        if (isFront)
        {
            _document.AddFront(block);
        }
        else
        {
            _document.Add(block);
        }
    }

    private void AddFigure(Element figure, Bounds box)
    {
        (Element, int) key = (figure, _pages.Count - 1);
        _figures[key] = _figures.TryGetValue(key, out (int Number, Bounds Box) part) ? (part.Number, part.Box.With(box)) : (_file.Reserve(), box);
    }

    // A figure has a place on one page; where it goes on on the next one, it is an element for each.
    private int Number(Element element, int page) => element.Type == ElementType.Figure ? _figures[(element, page)].Number : Number(element);

    private int Number(Element element) => element.Number == 0 ? element.Number = _file.Reserve() : element.Number;

    // The rows of a table before the one that may go on.
    private void WriteBefore(Element row)
    {
        Element table = row.Parent!;
        for (; table.Children[table.WrittenChildren] != row; table.WrittenChildren++)
        {
            Write(table.Children[table.WrittenChildren]);
        }
    }

    private void WriteSections(Element section, int parent)
    {
        Write(section, Number(section), parent, [], null);
        foreach (Element below in section.Children.Where(child => child.Type == ElementType.Sect))
        {
            WriteSections(below, Number(section));
        }
    }

    private void Write(Element element)
    {
        int parent = Number(element.Parent!);
        if (element.Type == ElementType.Figure)
        {
            foreach (IGrouping<int, ContentItem> part in element.Items.GroupBy(item => item.Page))
            {
                Write(element, Number(element, part.Key), parent, [.. part], part.Key);
            }

            return;
        }

        Write(element, Number(element), parent, element.Items, element.Items.Count == 0 ? null : element.Items[0].Page);
        for (; element.WrittenChildren < element.Children.Count; element.WrittenChildren++)
        {
            Write(element.Children[element.WrittenChildren]);
        }

        element.Forget();
    }

    private void Write(Element element, int number, int parent, IReadOnlyList<ContentItem> items, int? page)
    {
        _text.Clear().Add($"<< /S /{element.Type.ToString()} /P {parent} 0 R");
        if (page is { } index)
        {
            _text.Add($" /Pg {_pages[index]} 0 R");
        }

        Bounds? box = element.Type == ElementType.Figure && page is { } on ? _figures[(element, on)].Box : null;
        _text.Add($"{ElementAttributes.Of(element, box)}{Identifier(element, number)} /K [");
        AddKids(element, items, page);
        _text.Add("] >>");
        _file.Set(number, _text);
    }

    private void AddKids(Element element, IReadOnlyList<ContentItem> items, int? page)
    {
        int start = _text.Length;
        if (items.Count == 0)
        {
            // Without content of its own the children stand as they were made: an empty cell is on no page, and still the first of its row.
            foreach (Element child in element.Children)
            {
                AddKid(child, start);
            }

            return;
        }

        IEnumerable<Kid> own = items.Select(item => new Kid((item.Page, item.Order), item, null));
        IEnumerable<Kid> below = element.Children.Select(child => new Kid(First(child), default, child));
        foreach ((_, ContentItem item, Element? child) in element.Children.Count == 0 ? own : own.Concat(below).OrderBy(kid => kid.Place))
        {
            if (child is not null)
            {
                AddKid(child, start);
            }
            else
            {
                AddKid(item, page, start);
            }
        }
    }

    private void AddKid(Element child, int start)
    {
        bool isFigure = child.Type == ElementType.Figure;
        foreach (int number in isFigure ? child.Items.Select(item => item.Page).Distinct().Select(page => Number(child, page)) : [Number(child)])
        {
            _text.Add($"{(_text.Length == start ? "" : " ")}{number} 0 R");
        }
    }

    private void AddKid(ContentItem item, int? page, int start)
    {
        _text.Add(_text.Length == start ? "" : " ");
        if (item.Annotation is { } annotation)
        {
            _text.Add($"<< /Type /OBJR /Pg {_pages[item.Page]} 0 R /Obj {annotation} 0 R >>");
        }
        else if (item.Page == page)
        {
            _text.Add(item.Id);
        }
        else
        {
            _text.Add($"<< /Type /MCR /Pg {_pages[item.Page]} 0 R /MCID {item.Id} >>");
        }
    }

    /// <summary>Where the content of an element begins, by which it stands in order with what its parent says itself.</summary>
    private static (int Page, int Order) First(Element element) =>
        element.Items.Select(item => (item.Page, item.Order)).Concat(element.Children.Select(First)).DefaultIfEmpty((int.MaxValue, int.MaxValue)).Min();

    // ISO 14289-1, 7.9: every note has an identifier of its own.
    private string Identifier(Element element, int number)
    {
        if (element.Type != ElementType.Note)
        {
            return "";
        }

        _notes.Add(number);
        return $" /ID ({NoteId(_notes.Count - 1)})";
    }

    /// <summary>What an element holds: content of its own or, where there is one, a child; and where that begins.</summary>
    private readonly record struct Kid((int Page, int Order) Place, ContentItem Item, Element? Child);
}
