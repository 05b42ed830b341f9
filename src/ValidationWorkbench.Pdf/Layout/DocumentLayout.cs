using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Lays out a whole document: cover, contents and body are paginated on their own, then joined and framed.</summary>
internal static class DocumentLayout
{
    public static PrintedDocument Print(PdfDocument document)
    {
        PageFrames frames = new(document);
        BlockLayout blocks = new(frames);
        Paginator body = Paginated(frames, [.. document.Blocks.SelectMany(blocks.Pieces)]);
        IReadOnlyList<Page> cover = document.Cover is null ? [] : Paginated(frames, CoverLayout.Pieces(document.Cover, frames.Portrait.BodyHeight)).Pages;
        IReadOnlyList<Page> contents = Contents(document, frames, blocks, body, cover.Count);
        int before = cover.Count + contents.Count;
        IReadOnlyList<Page> pages = [.. cover, .. contents, .. body.Pages];
        return new PrintedDocument(
            Framed(frames, pages.Count == 0 ? [new Page(PageShape.Portrait)] : pages),
            blocks.Headings,
            [.. body.Anchors.Select(anchor => anchor with { Page = anchor.Page + before })],
            [.. blocks.Captions.Zip(body.Captions, (caption, anchor) => new PlacedCaption(caption.IsTable, caption.Text, anchor with { Page = anchor.Page + before }))]);
    }

    // Set twice: the length of the contents moves the pages that they name, and does not depend on them.
    private static IReadOnlyList<Page> Contents(PdfDocument document, PageFrames frames, BlockLayout blocks, Paginator body, int before)
    {
        int length = Paginated(frames, Contents(document, blocks, body, 0)).Pages.Count;
        return Paginated(frames, Contents(document, blocks, body, before + length + 1)).Pages;
    }

    private static List<Piece> Contents(PdfDocument document, BlockLayout blocks, Paginator body, int first)
    {
        bool hasHeadings = document.TableOfContents && blocks.Headings.Any(heading => heading.Level <= 2);
        IEnumerable<(bool IsTable, (int, string, int) Entry)> captions =
            blocks.Captions.Select((caption, i) => (caption.IsTable, (i, caption.Text, body.Captions[i].Page + first)));
        return
        [
            .. hasHeadings ? ContentsLayout.Pieces(blocks.Headings, [.. body.Anchors.Select(anchor => anchor.Page + first)]) : [],
            .. document.ListOfTables ? ContentsLayout.Captions("Tables", [.. captions.Where(caption => caption.IsTable).Select(caption => caption.Entry)]) : [],
            .. document.ListOfFigures ? ContentsLayout.Captions("Figures", [.. captions.Where(caption => !caption.IsTable).Select(caption => caption.Entry)]) : [],
        ];
    }

    private static Paginator Paginated(PageFrames frames, List<Piece> pieces)
    {
        Paginator paginator = new(frames);
        paginator.Place(pieces);
        return paginator;
    }

    private static List<Page> Framed(PageFrames frames, IReadOnlyList<Page> pages) => [.. pages.Select((page, i) =>
    {
        Page framed = new(page.Shape);
        PageFrame frame = frames.Of(page.Shape);
        framed.Add(frame.Behind().OwnedBy(Artifact.Watermark));
        framed.Add(frame.Above(i + 1, pages.Count).OwnedBy(Artifact.Header));
        framed.Add(page.Marks);
        framed.Add(frame.Below(i + 1, pages.Count).OwnedBy(Artifact.Footer));
        return framed;
    })];
}
