using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The outline that a reader shows beside the pages: one entry per heading, nested by level.</summary>
internal sealed class Bookmarks
{
    private readonly PdfFile _file;
    private readonly DocumentLayout _layout;
    private readonly IReadOnlyList<int> _pages;
    private readonly int[] _numbers;
    private readonly int?[] _parents;
    private readonly int[] _places;

    // The entries below each entry; those below none come last.
    private readonly List<int>[] _children;

    /// <param name="file">Where to write.</param>
    /// <param name="layout">The document, laid out.</param>
    /// <param name="pages">Object numbers of the pages of the body.</param>
    public Bookmarks(PdfFile file, DocumentLayout layout, IReadOnlyList<int> pages)
    {
        _file = file;
        _layout = layout;
        _pages = pages;
        int count = layout.Headings.Count;
        _numbers = [.. layout.Headings.Select(_ => file.Reserve())];
        _parents = new int?[count];
        _places = new int[count];
        _children = [.. Enumerable.Range(0, count + 1).Select(_ => new List<int>())];
        Nest();
    }

    /// <summary>The place of a heading as a destination.</summary>
    public static string Destination(Anchor anchor, IReadOnlyList<int> pages) =>
        FormattableString.Invariant($"[{pages[anchor.Page]} 0 R /XYZ null {Points.FromTop(anchor.Y - Spacing.BodyGap)} null]");

    /// <summary>Writes all entries and returns the number of the root, or null when there is no heading.</summary>
    public int? Write()
    {
        if (_numbers.Length == 0)
        {
            return null;
        }

        int root = _file.Reserve();
        for (int i = 0; i < _numbers.Length; i++)
        {
            _file.Set(_numbers[i], Entry(i, root));
        }

        _file.Set(root, $"<< /Type /Outlines{Children(null)} >>");
        return root;
    }

    private string Entry(int index, int root)
    {
        List<int> siblings = ChildrenOf(_parents[index]);
        int place = _places[index];
        string parent = Reference("Parent", _parents[index] is { } p ? _numbers[p] : root);
        string previous = place > 0 ? Reference("Prev", _numbers[siblings[place - 1]]) : "";
        string next = place < siblings.Count - 1 ? Reference("Next", _numbers[siblings[place + 1]]) : "";
        string title = PdfText.Unicode(_layout.Headings[index].Text);
        return $"<< /Title {title}{parent}{previous}{next}{Children(index)} /Dest {Destination(_layout.Anchors[index], _pages)} >>";
    }

    // Only the first level is open: a negative count says how many entries opening would show.
    private string Children(int? parent)
    {
        List<int> children = ChildrenOf(parent);
        int count = parent is null ? children.Count : -children.Count;
        return children.Count == 0
            ? ""
            : Reference("First", _numbers[children[0]]) + Reference("Last", _numbers[children[^1]]) + FormattableString.Invariant($" /Count {count}");
    }

    private List<int> ChildrenOf(int? parent) => _children[parent ?? _parents.Length];

    // An entry belongs to the last one before it of a higher level.
    private void Nest()
    {
        Stack<int> open = [];
        for (int i = 0; i < _parents.Length; i++)
        {
            while (open.Count > 0 && _layout.Headings[open.Peek()].Level >= _layout.Headings[i].Level)
            {
                open.Pop();
            }

            _parents[i] = open.Count == 0 ? null : open.Peek();
            _places[i] = ChildrenOf(_parents[i]).Count;
            ChildrenOf(_parents[i]).Add(i);
            open.Push(i);
        }
    }

    private static string Reference(string key, int number) => FormattableString.Invariant($" /{key} {number} 0 R");
}
