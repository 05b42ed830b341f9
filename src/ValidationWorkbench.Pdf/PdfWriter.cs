using ValidationWorkbench.Pdf.Checks;
using ValidationWorkbench.Pdf.Fonts;
using ValidationWorkbench.Pdf.Format;

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
        byte[] file = FileAssembly.Bytes(document, null, out IReadOnlyCollection<int> characters);
        missing = Missing(document, characters);
        return file;
    }

    /// <summary>Prints a document and signs the file. Equal documents and signatures give equal bytes.</summary>
    /// <exception cref="ArgumentException">The document cannot be printed as it is, or the signature needs more room than it said.</exception>
    public static byte[] WriteSigned(PdfDocument document, PdfSignature signature) => WriteSigned(document, signature, out _);

    /// <summary>Prints a document and signs the file.</summary>
    /// <param name="document">What to print.</param>
    /// <param name="signature">What signs it.</param>
    /// <param name="missing">The characters that the font lacks, as in <see cref="Write(PdfDocument, out IReadOnlyList{string})"/>.</param>
    /// <exception cref="ArgumentException">The document cannot be printed as it is, or the signature needs more room than it said.</exception>
    public static byte[] WriteSigned(PdfDocument document, PdfSignature signature, out IReadOnlyList<string> missing)
    {
        DocumentCheck.Verify(document);
        SignatureCheck.Verify(signature);
        byte[] file = FileAssembly.Bytes(document, signature, out IReadOnlyCollection<int> characters);
        missing = Missing(document, characters);
        return file;
    }

    /// <exception cref="ArgumentException">The document cannot be printed as it is; the message says what was found and what is allowed.</exception>
    public static void Write(PdfDocument document, Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(Write(document));
    }

    // Looked for among what was drawn, not in the blocks: so nothing that is printed is left out.
    private static IReadOnlyList<string> Missing(PdfDocument document, IReadOnlyCollection<int> drawn)
    {
        IEnumerable<int> watermark = (document.Watermark ?? "").EnumerateRunes().Select(character => character.Value);
        return [.. drawn.Concat(watermark).Distinct().Where(character => !Typeface.Has(character)).Order().Select(char.ConvertFromUtf32)];
    }
}
