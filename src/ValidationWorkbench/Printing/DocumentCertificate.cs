using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using ValidationWorkbench.Pdf;

namespace ValidationWorkbench.Printing;

/// <summary>
/// A certificate with its private key that signs documents: PAdES baseline B-B (ETSI EN 319 142-1), which is a detached CMS signature with the attribute
/// signing-certificate-v2 (RFC 5035). With an RSA key (PKCS #1 v1.5, SHA-256) the same document, certificate and moment give the same bytes; ECDSA draws a
/// random number for every signature.
/// </summary>
public sealed class DocumentCertificate : IDisposable
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Needed = "A PKCS #12 file (.p12, .pfx) and its password are needed.";
    private const int WeakestRsa = 2048;
    private const X509KeyUsageFlags Signs = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

    /// <summary>Room for what a signature holds beside its certificates: names, attributes and the signature of a key of up to 8192 bits.</summary>
    private const int BesideCertificates = 4096;

    private readonly X509Certificate2 certificate;
    private readonly X509Certificate2Collection all;

    private DocumentCertificate(X509Certificate2 certificate, X509Certificate2Collection all) => (this.certificate, this.all) = (certificate, all);

    /// <summary>Who signs, by the subject of the certificate.</summary>
    public string Name => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } name ? name : certificate.Subject;

    /// <summary>Reads a PKCS #12 file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">Its password; null for none.</param>
    /// <exception cref="InputException">The file cannot be read, the password is wrong, or nothing in it can sign documents.</exception>
    public static DocumentCertificate Load(string path, string? password)
    {
        if (!File.Exists(path))
        {
            throw new InputException(path, $"there is no such file. {Needed}");
        }

        X509Certificate2Collection all;
        try
        {
            DiskPath.CheckRegular(path);
            all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"the certificate cannot be read: {exception.Message} {Needed}");
        }

        var signer = all.FirstOrDefault(one => one.HasPrivateKey);
        if ((signer is null ? "it holds no private key. Export the certificate together with its key." : Unfit(signer)) is { } trouble)
        {
            Dispose(all);
            throw new InputException(path, trouble);
        }

        return new DocumentCertificate(signer!, all);
    }

    /// <summary>A signature to write a document with.</summary>
    /// <param name="at">When the document is signed.</param>
    /// <param name="reason">What the signature means; empty for nothing said.</param>
    /// <exception cref="InputException">The certificate is not valid at that moment.</exception>
    public PdfSignature Signature(DateTimeOffset at, string reason)
    {
        if (at < certificate.NotBefore || at > certificate.NotAfter)
        {
            throw new InputException(Name, FormattableString.Invariant(
                $"the certificate is valid from {certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}, not at {at.UtcDateTime:u}.")
                + " Use one that is.");
        }

        return new PdfSignature { Name = Name, Reason = reason, At = at, Capacity = all.Sum(one => one.RawData.Length) + BesideCertificates, Sign = Sign };
    }

    public void Dispose() => Dispose(all);

    private static void Dispose(X509Certificate2Collection certificates)
    {
        foreach (var one in certificates)
        {
            one.Dispose();
        }
    }

    private static string? Unfit(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var ecdsa = certificate.GetECDsaPrivateKey();
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        return (rsa, ecdsa, usage) switch
        {
            (null, null, _) => "its key is neither RSA nor ECDSA. Use a certificate with one of them.",
            ({ KeySize: < WeakestRsa }, _, _) => FormattableString.Invariant($"its RSA key has {rsa.KeySize} bits. At least {WeakestRsa} are needed."),
            (_, _, { } given) when (given.KeyUsages & Signs) == 0 => $"its key usage is {given.KeyUsages}. A certificate that may sign is needed.",
            _ => null,
        };
    }

    private byte[] Sign(byte[] content)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(new X509Certificate2Collection(all.Where(one => one != certificate).ToArray()));
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), Reference()));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>SigningCertificateV2 with one ESSCertIDv2: SHA-256, the default, over the certificate, and its issuer and serial number (RFC 5035).</summary>
    private byte[] Reference()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return writer.Encode();
    }
}
