using System.Globalization;
using System.Text;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Writes the elements of a document with what belongs to them on each page, and the way back from content to element (ISO 32000-1, 14.7).</summary>
internal sealed class StructureTree
{
    private readonly PdfFile _file;
    private readonly IReadOnlyList<int> _pages;
    private readonly IReadOnlyList<Page> _printed;
    private readonly Dictionary<Element, List<ContentItem>> _items = [];
    private readonly SortedDictionary<int, Element[]> _owners = [];
    private readonly List<(Element Owner, int Page)> _annotations = [];
    private readonly Dictionary<(Element Element, int Page), int> _numbers = [];
    private readonly List<int> _notes = [];
    private readonly Dictionary<Element, (int Page, int Order)> _firsts = [];

    /// <param name="file">Where to write.</param>
    /// <param name="pages">Object numbers of the pages.</param>
    /// <param name="printed">The pages as laid out.</param>
    public StructureTree(PdfFile file, IReadOnlyList<int> pages, IReadOnlyList<Page> printed)
    {
        _file = file;
        _pages = pages;
        _printed = printed;
    }

    /// <summary>The entries that a page dictionary needs, given the owners of its marked content in the order of their identifiers.</summary>
    public string AddPage(int page, IReadOnlyList<Element> owners)
    {
        for (int i = 0; i < owners.Count; i++)
        {
            Items(owners[i]).Add(new ContentItem(page, i, null));
        }

        _owners[page] = [.. owners];
        return FormattableString.Invariant($" /StructParents {page} /Tabs /S");
    }

    /// <summary>The entry that an annotation dictionary needs.</summary>
    public string AddAnnotation(Element owner, int page, int annotation)
    {
        Items(owner).Add(new ContentItem(page, 0, annotation));
        _annotations.Add((owner, page));
        return FormattableString.Invariant($" /StructParent {_pages.Count + _annotations.Count - 1}");
    }

    /// <summary>Writes the elements and returns the number of their root.</summary>
    public int Write()
    {
        int root = _file.Reserve();
        Element document = DocumentStructure.Of(_printed);
        foreach (Element unplaced in _annotations.Select(annotation => annotation.Owner).Where(owner => owner.Root != document).ToList())
        {
            document.Adopt(unplaced);
        }

        WriteElement(document, root);
        string names = string.Join(' ', _notes.Select((number, i) => $"({NoteId(i)}) {PdfFile.Reference(number)}"));
        string notes = names.Length == 0 ? "" : $" /IDTree << /Names [{names}] >>";
        _file.Set(root, $"<< /Type /StructTreeRoot /K {PdfFile.Reference(Number(document, 0))} /ParentTree {PdfFile.Reference(ParentTree())} "
            + $"/ParentTreeNextKey {(_pages.Count + _annotations.Count).ToString(CultureInfo.InvariantCulture)}{notes} >>");
        return root;
    }

    private static string NoteId(int index) => FormattableString.Invariant($"note-{index + 1:000000}");

    private List<ContentItem> Items(Element element) => _items.TryGetValue(element, out List<ContentItem>? items) ? items : _items[element] = [];

    private int ParentTree()
    {
        StringBuilder numbers = new();
        foreach ((int page, Element[] owners) in _owners)
        {
            int list = _file.Add($"[{string.Join(' ', owners.Select(owner => PdfFile.Reference(Number(owner, page))))}]");
            numbers.Append(CultureInfo.InvariantCulture, $"{page} {list} 0 R ");
        }

        for (int i = 0; i < _annotations.Count; i++)
        {
            numbers.Append(CultureInfo.InvariantCulture, $"{_pages.Count + i} {Number(_annotations[i].Owner, _annotations[i].Page)} 0 R ");
        }

        return _file.Add($"<< /Nums [{numbers}] >>");
    }

    // A figure has a place on one page; where it goes on on the next one, it is an element for each.
    private int Number(Element element, int page)
    {
        (Element, int) key = (element, element.Type == ElementType.Figure ? page : 0);
        return _numbers.TryGetValue(key, out int number) ? number : _numbers[key] = _file.Reserve();
    }

    private void WriteElement(Element element, int parent)
    {
        List<ContentItem> items = _items.GetValueOrDefault(element, []);
        if (element.Type == ElementType.Figure)
        {
            foreach (IGrouping<int, ContentItem> part in items.GroupBy(item => item.Page))
            {
                WriteElement(element, parent, [.. part], part.Key);
            }

            return;
        }

        WriteElement(element, parent, items, items.Count == 0 ? null : items[0].Page);
        int number = Number(element, 0);
        foreach (Element child in element.Children)
        {
            WriteElement(child, number);
        }
    }

    private void WriteElement(Element element, int parent, List<ContentItem> items, int? page)
    {
        int number = Number(element, page ?? 0);
        IEnumerable<((int, int) Place, string Kid)> own = items.Select(item => ((item.Page, item.Order), Kid(item, page)));
        IEnumerable<((int, int) Place, string Kid)> below = element.Children.SelectMany(child => Numbers(child).Select(kid => (First(child), PdfFile.Reference(kid))));
        // Without content of its own the children stand as they were made: an empty cell is on no page, and still the first of its row.
        IEnumerable<((int, int) Place, string Kid)> all = items.Count == 0 ? below : own.Concat(below).OrderBy(kid => kid.Place);
        string kids = string.Join(' ', all.Select(kid => kid.Kid));
        string place = page is { } index ? $" /Pg {PdfFile.Reference(_pages[index])}" : "";
        string attributes = ElementAttributes.Of(element, page is { } on ? _printed[on] : null);
        _file.Set(number, $"<< /S /{element.Type} /P {PdfFile.Reference(parent)}{place}{attributes}{Identifier(element, number)} /K [{kids}] >>");
    }

    /// <summary>Where the content of an element begins, by which it stands in order with what its parent says itself.</summary>
    private (int Page, int Order) First(Element element)
    {
        if (!_firsts.TryGetValue(element, out (int, int) first))
        {
            IEnumerable<(int, int)> own = _items.GetValueOrDefault(element, []).Select(item => (item.Page, item.Order));
            first = own.Concat(element.Children.Select(First)).DefaultIfEmpty((int.MaxValue, int.MaxValue)).Min();
            _firsts[element] = first;
        }

        return first;
    }

    private IEnumerable<int> Numbers(Element child) => child.Type == ElementType.Figure
        ? _items.GetValueOrDefault(child, []).Select(item => item.Page).Distinct().Select(page => Number(child, page))
        : [Number(child, 0)];

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

    private string Kid(ContentItem item, int? page) => (item.Annotation, item.Page == page) switch
    {
        ({ } annotation, _) => $"<< /Type /OBJR /Pg {PdfFile.Reference(_pages[item.Page])} /Obj {PdfFile.Reference(annotation)} >>",
        (null, true) => item.Id.ToString(CultureInfo.InvariantCulture),
        _ => FormattableString.Invariant($"<< /Type /MCR /Pg {_pages[item.Page]} 0 R /MCID {item.Id} >>"),
    };

    /// <summary>Marked content of a page by its identifier, or an annotation by its object number.</summary>
    private readonly record struct ContentItem(int Page, int Id, int? Annotation)
    {
        /// <summary>Its place among what the page holds: annotations follow the content that they lie over.</summary>
        public int Order => Annotation is null ? Id : int.MaxValue;
    }
}
