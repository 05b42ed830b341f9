using System.Security;
using System.Text;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// The metadata packet: the same facts as in the Info dictionary, and what the file is built to: PDF/A-3, level A (ISO 19005-3, 6.6.4), and PDF/UA-1
/// (ISO 14289-1, 5).
/// </summary>
internal static class XmpPacket
{
    private const string UaNamespace = "http://www.aiim.org/pdfua/ns/id/";

    /// <summary>PDF/A does not know the schema of PDF/UA, so it is described in the packet itself (ISO 19005-3, 6.6.2.3).</summary>
    private static readonly string[] UaSchema =
    [
        "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">",
        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
        "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
        $"<pdfaSchema:namespaceURI>{UaNamespace}</pdfaSchema:namespaceURI>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
        "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">",
        "<pdfaProperty:name>part</pdfaProperty:name>",
        "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
        "<pdfaProperty:category>internal</pdfaProperty:category>",
        "<pdfaProperty:description>Part of ISO 14289 that the file is built to</pdfaProperty:description>",
        "</rdf:li></rdf:Seq></pdfaSchema:property>",
        "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
        "</rdf:Description>",
    ];

    public static byte[] Bytes(PdfDocument document)
    {
        string date = FormattableString.Invariant($"{document.Created.UtcDateTime:yyyy-MM-ddTHH:mm:ss}+00:00");
        string[] lines =
        [
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
            $" xmlns:pdfuaid=\"{UaNamespace}\">",
            "<pdfaid:part>3</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<dc:format>application/pdf</dc:format>",
            $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escaped(document.Title)}</rdf:li></rdf:Alt></dc:title>",
            .. Optional(document.Author, "<dc:creator><rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq></dc:creator>"),
            .. Optional(document.Subject, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt></dc:description>"),
            $"<dc:language><rdf:Bag><rdf:li>{Escaped(document.Language)}</rdf:li></rdf:Bag></dc:language>",
            $"<pdf:Producer>{DocumentInfo.Producer}</pdf:Producer>",
            $"<xmp:CreateDate>{date}</xmp:CreateDate>",
            $"<xmp:ModifyDate>{date}</xmp:ModifyDate>",
            "</rdf:Description>",
            .. UaSchema,
            "</rdf:RDF>",
            "</x:xmpmeta>",
            "<?xpacket end=\"r\"?>",
        ];
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static IEnumerable<string> Optional(string value, string open, string close) => value.Length == 0 ? [] : [$"{open}{Escaped(value)}{close}"];

    private static string Escaped(string text) => SecurityElement.Escape(text) ?? "";
}
