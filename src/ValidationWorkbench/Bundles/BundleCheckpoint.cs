using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Bundles;

/// <summary>Reads key and checkpoint for the check of bundles and proofs. It shares no code with what signs, anchors and exports.</summary>
/// <param name="Origin">Origin of the log.</param>
/// <param name="KeyId">Id of the key, 8 hex digits.</param>
/// <param name="Size">Size of the tree.</param>
/// <param name="Root">Its root.</param>
internal sealed partial record BundleCheckpoint(string Origin, string KeyId, long Size, byte[] Root)
{
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly byte[] SpkiStart = Convert.FromHexString("023059301306072a8648ce3d020106082a8648ce3d03010703420004");

    /// <summary>Id of the log, from the origin.</summary>
    public Guid LogId => Guid.ParseExact(Origin[^32..], "N");

    /// <summary>Reads a checkpoint whose signature holds.</summary>
    /// <exception cref="FormatException">Key or checkpoint is malformed, or the signature does not hold.</exception>
    public static BundleCheckpoint Read(ReadOnlySpan<byte> note, string vkey)
    {
        var (origin, keyId, publicKey) = ReadKey(vkey);
        var text = Decode(note);
        var match = NoteForm().Match(text);
        if (!match.Success || text.Any(letter => letter < ' ' && letter != '\n') || !long.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            throw new FormatException("The checkpoint is not three lines, an empty one and signatures.");
        }

        if (match.Groups[1].Value != origin)
        {
            throw new FormatException($"The checkpoint is of {match.Groups[1].Value}, the key of {origin}.");
        }

        var root = FromBase64(match.Groups[3].Value);
        var signatures = match.Groups[4].Value.TrimEnd('\n').Split('\n').Select(line => line.Split(' ')).Select(parts => (Name: parts[1], Bytes: FromBase64(parts[2])))
            .Where(line => line.Name == origin && line.Bytes.Length > 4 && Convert.ToHexStringLower(line.Bytes[..4]) == keyId).ToList();
        if (signatures.Count != 1 || root.Length != 32)
        {
            throw new FormatException($"The checkpoint has {signatures.Count} signatures of the key {keyId} where one is needed, or a root that is no hash.");
        }

        using var key = Import(publicKey);
        var signed = Utf8.GetBytes(text[..(match.Groups[3].Index + match.Groups[3].Length + 1)]);
        return VerifiesAs(key, signed, signatures[0].Bytes[4..]) ? new BundleCheckpoint(origin, keyId, size, root)
            : throw new FormatException($"The signature of the checkpoint is not by the key {keyId}.");
    }

    /// <summary>True where a key has named another as the next of its log.</summary>
    /// <param name="before">The key before, as text.</param>
    /// <param name="next">The next key, as text.</param>
    /// <param name="signature">Signature of the key before over <c>origin/next-key</c> and the next key, each with a line feed; DER in base64.</param>
    /// <exception cref="FormatException">One of the keys or the signature is malformed.</exception>
    public static bool HasNamed(string before, string next, string signature)
    {
        var (origin, _, publicKey) = ReadKey(before);
        using var key = Import(publicKey);
        return ReadKey(next).Origin == origin && VerifiesAs(key, Utf8.GetBytes($"{origin}/next-key\n{next}\n"), FromBase64(signature));
    }

    /// <summary>Base64 in the one form in which an encoder writes it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static byte[] FromBase64(string text)
    {
        var bytes = Convert.FromBase64String(text);
        return Convert.ToBase64String(bytes) == text ? bytes : throw new FormatException("Base64 is not in its one canonical form.");
    }

    /// <summary>Strict UTF-8.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("A text is not valid UTF-8.", exception);
        }
    }

    private static bool VerifiesAs(ECDsa key, byte[] signed, byte[] signature)
    {
        try
        {
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static (string Origin, string KeyId, byte[] PublicKey) ReadKey(string vkey)
    {
        var match = KeyForm().Match(vkey);
        var bytes = match.Success ? FromBase64(match.Groups[3].Value) : [];
        if (bytes.Length != SpkiStart.Length + 64 || !bytes.AsSpan().StartsWith(SpkiStart))
        {
            throw new FormatException("The key is not ORIGIN+ID+BASE64 of an ECDSA P-256 key.");
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(1))[..4]);
        return match.Groups[2].Value == id ? (match.Groups[1].Value, id, bytes[1..])
            : throw new FormatException($"The id of the key is {match.Groups[2].Value}, its bytes give {id}.");
    }

    private static ECDsa Import(byte[] publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key;
        }
        catch (CryptographicException exception)
        {
            key.Dispose();
            throw new FormatException("The key is no point of the curve P-256.", exception);
        }
    }

    [GeneratedRegex(@"^(validation-workbench/[0-9a-f]{32})\+([0-9a-f]{8})\+([^ \n]+)\z")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^([^\n]+)\n([1-9][0-9]{0,17})\n([^\n]+)\n\n((?:\u2014 [^ \n]+ [^ \n]+\n){1,16})\z")]
    private static partial Regex NoteForm();
}
