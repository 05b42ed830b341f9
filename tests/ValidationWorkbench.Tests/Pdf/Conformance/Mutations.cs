using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Pdf.Objects;
using static ValidationWorkbench.Tests.Pdf.Conformance.Mutation;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>For each requirement a file that misses it and no other.</summary>
internal static class Mutations
{
    private static readonly Dictionary<string, Func<byte[]>> OfFile = new()
    {
        ["The file begins with its version"] = OfText(text => text.Replace("%PDF-1.7", "%PDF-1.8", StringComparison.Ordinal)),
        ["The second line is a comment of bytes above 127"] = OfText(text => text.Remove(10, 1).Insert(10, "a")),
        ["The trailer has a file identifier"] = Of(o => o.Trailer.Remove("ID")),
        ["The file is not encrypted"] = Of(o => o.Trailer["Encrypt"] = Entries()),
        ["Nothing follows the end of the file"] = OfText(text => text + "more"),
        ["Hexadecimal strings are pairs of digits"] = Of(o => o.Catalogue["X"] = new PdfString([0], "0")),
        ["Streams are as long as they say"] =
            OfText(text => new Regex(@"/Length \d").Replace(text, m => m.Value[..^1] + ((m.Value[^1] - '0' + 1) % 10), 1)),
        ["Streams are in the file itself"] = OfFirst("Type", "Metadata", (_, stream) => stream["FFilter"] = new PdfName("FlateDecode")),
        ["Streams use filters that everybody has"] = Of(o => Add(o, new PdfStream([1]) { ["Filter"] = new PdfName("LZWDecode") })),
        ["Objects stand apart by single spaces and line ends"] = OfText(text => new Regex("obj\n").Replace(text, "obj ", 1)),
        ["Whole numbers have 32 bits"] = Of(o => o.Catalogue["X"] = 1L + int.MaxValue),
        ["Strings have at most 32767 bytes"] = Of(o => o.Catalogue["X"] = new PdfString(new byte[32768])),
        ["Names have at most 127 bytes"] = Of(o => o.Catalogue["X"] = new PdfName(new string('x', 128))),
        ["Graphics states nest at most 28 deep"] = OfDrawing(string.Concat(Enumerable.Repeat("q ", 29)) + string.Concat(Enumerable.Repeat("Q ", 29))),
        ["Pages measure 3 to 14400 units"] = Of(o => o.Pages[0].Page["MediaBox"] = new List<object?> { 0L, 0L, 2L, 800L }),
        ["An embedded file has its name in both forms"] = OfFirst("Type", "Filespec", (_, file) => file.Remove("UF")),
        ["An embedded file says its media type"] = OfFirst("Type", "EmbeddedFile", (_, file) => file.Remove("Subtype")),
        ["An embedded file says how it stands to the document"] = OfFirst("Type", "Filespec", (_, file) => file.Remove("AFRelationship")),
        ["An embedded file is associated with the document"] = Of(o => ((List<object?>)o.Catalogue["AF"]!).RemoveAt(0)),
    };

