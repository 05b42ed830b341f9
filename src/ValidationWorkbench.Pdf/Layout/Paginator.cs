using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>
/// Places pieces on pages from top to bottom, and gives each page away as soon as it is full. Pieces that keep together move to the next page together, unless
/// they fill more than a page.
/// </summary>
internal sealed class Paginator
{
    // Below any page: whatever comes next has to start a new one, and where nothing comes no empty page is left behind.
    private const int PageHeightExceeded = 2 * Spacing.PageHeight;

    private readonly PageFrames _frames;
    private readonly List<Anchor> _anchors = [];
    private readonly List<Anchor> _captions = [];
    private readonly List<Page> _finished = [];
    private Page? _page;
    private int _y;
    private int _gap;
    private bool _fresh;
    private PageShape _shape = PageShape.Portrait;

    public Paginator(PageFrames frames) => _frames = frames;

    /// <summary>How many pages were begun.</summary>
    public int Count { get; private set; }

    /// <summary>The places of the headings met so far, in reading order.</summary>
    public IReadOnlyList<Anchor> Anchors => _anchors;

    /// <summary>The places of the captions met so far, in reading order.</summary>
    public IReadOnlyList<Anchor> Captions => _captions;

    /// <summary>The pages that the pieces fill.</summary>
    public IEnumerable<Page> Pages(IEnumerable<Piece> pieces)
    {
        List<Piece> group = [];
        foreach (Piece piece in pieces)
        {
            group.Add(piece);
            if (!piece.KeepWithNext)
            {
                PlaceTogether(group);
                group.Clear();
                foreach (Page page in _finished)
                {
                    yield return page;
                }

                _finished.Clear();
            }
        }

        PlaceTogether(group);
        foreach (Page page in _page is null ? _finished : _finished.Append(_page))
        {
            yield return page;
        }
    }

    // A heading goes onto the page that what follows it needs.
    private void PlaceTogether(List<Piece> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        PageShape before = _shape;
        _shape = group.Exists(piece => piece.Shape == PageShape.Landscape) ? PageShape.Landscape : PageShape.Portrait;
        if (_page is null || _shape != before || (!_fresh && !Fits(group)))
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
            _anchors.Add(new Anchor(Count - 1, _y));
        }

        if (piece.Caption is not null)
        {
            _captions.Add(new Anchor(Count - 1, _y));
        }

        _page!.Add(piece.Marks, Spacing.Left, _y);
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
        if (_page is null || !_fresh)
        {
            _finished.AddRange(_page is null ? [] : [_page]);
            Count++;
        }

        _page = new Page(_shape);
        _y = _frames.Of(_shape).BodyTop;
        _gap = 0;
        _fresh = true;
    }
}
