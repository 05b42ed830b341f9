using System.Security;
using System.Text;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The metadata packet: the same facts as in the Info dictionary, and the PDF/A part and conformance level the file is built for.</summary>
internal static class XmpPacket
{
    public static byte[] Bytes(PdfDocument document)
    {
        string date = FormattableString.Invariant($"{document.Created.UtcDateTime:yyyy-MM-ddTHH:mm:ss}+00:00");
        string[] lines =
        [
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>B</pdfaid:conformance>",
            "<dc:format>application/pdf</dc:format>",
            $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escaped(document.Title)}</rdf:li></rdf:Alt></dc:title>",
            .. Optional(document.Author, "<dc:creator><rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq></dc:creator>"),
            .. Optional(document.Subject, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt></dc:description>"),
            $"<dc:language><rdf:Bag><rdf:li>{Escaped(document.Language)}</rdf:li></rdf:Bag></dc:language>",
            $"<pdf:Producer>{DocumentInfo.Producer}</pdf:Producer>",
            $"<xmp:CreateDate>{date}</xmp:CreateDate>",
            $"<xmp:ModifyDate>{date}</xmp:ModifyDate>",
            "</rdf:Description>",
            "</rdf:RDF>",
            "</x:xmpmeta>",
            "<?xpacket end=\"r\"?>",
        ];
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static IEnumerable<string> Optional(string value, string open, string close) => value.Length == 0 ? [] : [$"{open}{Escaped(value)}{close}"];

    private static string Escaped(string text) => SecurityElement.Escape(text) ?? "";
}
