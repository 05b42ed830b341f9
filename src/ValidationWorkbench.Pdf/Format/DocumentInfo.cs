namespace ValidationWorkbench.Pdf.Format;

/// <summary>The Info dictionary; the metadata packet says the same.</summary>
internal static class DocumentInfo
{
    public const string Producer = "ValidationWorkbench";

    public static string Dictionary(PdfDocument document)
    {
        string author = document.Author.Length == 0 ? "" : $" /Author {PdfText.Unicode(document.Author)}";
        string subject = document.Subject.Length == 0 ? "" : $" /Subject {PdfText.Unicode(document.Subject)}";
        string date = PdfText.Date(document.Created);
        return $"<< /Title {PdfText.Unicode(document.Title)}{author}{subject} /Producer ({Producer}) /CreationDate {date} /ModDate {date} >>";
    }
}
