using ValidationWorkbench.Pdf;

namespace ValidationWorkbench.Printing;

/// <summary>Signs the PDF files of a package: anew with a certificate, or again with the signatures that are on record.</summary>
public sealed class PackageSigner
{
    /// <summary>What a signature of the program means. Approval is for people.</summary>
    public const string Reason = "Origin and integrity of this file as issued; no approval of its content";

    private readonly PackageSignature signature;
    private readonly Func<string, byte[], byte[]> sign;
    private readonly SortedDictionary<string, string> made = new(StringComparer.Ordinal);

    private PackageSigner(PackageSignature signature, Func<string, byte[], byte[]> sign) => (this.signature, this.sign) = (signature, sign);

    /// <summary>What has been signed so far, as it goes on record.</summary>
    public PackageSignature ForRecord
    {
        get
        {
            lock (made)
            {
                return signature with { Files = [.. made.Select(file => new FileSignature(file.Key, file.Value))] };
            }
        }
    }

    /// <summary>Signs with a certificate.</summary>
    /// <exception cref="InputException">The certificate is not valid at that moment.</exception>
    public static PackageSigner With(DocumentCertificate certificate, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var sample = certificate.Signature(at, Reason);
        return new PackageSigner(
            new PackageSignature { Name = sample.Name, Reason = Reason, AtMicros = Microseconds.Of(at), Capacity = sample.Capacity, Files = [] },
            (_, content) => sample.Sign(content));
    }

    /// <summary>Puts the signatures on record into the files that they were made for.</summary>
    public static PackageSigner Again(PackageSignature onRecord)
    {
        ArgumentNullException.ThrowIfNull(onRecord);
        var files = onRecord.Files.ToDictionary(file => file.File, file => Convert.FromBase64String(file.Cms), StringComparer.Ordinal);
        return new PackageSigner(onRecord, (file, _) => files.TryGetValue(file, out var cms) ? cms
            : throw new IntegrityException($"{file}: no signature of it is on record, though the package was signed."));
    }

    internal PdfSignature Of(string file) => new()
    {
        Name = signature.Name,
        Reason = signature.Reason,
        At = Microseconds.ToTime(signature.AtMicros),
        Capacity = signature.Capacity,
        Sign = content => Sign(file, content),
    };

    // One at a time: documents are printed side by side, and the key is one.
    private byte[] Sign(string file, byte[] content)
    {
        lock (made)
        {
            var cms = sign(file, content);
            made[file] = Convert.ToBase64String(cms);
            return cms;
        }
    }
}
