using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Places pieces on pages from top to bottom. Pieces that keep together move to the next page together, unless they fill more than a page.</summary>
internal sealed class Paginator
{
    // Below any page: whatever comes next has to start a new one, and where nothing comes no empty page is left behind.
    private const int PageHeightExceeded = 2 * Spacing.PageHeight;

    private readonly PageFrames _frames;
    private readonly List<Page> _pages = [];
    private readonly List<Anchor> _anchors = [];
    private readonly List<Anchor> _captions = [];
    private int _y;
    private int _gap;
    private bool _fresh;
    private PageShape _shape = PageShape.Portrait;

    public Paginator(PageFrames frames) => _frames = frames;

    public IReadOnlyList<Page> Pages => _pages;

    /// <summary>The places of the headings, in reading order.</summary>
    public IReadOnlyList<Anchor> Anchors => _anchors;

    /// <summary>The places of the captions, in reading order.</summary>
    public IReadOnlyList<Anchor> Captions => _captions;

    public void Place(List<Piece> pieces)
    {
        for (int start = 0; start < pieces.Count;)
        {
            int end = start + 1;
            while (end < pieces.Count && pieces[end - 1].KeepWithNext)
            {
                end++;
            }

            PlaceTogether(pieces.GetRange(start, end - start));
            start = end;
        }
    }

    // A heading goes onto the page that what follows it needs.
    private void PlaceTogether(List<Piece> group)
    {
        PageShape before = _shape;
        _shape = group.Exists(piece => piece.Shape == PageShape.Landscape) ? PageShape.Landscape : PageShape.Portrait;
        if (_pages.Count == 0 || _shape != before || (!_fresh && !Fits(group)))
        {
            StartPage();
        }

        foreach (Piece piece in group)
        {
            Place(piece);
        }
    }

    private void Place(Piece piece)
    {
        if (piece.StartsPage)
        {
            _y = _fresh ? _y : PageHeightExceeded;
            return;
        }

        if (!_fresh && !Fits([piece]))
        {
            StartPage();
        }

        if (_fresh && piece.Repeat is { } repeat)
        {
            Draw(repeat with { Marks = [.. repeat.Marks.OwnedBy(Artifact.Repetition)] });
        }

        _y += _fresh ? 0 : Math.Max(_gap, piece.Before);
        Draw(piece);
    }

    private void Draw(Piece piece)
    {
        if (piece.Heading is not null)
        {
            _anchors.Add(new Anchor(_pages.Count - 1, _y));
        }

        if (piece.Caption is not null)
        {
            _captions.Add(new Anchor(_pages.Count - 1, _y));
        }

        int y = _y;
        _pages[^1].Add(piece.Marks.Select(mark => mark.Moved(Spacing.Left, y)));
        _y += piece.Height;
        _gap = piece.After;
        _fresh = false;
    }

    private bool Fits(List<Piece> group)
    {
        int y = _y;
        int gap = _gap;
        foreach (Piece piece in group)
        {
            y += Math.Max(gap, piece.Before) + piece.Height;
            gap = piece.After;
        }

        return y <= _frames.Of(_shape).BodyBottom;
    }

    private void StartPage()
    {
        if (_fresh && _pages.Count > 0)
        {
            _pages.RemoveAt(_pages.Count - 1);
        }

        _pages.Add(new Page(_shape));
        _y = _frames.Of(_shape).BodyTop;
        _gap = 0;
        _fresh = true;
    }
}