    private static readonly Dictionary<string, Func<byte[]>> OfGraphics = new()
    {
        ["Content uses the operators of the format"] = OfDrawing("XX"),
        ["Content names resources that its page has"] = OfDrawing("/G9 gs"),
        ["There is an output intent with a profile for it"] = Of(o => o.Catalogue.Remove("OutputIntents")),
        ["The profile of the output intent is whole, and of version 4 or before"] = Of(o =>
        {
            PdfStream profile = (PdfStream)o.Resolve(o.Dictionary(o.Array(o.Catalogue["OutputIntents"])[0])!["DestOutputProfile"])!;
            profile.Data = profile.Data[..^1];
        }),
        ["Colours of a device are those of the output intent"] = OfDrawing("0 0 0 1 k"),
        ["Graphics states have no transfer function"] = Of(o => Add(o, Entries(("Type", new PdfName("ExtGState")), ("TR", new PdfName("Identity"))))),
        ["Forms are drawings of the format"] = OfFirst("Subtype", "Form", (_, form) => form["Ref"] = Entries()),
        ["Blend modes are those of the format"] = Of(o => Add(o, Entries(("Type", new PdfName("ExtGState")), ("BM", new PdfName("Loud"))))),
        ["Font dictionaries say what they are"] = OfFont((_, font) => font.Remove("BaseFont")),
        ["Composite fonts say how codes lead to glyphs"] = OfFirst("Subtype", "CIDFontType2", (_, font) => font.Remove("CIDToGIDMap")),
        ["The encoding of a composite font is known to everybody or embedded"] = OfFont((_, font) => font["Encoding"] = new PdfName("Our-H")),
        ["Font programs are embedded"] = OfFirst("Type", "FontDescriptor", (_, descriptor) => descriptor.Remove("FontFile2")),
        ["Every glyph that is shown is in the font program"] = OfFont((o, font) =>
        {
            PdfStream content = o.Contents(o.Pages[0].Page)[^1];
            content.Data = [.. content.Data, .. "/Artifact BMC BT /F1 9 Tf <FFF0> Tj ET EMC\n"u8];
            ChangeMap(o, font, map => map.Replace("endcmap", "<FFF0> <0041>\nendcmap", StringComparison.Ordinal));
        }),
        ["A list of the glyphs of a subset is complete"] =
            OfFirst("Type", "FontDescriptor", (o, descriptor) => descriptor["CIDSet"] = Add(o, new PdfStream([0x80]))),
        ["Widths in the file are those of the font program"] =
            OfFirst("Subtype", "CIDFontType2", (_, font) => ((List<object?>)((List<object?>)font["W"]!)[1]!)[1] = 9999L),
        ["Every code that is shown leads to a character"] = OfMap(map => Regex.Replace(map, "<0001> <[0-9A-F]+>\n", "")),
        ["Codes lead to characters that mean something"] = OfMap(map => Regex.Replace(map, "(<0001>) <[0-9A-F]+>\n", "$1 <FEFF>\n")),
        ["Characters for private use have a replacement text"] = OfContents(content => content.Replace("/ActualText", "/Nothing", StringComparison.Ordinal)),
        ["The glyph for what the font lacks is not shown"] = OfDrawing("/Artifact BMC BT /F1 9 Tf <0000> Tj ET EMC"),
        ["Annotations are of types that last"] =
            OfLink(link => (link["Subtype"], link["Rect"]) = (new PdfName("Movie"), new List<object?> { 0L, 0L, 0L, 0L })),
        ["Annotations are printed and seen"] = OfLink(link => link["F"] = 6L),
        ["Annotations have an appearance"] = OfLink(link => link["Subtype"] = new PdfName("Square")),
        ["No field waits for a reader to draw it"] = Of(o => o.Catalogue["AcroForm"] = Entries(("NeedAppearances", true))),
        ["There is no form of another format"] = Of(o => o.Catalogue["AcroForm"] = Entries(("XFA", new List<object?>()))),
        ["A signature covers the whole file but itself"] =
            Of(o => Add(o, Entries(("Type", new PdfName("Sig")), ("ByteRange", new List<object?> { 0L, 1L, 2L, 3L })))),
        ["Actions lead somewhere and start nothing"] = OfLink(link => link["A"] = Entries(("S", new PdfName("Launch")))),
        ["Nothing happens by itself"] = Of(o => o.Pages[0].Page["AA"] = Entries()),
        ["On pages with annotations the tab key follows the structure"] =
            Of(o => o.Pages.First(page => page.Page.ContainsKey("Annots")).Page.Remove("Tabs")),
        ["A form field is content of a form element"] =
            OfLink(link => (link["Subtype"], link["Rect"]) = (new PdfName("Widget"), new List<object?> { 0L, 0L, 0L, 0L })),
        ["A link is content of a link element"] = OfLink(link => link.Remove("StructParent")),
        ["A link says in words where it leads"] = OfLink(link => link.Remove("Contents")),
    };

    private static readonly Dictionary<string, Func<byte[]>> OfMetadata = new()
    {
        ["The catalogue has metadata that can be read"] = OfPacket("</x:xmpmeta>", ""),
        ["The head of the metadata packet gives neither its length nor its encoding"] = OfPacket(" id=\"W5M0", " bytes=\"1\" id=\"W5M0"),
        ["Every property is of a known schema or described"] = OfPacket("<dc:format>", "<a:odd xmlns:a=\"urn:odd\">1</a:odd><dc:format>"),
        ["Descriptions of schemas are complete"] = OfPacket("<pdfaProperty:category>internal</pdfaProperty:category>", ""),
        ["The metadata name part 3 of PDF/A"] = OfPacket("<pdfaid:part>3", "<pdfaid:part>2"),
        ["The metadata name level A"] = OfPacket("conformance>A", "conformance>B"),
        ["The metadata name part 1 of PDF/UA"] = OfPacket("<pdfuaid:part>1", "<pdfuaid:part>2"),
        ["The metadata give a title"] = OfPacket("<dc:title>.*</dc:title>", ""),
        ["Readers show the title"] = Of(o => o.Dictionary(o.Catalogue["ViewerPreferences"])!["DisplayDocTitle"] = false),
        ["The file says its language"] = Of(o => o.Catalogue["Lang"] = PdfString.Of("English (UK)")),
        ["There is one presentation"] = Of(o => o.Dictionary(o.Catalogue["Names"])!["AlternatePresentations"] = Entries()),
        ["The file asks nothing of its reader"] = Of(o => o.Catalogue["Requirements"] = new List<object?>()),
    };

