using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Writes attachments as embedded files (ISO 32000-1, 7.11.4) that are associated with the document (ISO 19005-3, 6.8).</summary>
internal static class EmbeddedFiles
{
    /// <summary>Writes the files and gives the entries that the catalogue needs; none where there are no files.</summary>
    public static string Write(PdfFile file, IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count == 0)
        {
            return "";
        }

        // A name tree is sorted by the bytes of its keys (ISO 32000-1, 7.9.6); those of UTF-16 in this form sort as the text by code units.
        (string Name, string Reference)[] files =
            [.. attachments.Select(attachment => (attachment.Name, PdfFile.Reference(Add(file, attachment)))).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        string names = string.Join(' ', files.Select(entry => $"{PdfText.Unicode(entry.Name)} {entry.Reference}"));
        return $" /Names << /EmbeddedFiles << /Names [{names}] >> >> /AF [{string.Join(' ', files.Select(entry => entry.Reference))}]";
    }

    private static int Add(PdfFile file, Attachment attachment)
    {
        byte[] content = attachment.Content.ToArray();
        string size = content.Length.ToString(CultureInfo.InvariantCulture);
        string parameters = $"/Params << /Size {size} /ModDate {PdfText.Date(attachment.Modified)} /CheckSum <{CheckSum(content)}> >>";
        int stream = file.AddStream(content, $" /Type /EmbeddedFile /Subtype {PdfText.Name(attachment.MediaType)} {parameters}");
        string name = PdfText.Unicode(attachment.Name);
        return file.Add($"<< /Type /Filespec /F {name} /UF {name} /Desc {PdfText.Unicode(attachment.Description)} /AFRelationship /{attachment.Relationship} "
            + $"/EF << /F {PdfFile.Reference(stream)} /UF {PdfFile.Reference(stream)} >> >>");
    }

    [SuppressMessage("Security", "CA5351", Justification = "ISO 32000-1, table 46, asks for MD5; it finds transmission errors and secures nothing.")]
    private static string CheckSum(byte[] content) => Convert.ToHexString(MD5.HashData(content));
}
