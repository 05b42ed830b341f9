using System.Diagnostics;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Lays out a document and writes it as a file, page by page: of a page that is written little more than its number is kept.</summary>
internal sealed class FileAssembly
{
    private readonly PdfFile _file = new();
    private readonly FontSet _fonts = new();
    private readonly PdfDocument _document;
    private readonly DocumentLayout _layout;
    private readonly PageContent _content;
    private readonly StructureTree _structure;
    private readonly SignatureField? _signature;
    private readonly List<WrittenPage> _pages = [];
    private readonly List<(LinkMark Mark, int Number, string Parent)> _links = [];
    private readonly Dictionary<PageShape, int> _headers = [];
    private int[] _body = [];

    private FileAssembly(PdfDocument document, PdfSignature? signature)
    {
        _document = document;
        _layout = new DocumentLayout(document);
        _content = new PageContent(_fonts, document.Accent is { } accent ? Ink.Parse(accent) : null);
        _structure = new StructureTree(_file);
        _signature = signature is null ? null : new SignatureField(_file, signature);
    }

    /// <param name="document">The document.</param>
    /// <param name="signature">What signs it; null for nothing.</param>
    /// <param name="characters">The characters that the pages show, in no order.</param>
    public static byte[] Bytes(PdfDocument document, PdfSignature? signature, out IReadOnlyCollection<int> characters)
    {
        FileAssembly assembly = new(document, signature);
        byte[] bytes = assembly.Write();
        characters = [.. assembly._fonts.Characters.Distinct()];
        return bytes;
    }

    private byte[] Write()
    {
        foreach (Page page in _layout.Body())
        {
            AddBody(page, isFront: false);
        }

        _body = [.. _pages.Select(page => page.Number)];
        foreach (Page page in _layout.Front())
        {
            AddBody(page, isFront: true);
        }

        if (_pages.Count == 0)
        {
            AddBody(new Page(PageShape.Portrait), isFront: false);
        }

        WriteLinks();
        int tree = WritePages();
        byte[] bytes = _file.ToArray(_file.Add(Catalogue(tree)), _file.Add(DocumentInfo.Dictionary(_document)));
        _signature?.Fill(_file, bytes);
        return bytes;
    }

    // What a page holds of the document itself; it may stand anywhere in the end.
    private void AddBody(Page page, bool isFront)
    {
        int number = _file.Reserve();
        _structure.Begin(number, page, isFront);
        IReadOnlyList<Element> owners = _content.Draw(page.Marks);
        int content = _file.AddStream(_content.Bytes);
        string structure = _structure.AddContent(owners);
        List<int> links = [];
        foreach (LinkMark link in page.Marks.OfType<LinkMark>())
        {
            int annotation = _file.Reserve();
            string parent = link.Owner is Element owner ? _structure.AddAnnotation(owner, _pages.Count, annotation) : "";
            _links.Add((link, annotation, parent));
            links.Add(annotation);
        }

        _structure.End();
        _pages.Add(new WrittenPage(number, page.Shape, content, structure, links));
    }

    private int WritePages()
    {
        // In reading order, as the pages before the body were written after it.
        WrittenPage[] pages = [.. _pages[_body.Length..], .. _pages[.._body.Length]];
        if (_signature is not null)
        {
            _signature.Write(_file, _structure, _pages.IndexOf(pages[0]), pages[0].Number);
            pages[0].Annotations.Add(_signature.Widget);
        }

        int tree = _file.Reserve();
        (int Before, int After)[] frames =
            [.. pages.Select((page, i) => (Before(page.Shape, i + 1, pages.Length), After(page.Shape, i + 1, pages.Length)))];
        string resources = Resources();
        for (int i = 0; i < pages.Length; i++)
        {
            WrittenPage page = pages[i];
            string contents = string.Join(' ', new[] { frames[i].Before, page.Content, frames[i].After }.Where(stream => stream > 0).Select(Reference));
            string annotations = page.Annotations.Count == 0 ? "" : $" /Annots [{string.Join(' ', page.Annotations.Select(Reference))}]";
            _file.Set(page.Number, $"<< /Type /Page /Parent {Reference(tree)} /MediaBox [{Box(page.Shape)}] /Resources << {resources} >> "
                + $"/Contents [{contents}]{page.Structure}{annotations} >>");
        }

        string kids = string.Join(' ', pages.Select(page => Reference(page.Number)));
        _file.Set(tree, FormattableString.Invariant($"<< /Type /Pages /Count {pages.Length} /Kids [{kids}] >>"));
        return tree;
    }

    // Pages of one shape share what is the same on all of them.
    private int Before(PageShape shape, int page, int pages)
    {
        PageFrame frame = _layout.Frames.Of(shape);
        if (frame.HeaderNamesPage)
        {
            return Stream(frame.Before(page, pages));
        }

        return _headers.TryGetValue(shape, out int stream) ? stream : _headers[shape] = Stream(frame.Before(page, pages));
    }

