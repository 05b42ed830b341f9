namespace ValidationWorkbench.Pdf.Layout;

/// <summary>
/// Lays out a whole document: the body first, since cover and contents, which stand before it, name its pages. No page waits for the next one; what surrounds
/// it says how many there are and comes last (<see cref="PageFrames"/>).
/// </summary>
internal sealed class DocumentLayout
{
    private readonly PdfDocument _document;
    private readonly BlockLayout _blocks;
    private readonly Paginator _body;

    public DocumentLayout(PdfDocument document)
    {
        _document = document;
        Frames = new PageFrames(document);
        _blocks = new BlockLayout(Frames);
        _body = new Paginator(Frames);
    }

    public PageFrames Frames { get; }

    /// <summary>The headings of the body as far as it was taken, in reading order.</summary>
    public IReadOnlyList<Heading> Headings => _blocks.Headings;

    /// <summary>The place of each heading, counted in pages of the body.</summary>
    public IReadOnlyList<Anchor> Anchors => _body.Anchors;

    /// <summary>The place of each caption, counted in pages of the body.</summary>
    public IReadOnlyList<Anchor> Captions => _body.Captions;

    /// <summary>The pages of the body; to be taken once.</summary>
    public IEnumerable<Page> Body() => _body.Pages(_blocks.Pieces(_document.Blocks));

    /// <summary>The pages before the body, once that has been taken.</summary>
    public IReadOnlyList<Page> Front()
    {
        IReadOnlyList<Page> cover = _document.Cover is null ? [] : Paginated(CoverLayout.Pieces(_document.Cover, Frames.Portrait.BodyHeight));
        return [.. cover, .. Contents(cover.Count)];
    }

    // Set twice: the length of the contents moves the pages that they name, and does not depend on them.
    private IReadOnlyList<Page> Contents(int before)
    {
        int length = Paginated(ContentsPieces(0)).Count;
        return Paginated(ContentsPieces(before + length + 1));
    }

    private List<Piece> ContentsPieces(int first)
    {
        bool hasHeadings = _document.TableOfContents && Headings.Any(heading => heading.Level <= 2);
        IEnumerable<(bool IsTable, (int, string, int) Entry)> captions =
            _blocks.Captions.Select((caption, i) => (caption.IsTable, (i, caption.Text, Captions[i].Page + first)));
        return
        [
            .. hasHeadings ? ContentsLayout.Pieces(Headings, [.. Anchors.Select(anchor => anchor.Page + first)]) : [],
            .. _document.ListOfTables ? ContentsLayout.Captions("Tables", [.. captions.Where(caption => caption.IsTable).Select(caption => caption.Entry)]) : [],
            .. _document.ListOfFigures ? ContentsLayout.Captions("Figures", [.. captions.Where(caption => !caption.IsTable).Select(caption => caption.Entry)]) : [],
        ];
    }

    private IReadOnlyList<Page> Paginated(IEnumerable<Piece> pieces) => [.. new Paginator(Frames).Pages(pieces)];
}
