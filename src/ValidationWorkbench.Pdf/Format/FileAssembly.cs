using System.Diagnostics;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Writes a laid-out document as a file.</summary>
internal sealed class FileAssembly
{
    private readonly PdfFile _file = new();
    private readonly PdfDocument _document;
    private readonly PrintedDocument _printed;
    private readonly FontSet _fonts;
    private readonly int[] _pages;
    private readonly StructureTree _structure;
    private readonly Dictionary<string, int> _named;
    private readonly Ink? _accent;
    private readonly SignatureField? _signature;

    private FileAssembly(PdfDocument document, PrintedDocument printed, PdfSignature? signature)
    {
        _document = document;
        _printed = printed;
        _fonts = new FontSet(printed.Pages);
        _pages = [.. printed.Pages.Select(_ => _file.Reserve())];
        _named = printed.Headings.Index().Where(heading => heading.Item.Id is not null).ToDictionary(heading => heading.Item.Id!, heading => heading.Index);
        _accent = document.Accent is { } accent ? Ink.Parse(accent) : null;
        _structure = new StructureTree(_file, _pages, printed.Pages);
        _signature = signature is null ? null : new SignatureField(_file, signature);
    }

    public static byte[] Bytes(PdfDocument document, PrintedDocument printed, PdfSignature? signature) =>
        new FileAssembly(document, printed, signature).Write();

    private byte[] Write()
    {
        int tree = _file.Reserve();
        string resources = Resources();
        for (int i = 0; i < _pages.Length; i++)
        {
            WritePage(i, tree, resources);
        }

        string kids = string.Join(' ', _pages.Select(Reference));
        _file.Set(tree, FormattableString.Invariant($"<< /Type /Pages /Count {_pages.Length} /Kids [{kids}] >>"));
        byte[] bytes = _file.ToArray(_file.Add(Catalogue(tree)), _file.Add(DocumentInfo.Dictionary(_document)));
        _signature?.Fill(_file, bytes);
        return bytes;
    }

    private string Resources()
    {
        IEnumerable<string> fonts = _fonts.Subsets.Select(entry => $"{FontSet.ResourceName(entry.Key)} {Reference(FontObjects.Add(_file, entry.Value))}");
        string resources = $"/Font << {string.Join(' ', fonts)} >>";
        WatermarkMark? watermark = _printed.Pages[0].Marks.OfType<WatermarkMark>().FirstOrDefault();
        if (watermark is null)
        {
            return resources;
        }

        int form = _file.AddStream(WatermarkForm.Content(watermark), $" /Type /XObject /Subtype /Form /BBox [{PageBox}] /Resources << >>");
        return $"{resources} /XObject << {WatermarkForm.ResourceName} {Reference(form)} >>";
    }

    private static string PageBox => $"0 0 {Points.Text(Spacing.PageWidth)} {Points.Text(Spacing.PageHeight)}";

    // The box of a page need not begin at the origin, so that heights from the top and places on a line are counted alike on every page.
    private string Box(PageShape shape)
    {
        PageShape paper = shape.On(_document.Paper);
        return $"{Points.Text(-paper.Beyond)} {Points.Text(paper.Bottom)} {Points.Text(paper.Width + paper.Beyond)} {Points.Text(Spacing.PageHeight)}";
    }

    private void WritePage(int index, int tree, string resources)
    {
        Page page = _printed.Pages[index];
        PageContent marked = new(page, _fonts, _accent);
        int content = _file.AddStream(marked.Bytes);
        string structure = _structure.AddPage(index, marked.Owners);
        List<string> links = [.. page.Marks.OfType<LinkMark>().Select(link => Reference(Link(link, index)))];
        if (index == 0 && _signature is not null)
        {
            _signature.Write(_file, _structure, index, _pages[index]);
            links.Add(Reference(_signature.Widget));
        }

        string annotations = links.Count == 0 ? "" : $" /Annots [{string.Join(' ', links)}]";
        _file.Set(_pages[index], $"<< /Type /Page /Parent {Reference(tree)} /MediaBox [{Box(page.Shape)}] /Resources << {resources} >> "
            + $"/Contents {Reference(content)}{structure}{annotations} >>");
    }

    private int Link(LinkMark link, int page)
    {
        int number = _file.Reserve();
        string corner = $"{Points.Text(link.X)} {Points.FromTop(link.Y + link.Height)}";
        string opposite = $"{Points.Text(link.X + link.Width)} {Points.FromTop(link.Y)}";
        string parent = link.Owner is Element owner ? _structure.AddAnnotation(owner, page, number) : "";
        _file.Set(number, $"<< /Type /Annot /Subtype /Link /Rect [{corner} {opposite}] /Border [0 0 0] /F 4 {Leads(link.Target)} "
            + $"/Contents {PdfText.Unicode(link.Description)}{parent} >>");
        return number;
    }

    private string Leads(LinkTarget target) => target switch
    {
        HeadingTarget heading => $"/Dest {Bookmarks.Destination(_printed.Anchors[heading.Index], _pages)}",
        NamedTarget named => $"/Dest {Bookmarks.Destination(_printed.Anchors[_named[named.Id]], _pages)}",
        CaptionTarget caption => $"/Dest {Bookmarks.Destination(_printed.Captions[caption.Index].Anchor, _pages)}",
        AddressTarget outside => $"/A << /S /URI /URI {PdfText.Ascii(outside.Address)} >>",
        _ => throw new UnreachableException($"No link of type {target.GetType().Name} can be written."),
    };

    private string Catalogue(int tree)
    {
        int metadata = _file.AddRawStream(XmpPacket.Bytes(_document), " /Type /Metadata /Subtype /XML");
        int profile = _file.AddStream(SrgbProfile.Bytes(), " /N 3");
        string intent = "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
            + $"/DestOutputProfile {Reference(profile)} >>";
        string outlines = new Bookmarks(_file, _printed, _pages).Write() is { } root ? $" /Outlines {Reference(root)} /PageMode /UseOutlines" : "";
        return $"<< /Type /Catalog /Pages {Reference(tree)} /MarkInfo << /Marked true >> /StructTreeRoot {Reference(_structure.Write())} "
            + $"/Lang {PdfText.Unicode(_document.Language)} /Metadata {Reference(metadata)} /OutputIntents [{intent}] /ViewerPreferences << /DisplayDocTitle true >>"
            + $"{outlines}{EmbeddedFiles.Write(_file, _document.Attachments)}{_signature?.Form} >>";
    }

    private static string Reference(int number) => PdfFile.Reference(number);
}
