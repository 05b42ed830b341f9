using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Lays out a whole document: cover, contents and body are paginated on their own, then joined and framed.</summary>
internal static class DocumentLayout
{
    public static PrintedDocument Print(PdfDocument document)
    {
        PageFrame frame = new(document);
        int height = frame.BodyBottom - frame.BodyTop;
        BlockLayout blocks = new(height);
        Paginator body = Paginated(frame, [.. document.Blocks.SelectMany(blocks.Pieces)]);
        IReadOnlyList<Page> cover = document.Cover is null ? [] : Paginated(frame, CoverLayout.Pieces(document.Cover, height)).Pages;
        IReadOnlyList<Page> contents = document.TableOfContents && blocks.Headings.Any(heading => heading.Level <= 2) ? Contents(frame, blocks.Headings, body.Anchors, cover.Count) : [];
        int before = cover.Count + contents.Count;
        IReadOnlyList<Page> pages = [.. cover, .. contents, .. body.Pages];
        return new PrintedDocument(
            Framed(frame, pages.Count == 0 ? [new Page()] : pages),
            blocks.Headings,
            [.. body.Anchors.Select(anchor => anchor with { Page = anchor.Page + before })]);
    }

    private static IReadOnlyList<Page> Contents(PageFrame frame, IReadOnlyList<Heading> headings, IReadOnlyList<Anchor> anchors, int before)
    {
        int length = Paginated(frame, ContentsLayout.Pieces(headings, [.. anchors.Select(_ => 0)])).Pages.Count;
        return Paginated(frame, ContentsLayout.Pieces(headings, [.. anchors.Select(anchor => anchor.Page + before + length + 1)])).Pages;
    }

    private static Paginator Paginated(PageFrame frame, List<Piece> pieces)
    {
        Paginator paginator = new(frame.BodyTop, frame.BodyBottom);
        paginator.Place(pieces);
        return paginator;
    }

    private static List<Page> Framed(PageFrame frame, IReadOnlyList<Page> pages) => [.. pages.Select((page, i) =>
    {
        Page framed = new();
        framed.Add(frame.Behind().OwnedBy(Artifact.Watermark));
        framed.Add(frame.Above(i + 1, pages.Count).OwnedBy(Artifact.Header));
        framed.Add(page.Marks);
        framed.Add(frame.Below(i + 1, pages.Count).OwnedBy(Artifact.Footer));
        return framed;
    })];
}
