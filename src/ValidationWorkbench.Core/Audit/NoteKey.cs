using System.Security.Cryptography;

namespace ValidationWorkbench.Audit;

/// <summary>
/// Public key of a signer of notes, in the "vkey" form of C2SP signed-note for ECDSA P-256: <c>name+key id in hex+base64(0x02 || SPKI)</c>, where the key id
/// is the first 4 bytes of the SHA-256 of the SubjectPublicKeyInfo (DER).
/// </summary>
public sealed class NoteKey
{
    private const byte EcdsaType = 2;
    private const string P256 = "1.2.840.10045.3.1.7";
    private readonly byte[] publicKey;

    private NoteKey(string name, byte[] publicKey)
    {
        Name = name;
        this.publicKey = publicKey;
        Id = Convert.ToHexStringLower(SHA256.HashData(publicKey)[..4]);
    }

    /// <summary>Name of the signer; for a log its origin.</summary>
    public string Name { get; }

    /// <summary>Key id, 8 lower-case hex digits. A short hint for choosing the key, not a fingerprint.</summary>
    public string Id { get; }

    /// <summary>Public part of a key.</summary>
    /// <exception cref="ArgumentException">The name does not fit a note, or the key is not on P-256.</exception>
    public static NoteKey Of(string name, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return !IsName(name) ? throw new ArgumentException("The name of a signer is empty or holds a space or a plus sign.", nameof(name))
            : key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value != P256 ? throw new ArgumentException("The key is not on the curve P-256.", nameof(key))
            : new NoteKey(name, key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Reads the vkey form.</summary>
    /// <exception cref="FormatException">It is no vkey of an ECDSA P-256 key, or its key id is not that of its key.</exception>
    public static NoteKey Parse(string vkey)
    {
        ArgumentNullException.ThrowIfNull(vkey);
        var parts = vkey.Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]) || !NoteBase64.TryDecode(parts[2], out var bytes) || bytes is not [EcdsaType, ..])
        {
            throw new FormatException("A verifier key is not of the form name+id+base64 with key type 2 (ECDSA).");
        }

        var key = new NoteKey(parts[0], bytes[1..]);
        if (key.Id != parts[1])
        {
            throw new FormatException($"The id {parts[1]} of a verifier key is not that of its key, {key.Id}.");
        }

        using var imported = key.Import();
        return key;
    }

    /// <summary>True where the signature, an ASN.1 sequence (DER) of two numbers, is this key's over the bytes with SHA-256.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = Import();
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The vkey form.</summary>
    public override string ToString() => $"{Name}+{Id}+{Convert.ToBase64String([EcdsaType, .. publicKey])}";

    /// <summary>A name stands between spaces in a note and before a plus sign in a vkey, so it can hold neither.</summary>
    internal static bool IsName(string name) => !string.IsNullOrEmpty(name) && !name.Any(letter => letter == '+' || char.IsWhiteSpace(letter) || char.IsControl(letter));

    private ECDsa Import()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);
            return read == publicKey.Length && key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value == P256 && key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(publicKey)
                ? key : throw new FormatException("A verifier key is not a public key on the curve P-256 in its usual form.");
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            key.Dispose();
            throw exception as FormatException ?? new FormatException("A verifier key holds no public key.", exception);
        }
    }
}
