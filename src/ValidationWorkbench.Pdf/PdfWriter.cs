using System.Text;
using ValidationWorkbench.Pdf.Checks;
using ValidationWorkbench.Pdf.Fonts;
using ValidationWorkbench.Pdf.Format;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf;

/// <summary>Prints documents. Equal documents give equal bytes on every machine; any number of threads may print at the same time.</summary>
public static class PdfWriter
{
    /// <exception cref="ArgumentException">The document cannot be printed as it is; the message says what was found and what is allowed.</exception>
    public static byte[] Write(PdfDocument document) => Write(document, out _);

    /// <param name="document">What to print.</param>
    /// <param name="missing">The characters that the font lacks, in code point order; each is drawn as a box with its code point in it.</param>
    /// <exception cref="ArgumentException">The document cannot be printed as it is; the message says what was found and what is allowed.</exception>
    public static byte[] Write(PdfDocument document, out IReadOnlyList<string> missing)
    {
        DocumentCheck.Verify(document);
        PrintedDocument printed = DocumentLayout.Print(document);
        missing = Missing(document, printed);
        return FileAssembly.Bytes(document, printed, null);
    }

    /// <summary>Prints a document and signs the file. Equal documents and signatures give equal bytes.</summary>
    /// <exception cref="ArgumentException">The document cannot be printed as it is, or the signature needs more room than it said.</exception>
    public static byte[] WriteSigned(PdfDocument document, PdfSignature signature)
    {
        DocumentCheck.Verify(document);
        SignatureCheck.Verify(signature);
        return FileAssembly.Bytes(document, DocumentLayout.Print(document), signature);
    }

    /// <exception cref="ArgumentException">The document cannot be printed as it is; the message says what was found and what is allowed.</exception>
    public static void Write(PdfDocument document, Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(Write(document));
    }

    // Looked for among what was laid out, not in the blocks: so nothing that is printed is left out.
    private static IReadOnlyList<string> Missing(PdfDocument document, PrintedDocument printed)
    {
        IEnumerable<TextMark> marks = printed.Pages.SelectMany(page => page.Marks).OfType<TextMark>();
        IEnumerable<Rune> characters = marks.Select(mark => mark.Text).Append(document.Watermark ?? "").SelectMany(text => text.EnumerateRunes());
        return [.. characters.Distinct().Where(character => !Typeface.Has(character.Value)).Order().Select(character => character.ToString())];
    }
}
