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
    public static byte[] Write(PdfDocument document)
    {
        DocumentCheck.Verify(document);
        return FileAssembly.Bytes(document, DocumentLayout.Print(document), null);
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

    /// <summary>The characters of the printed document that the font lacks, in code point order; each is drawn as an empty square.</summary>
    /// <exception cref="ArgumentException">The document cannot be printed as it is; the message says what was found and what is allowed.</exception>
    public static IReadOnlyList<string> MissingCharacters(PdfDocument document)
    {
        DocumentCheck.Verify(document);
        IEnumerable<TextMark> marks = DocumentLayout.Print(document).Pages.SelectMany(page => page.Marks).OfType<TextMark>();
        IEnumerable<Rune> characters = marks.Select(mark => mark.Text).Append(document.Watermark ?? "").SelectMany(text => text.EnumerateRunes());
        return [.. characters.Distinct().Where(character => !Typeface.Has(character.Value)).Order().Select(character => character.ToString())];
    }
}
