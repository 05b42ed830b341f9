using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The outline that a reader shows beside the pages: one entry per heading, nested by level.</summary>
internal sealed class Bookmarks
{
    private readonly PdfFile _file;
    private readonly PrintedDocument _document;
    private readonly IReadOnlyList<int> _pages;
    private readonly int[] _numbers;
    private readonly int?[] _parents;

    public Bookmarks(PdfFile file, PrintedDocument document, IReadOnlyList<int> pages)
    {
        _file = file;
        _document = document;
        _pages = pages;
        _numbers = [.. document.Headings.Select(_ => file.Reserve())];
        _parents = [.. document.Headings.Select((_, i) => Parent(i))];
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
        int[] siblings = ChildrenOf(_parents[index]);
        int place = Array.IndexOf(siblings, index);
        string parent = Reference("Parent", _parents[index] is { } p ? _numbers[p] : root);
        string previous = place > 0 ? Reference("Prev", _numbers[siblings[place - 1]]) : "";
        string next = place < siblings.Length - 1 ? Reference("Next", _numbers[siblings[place + 1]]) : "";
        string title = PdfText.Unicode(_document.Headings[index].Text);
        return $"<< /Title {title}{parent}{previous}{next}{Children(index)} /Dest {Destination(_document.Anchors[index], _pages)} >>";
    }

    // Only the first level is open: a negative count says how many entries opening would show.
    private string Children(int? parent)
    {
        int[] children = ChildrenOf(parent);
        int count = parent is null ? children.Length : -children.Length;
        return children.Length == 0
            ? ""
            : Reference("First", _numbers[children[0]]) + Reference("Last", _numbers[children[^1]]) + FormattableString.Invariant($" /Count {count}");
    }

    private int[] ChildrenOf(int? parent) => [.. Enumerable.Range(0, _parents.Length).Where(i => _parents[i] == parent)];

    private int? Parent(int index)
    {
        for (int i = index - 1; i >= 0; i--)
        {
            if (_document.Headings[i].Level < _document.Headings[index].Level)
            {
                return i;
            }
        }

        return null;
    }

    private static string Reference(string key, int number) => FormattableString.Invariant($" /{key} {number} 0 R");
}