    private int After(PageShape shape, int page, int pages) => Stream(_layout.Frames.Of(shape).After(page, pages));

    /// <summary>Adds a stream of decoration; 0 where there is nothing to draw.</summary>
    private int Stream(IEnumerable<Mark> marks)
    {
        _content.Draw(marks);
        return _content.Bytes.IsEmpty ? 0 : _file.AddStream(_content.Bytes);
    }

    private string Resources()
    {
        IEnumerable<string> fonts = _fonts.Subsets.Select(entry => $"{FontSet.ResourceName(entry.Key)} {Reference(FontObjects.Add(_file, entry.Value))}");
        string resources = $"/Font << {string.Join(' ', fonts)} >>";
        if (_document.Watermark is null)
        {
            return resources;
        }

        int form = _file.AddStream(WatermarkForm.Content(_document.Watermark), $" /Type /XObject /Subtype /Form /BBox [{PageBox}] /Resources << >>");
        return $"{resources} /XObject << {WatermarkForm.ResourceName} {Reference(form)} >>";
    }

    private static string PageBox => $"0 0 {Points.Text(Spacing.PageWidth)} {Points.Text(Spacing.PageHeight)}";

    // The box of a page need not begin at the origin, so that heights from the top and places on a line are counted alike on every page.
    private string Box(PageShape shape)
    {
        PageShape paper = shape.On(_document.Paper);
        return $"{Points.Text(-paper.Beyond)} {Points.Text(paper.Bottom)} {Points.Text(paper.Width + paper.Beyond)} {Points.Text(Spacing.PageHeight)}";
    }

    // Where they lead is known once the last page is laid out.
    private void WriteLinks()
    {
        Dictionary<string, int> named = _layout.Headings.Index()
            .Where(heading => heading.Item.Id is not null).ToDictionary(heading => heading.Item.Id!, heading => heading.Index);
        foreach ((LinkMark link, int number, string parent) in _links)
        {
            string corner = $"{Points.Text(link.X)} {Points.FromTop(link.Y + link.Height)}";
            string opposite = $"{Points.Text(link.X + link.Width)} {Points.FromTop(link.Y)}";
            _file.Set(number, $"<< /Type /Annot /Subtype /Link /Rect [{corner} {opposite}] /Border [0 0 0] /F 4 {Leads(link.Target, named)} "
                + $"/Contents {PdfText.Unicode(link.Description)}{parent} >>");
        }
    }

    private string Leads(LinkTarget target, Dictionary<string, int> named) => target switch
    {
        HeadingTarget heading => $"/Dest {Bookmarks.Destination(_layout.Anchors[heading.Index], _body)}",
        NamedTarget name => $"/Dest {Bookmarks.Destination(_layout.Anchors[named[name.Id]], _body)}",
        CaptionTarget caption => $"/Dest {Bookmarks.Destination(_layout.Captions[caption.Index], _body)}",
        AddressTarget outside => $"/A << /S /URI /URI {PdfText.Ascii(outside.Address)} >>",
        _ => throw new UnreachableException($"No link of type {target.GetType().Name} can be written."),
    };

    private string Catalogue(int tree)
    {
        int metadata = _file.AddRawStream(XmpPacket.Bytes(_document), " /Type /Metadata /Subtype /XML");
        int profile = _file.AddStream(SrgbProfile.Bytes(), " /N 3");
        string intent = "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
            + $"/DestOutputProfile {Reference(profile)} >>";
        string outlines = new Bookmarks(_file, _layout, _body).Write() is { } root ? $" /Outlines {Reference(root)} /PageMode /UseOutlines" : "";
        return $"<< /Type /Catalog /Pages {Reference(tree)} /MarkInfo << /Marked true >> /StructTreeRoot {Reference(_structure.Write())} "
            + $"/Lang {PdfText.Unicode(_document.Language)} /Metadata {Reference(metadata)} /OutputIntents [{intent}] /ViewerPreferences << /DisplayDocTitle true >>"
            + $"{outlines}{EmbeddedFiles.Write(_file, _document.Attachments)}{_signature?.Form} >>";
    }

    private static string Reference(int number) => PdfFile.Reference(number);

    /// <summary>A page whose own content is in the file.</summary>
    /// <param name="Number">Its object number.</param>
    /// <param name="Shape">Its shape.</param>
    /// <param name="Content">The object number of its content.</param>
    /// <param name="Structure">The entries that lead to its structure.</param>
    /// <param name="Annotations">The object numbers of its annotations.</param>
    private sealed record WrittenPage(int Number, PageShape Shape, int Content, string Structure, List<int> Annotations);
}
