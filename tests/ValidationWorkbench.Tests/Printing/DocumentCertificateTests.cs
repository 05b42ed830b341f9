using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Printing;
using ValidationWorkbench.Tests.Pdf;
using ValidationWorkbench.Tests.Pdf.Conformance;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

public sealed class DocumentCertificateTests : IDisposable
{
    private const string Password = "not secret";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SigningTime = "1.2.840.113549.1.9.5";

    private static readonly DateTimeOffset At = new(2026, 2, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly RSA Rsa = RSA.Create(2048);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string, string> Unfit => new()
    {
        { "RSA 1024", "its RSA key has 1024 bits. At least 2048 are needed." },
        { "encipherment", "its key usage is KeyEncipherment. A certificate that may sign is needed." },
        { "no key", "it holds no private key. Export the certificate together with its key." },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_signature_holds_here_and_for_another_program(bool elliptic)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = elliptic
            ? new CertificateRequest("CN=Ada Lovelace, O=QA", ecdsa, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=Ada Lovelace, O=QA", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var (cms, content) = SignedPdf.Parts(Signed(Stored(request)));

        var decoded = new SignedCms(new ContentInfo(content), detached: true);
        decoded.Decode(cms);
        decoded.CheckSignature(verifySignatureOnly: true);

        File.WriteAllBytes(InFolder("cms"), cms);
        File.WriteAllBytes(InFolder("content"), content);
        OpenSsl.Run(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", InFolder("cms"), "-content", InFolder("content"), "-CAfile", InFolder("signer.pem"),
            "-purpose", "any", "-attime", At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "-out", InFolder("out"));

        content[^100] ^= 1;
        var altered = new SignedCms(new ContentInfo(content), detached: true);
        altered.Decode(cms);
        Assert.Throws<CryptographicException>(() => altered.CheckSignature(verifySignatureOnly: true));
    }

    [Fact]
    public void A_signature_names_its_certificate_and_leaves_the_moment_to_the_file()
    {
        var path = Stored(Request());
        var (cms, content) = SignedPdf.Parts(Signed(path));
        var decoded = new SignedCms(new ContentInfo(content), detached: true);
        decoded.Decode(cms);
        var signer = decoded.SignerInfos[0];
        var attributes = signer.SignedAttributes.Cast<CryptographicAttributeObject>().ToDictionary(attribute => attribute.Oid!.Value!, attribute => attribute.Values[0].RawData);

        Assert.Single(decoded.SignerInfos);
        Assert.Equal("CN=Ada Lovelace, O=QA", signer.Certificate!.Subject);
        Assert.DoesNotContain(SigningTime, attributes.Keys);
        Assert.True(attributes[SigningCertificateV2].AsSpan().IndexOf(SHA256.HashData(signer.Certificate.RawData)) > 0);
    }

    [Fact]
    public void The_same_document_key_and_moment_give_the_same_bytes()
    {
        var path = Stored(Request());

        Assert.Equal(Signed(path), Signed(path));
    }

    [Fact]
    public void A_signed_document_meets_the_requirements_of_its_format() => Assert.Empty(Requirement.Missed(Signed(Stored(Request()))));

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_certificate_that_cannot_sign_documents_is_refused_with_its_file(string kind, string message)
    {
        using var weak = RSA.Create(1024);
        var request = kind == "RSA 1024" ? new CertificateRequest("CN=x", weak, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : Request();
        if (kind == "encipherment")
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));
        }

        var path = Stored(request, withKey: kind != "no key");
        var fault = Assert.Throws<InputException>(() => DocumentCertificate.Load(path, Password)).Faults.Single();

        Assert.Equal((path, message), (fault.File, fault.Message));
    }

    [Fact]
    public void A_wrong_password_and_a_missing_file_are_refused_with_what_is_needed()
    {
        var path = Stored(Request());

        Assert.All(
            [() => DocumentCertificate.Load(path, "other"), () => DocumentCertificate.Load(path + "x", Password)],
            (Func<DocumentCertificate> load) => Assert.EndsWith("A PKCS #12 file (.p12, .pfx) and its password are needed.", Assert.Throws<InputException>(load).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public void A_certificate_is_not_used_outside_its_time(int days)
    {
        using var certificate = DocumentCertificate.Load(Stored(Request()), Password);

        Assert.Contains("the certificate is valid from 2026-01-01 00:00:00Z to 2026-12-31 00:00:00Z", Assert.Throws<InputException>(() => certificate.Signature(At.AddDays(days), "")).Message, StringComparison.Ordinal);
    }

    private string InFolder(string name) => Path.Combine(folder, name);

    private static CertificateRequest Request() => new("CN=Ada Lovelace, O=QA", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private string Stored(CertificateRequest request, bool withKey = true)
    {
        using var made = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
        using var bare = X509CertificateLoader.LoadCertificate(made.RawData);
        var path = InFolder("signer.p12");
        File.WriteAllText(InFolder("signer.pem"), made.ExportCertificatePem());
        File.WriteAllBytes(path, (withKey ? made : bare).Export(X509ContentType.Pkcs12, Password));
        return path;
    }

    private static byte[] Signed(string path)
    {
        using var certificate = DocumentCertificate.Load(path, Password);
        return PdfWriter.WriteSigned(PdfSamples.Complete(), certificate.Signature(At, "Approved"));
    }
}
