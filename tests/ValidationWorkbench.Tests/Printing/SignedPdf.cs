using System.Formats.Asn1;
using System.Security.Cryptography.Pkcs;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Printing;

/// <summary>Reads the signature of a PDF file.</summary>
internal static class SignedPdf
{
    /// <summary>True where the file says that it is signed.</summary>
    public static bool IsSigned(byte[] file) => Dictionaries(file).Any();

    /// <summary>The CMS signature, and the bytes that it is over.</summary>
    public static (byte[] Cms, byte[] Content) Parts(byte[] file)
    {
        var dictionary = Dictionaries(file).Single();
        var range = ((List<object?>)dictionary["ByteRange"]!).Select(number => (int)(long)number!).ToArray();
        var padded = ((PdfString)dictionary["Contents"]!).Bytes;
        AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.DER, out _, out _, out var length);
        return (padded[..length], [.. file[..range[1]], .. file[range[2]..]]);
    }

    /// <summary>Subject of the certificate whose key signed the file.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The signature does not hold.</exception>
    public static string SignerOf(byte[] file)
    {
        var (cms, content) = Parts(file);
        var decoded = new SignedCms(new ContentInfo(content), detached: true);
        decoded.Decode(cms);
        decoded.CheckSignature(verifySignatureOnly: true);
        return decoded.SignerInfos[0].Certificate!.Subject;
    }

    private static IEnumerable<PdfDictionary> Dictionaries(byte[] file) =>
        new PdfObjects(file).All.Values.OfType<PdfDictionary>().Where(entries => entries.ContainsKey("Type") && entries.Name("Type") == "Sig");
}
