using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench.Audit;

/// <summary>
/// The next key of a log, named by the key before: ECDSA with SHA-256 over <c>origin/next-key</c>, line feed, the next key in vkey form, line feed. Whoever can
/// write records but has no key cannot bring in one of his own. No checkpoint has that first line, so neither text can stand for the other.
/// </summary>
/// <param name="Next">The next key.</param>
/// <param name="Signature">Signature of the key before, an ASN.1 sequence (DER) in base64.</param>
public sealed record KeySuccession(NoteKey Next, string Signature)
{
    /// <summary>Signs with the key before.</summary>
    /// <param name="next">The next key.</param>
    /// <param name="before">ECDSA P-256 key with its private part.</param>
    public static KeySuccession Sign(NoteKey next, ECDsa before)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(before);
        return new KeySuccession(next, Convert.ToBase64String(before.SignData(BytesOf(next), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    /// <summary>True where the key before named this one as the next of its own log.</summary>
    public bool IsSignedBy(NoteKey before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before.Name == Next.Name && NoteBase64.TryDecode(Signature, out var signature) && before.Verify(BytesOf(Next), signature);
    }

    private static byte[] BytesOf(NoteKey next) => Encoding.UTF8.GetBytes($"{next.Name}/next-key\n{next}\n");
}