    private static readonly Dictionary<string, Func<byte[]>> OfStructure = new()
    {
        ["The file says that it is tagged"] = Of(o => o.Dictionary(o.Catalogue["MarkInfo"])!["Marked"] = false),
        ["Its tags are not under suspicion"] = Of(o => o.Dictionary(o.Catalogue["MarkInfo"])!["Suspects"] = true),
        ["There is a structure with elements"] = Of(o => o.Dictionary(o.Catalogue["StructTreeRoot"])!.Remove("K")),
        ["Everything drawn is content of an element or an artifact"] = OfDrawing("0 0 9 9 re f"),
        ["Artifacts and content do not lie within each other"] =
            OfContent(content => new Regex(@"(MCID \d+ >> BDC)").Replace(content, "$1 /Artifact << >> BDC EMC", 1)),
        ["Content and element lead to each other"] =
            Of(o => ((List<object?>)o.Resolve(((List<object?>)o.Dictionary(o.Dictionary(o.Catalogue["StructTreeRoot"])!["ParentTree"])!["Nums"]!)[1])!).Reverse()),
        ["Every identifier of content is used once on its page"] = OfDrawing("/P << /MCID 0 >> BDC EMC"),
        ["Marked-content sequences begin and end in pairs"] = OfDrawing("EMC"),
        ["Headers and footers are told apart from other artifacts"] =
            OfContents(content => content.Replace("/Type /Pagination /Subtype /Header", "/Type /Layout /Subtype /Header", StringComparison.Ordinal)),
        ["Structure types are the standard ones or mapped to them"] = OfParagraph("Text"),
        ["Standard types keep their meaning"] = Of(o => o.Dictionary(o.Catalogue["StructTreeRoot"])!["RoleMap"] = Entries(("P", new PdfName("Span")))),
        ["Every element knows its parent"] = OfElement("P", (_, element) => element.Remove("P"), "Sect"),
        ["A table holds rows, in groups or not, and one caption at an end"] = OfType("Caption", "P", "Table"),
        ["A table has one head, and rows below it"] = OfType("TBody", "TFoot"),
        ["Groups of rows hold rows"] = OfType("Div", "TBody"),
        ["Rows stand in tables and hold cells"] = OfParagraph("TR"),
        ["Cells stand in rows"] = OfParagraph("TD"),
        ["All rows of a table are equally wide"] = OfElement("TBody", (o, body) =>
        {
            PdfDictionary row = o.Dictionary(((List<object?>)body["K"]!)[0])!;
            o.Dictionary(((List<object?>)row["K"]!)[0])!["A"] = Entries(("O", new PdfName("Table")), ("ColSpan", 2L));
        }),
        ["Header cells say what they are the header of"] = OfElement("TH", (_, cell) => cell.Remove("A")),
        ["A list holds entries"] = OfType("Note", "L"),
        ["Entries stand in lists and hold label and body"] = OfParagraph("LI"),
        ["Bodies of entries stand in entries"] = OfParagraph("LBody"),
        ["A list with labels says how they count"] = OfElement("L", (_, list) => list.Remove("A")),
        ["A table of contents holds its entries"] = OfType("Note", "TOC"),
        ["Entries of a table of contents stand in one"] = OfParagraph("TOCI"),
        ["A figure is told in words"] = OfElement("Figure", (_, figure) => figure.Remove("Alt")),
        ["The first heading is an H1, and no level is left out on the way down"] = OfType("H1", "H2"),
        ["Headings are numbered by level throughout, or not at all"] = OfParagraph("H"),
        ["Every note has an identifier of its own"] = OfElement("Note", (_, note) => note.Remove("ID")),
    };

    /// <summary>The mutated files by the requirement that each of them misses.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new[] { OfFile, OfGraphics, OfMetadata, OfStructure }.SelectMany(some =>
        some).ToDictionary();
}
