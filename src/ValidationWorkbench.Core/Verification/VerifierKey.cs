using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench.Verification;

/// <summary>
/// Public key that a checker trusts, read from the C2SP form <c>origin+key id+base64(0x02 || SubjectPublicKeyInfo)</c>: ECDSA on P-256 with SHA-256.
/// </summary>
public sealed class VerifierKey : IDisposable
{
    private const int P256Bits = 256;
    private readonly ECDsa key;

    private VerifierKey(string text, string origin, byte[] id, ECDsa key)
    {
        Text = text;
        Origin = origin;
        Id = id;
        this.key = key;
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Name under which it signs: product and log.</summary>
    public string Origin { get; }

    /// <summary>First 4 bytes of SHA-256 of the SubjectPublicKeyInfo.</summary>
    public byte[] Id { get; }

    /// <summary>The id as it is written, 8 hex digits.</summary>
    public string IdText => Convert.ToHexStringLower(Id);

    /// <summary>Reads a key.</summary>
    /// <param name="text">Its text; white space around it counts for nothing.</param>
    /// <param name="trouble">Why it is none; null where it is one.</param>
    public static VerifierKey? TryRead(string text, out string? trouble)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        var parts = text.Split('+', 3);
        trouble = "the verifier key is not of the form origin+id+base64";
        if (parts.Length != 3 || parts[0].Length == 0 || parts[0].Any(char.IsWhiteSpace) || !AnchorNote.TryBase64(parts[2], out var bytes) || bytes.Length < 2 || bytes[0] != 2)
        {
            return null;
        }

        var id = SHA256.HashData(bytes.AsSpan(1))[..4];
        if (parts[1] != Convert.ToHexStringLower(id))
        {
            trouble = $"the verifier key names itself {parts[1]}, but its id is {Convert.ToHexStringLower(id)}";
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes.AsSpan(1), out var read);
            if (read == bytes.Length - 1 && key.KeySize == P256Bits)
            {
                trouble = null;
                return new VerifierKey(text, parts[0], id, key);
            }

            trouble = "the verifier key is no ECDSA key on P-256";
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            trouble = $"the verifier key cannot be read: {exception.Message}";
        }

        key.Dispose();
        return null;
    }

    /// <summary>True where the note carries a signature of this key that holds.</summary>
    public bool HasSigned(AnchorNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var text = Encoding.UTF8.GetBytes(note.Text);
        return note.Signatures.Any(line => line.Name == Origin && line.KeyId.AsSpan().SequenceEqual(Id) && Holds(text, line.Signature));
    }

    /// <summary>True where this key has named another as the next of its log: a signature over <c>origin/next-key</c>, LF, the other key's text, LF.</summary>
    /// <param name="next">The other key.</param>
    /// <param name="signature">Signature in base64 (DER); null for none.</param>
    public bool HasNamed(VerifierKey next, string? signature)
    {
        ArgumentNullException.ThrowIfNull(next);
        return next.Origin == Origin && signature is not null && AnchorNote.TryBase64(signature, out var bytes)
            && Holds(Encoding.UTF8.GetBytes($"{Origin}/next-key\n{next.Text}\n"), bytes);
    }

    public void Dispose() => key.Dispose();

    private bool Holds(byte[] text, byte[] signature)
    {
        try
        {
            return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
