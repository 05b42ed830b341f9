using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench.Audit;

/// <summary>
/// A text with signatures in the form of C2SP signed-note: the text, which ends with a line feed, an empty line, then lines
/// <c>— name base64(key id || signature)</c>. What is signed is the text with its last line feed.
/// </summary>
public sealed class SignedNote
{
    private const string SignatureStart = "\u2014 ";
    private const int MostSignatures = 16;
    private const int LongestNote = 65_536;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures) => (Text, Signatures) = (text, signatures);

    /// <summary>The text that is signed, with its last line feed.</summary>
    public string Text { get; }

    /// <summary>Signature lines, in order. Only <see cref="IsSignedBy"/> says whether one holds.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text; it ends with a line feed and holds no control character besides line feeds.</param>
    /// <param name="name">Name of the signer.</param>
    /// <param name="key">ECDSA P-256 key with its private part.</param>
    /// <exception cref="ArgumentException">The text, the name or the key does not fit a note.</exception>
    public static SignedNote Sign(string text, string name, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        if (FaultOf(text) is { } fault)
        {
            throw new ArgumentException(fault, nameof(text));
        }

        var signature = key.SignData(StrictUtf8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new SignedNote(text, [new NoteSignature(name, NoteKey.Of(name, key).Id, signature)]);
    }

    /// <summary>Reads a note strictly: every byte of it belongs to its text or to a signature line.</summary>
    /// <exception cref="FormatException">The bytes are no signed note, hold two lines of one key, or more than 16 signatures.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestNote)
        {
            throw new FormatException($"A note has {bytes.Length} bytes; more than {LongestNote} are not read.");
        }

        var note = Decode(bytes);
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || note[^1] != '\n' || end + 2 == note.Length)
        {
            throw new FormatException("A note has no text, empty line and signature lines that each end with a line feed.");
        }

        var text = note[..(end + 1)];
        if (FaultOf(text) is { } fault)
        {
            throw new FormatException(fault);
        }

        var signatures = note[(end + 2)..^1].Split('\n').Select(ParseSignature).ToList();
        return signatures.Count > MostSignatures ? throw new FormatException($"A note has {signatures.Count} signatures; more than {MostSignatures} are not read.")
            : signatures.DistinctBy(signature => (signature.Name, signature.KeyId)).Count() < signatures.Count ? throw new FormatException("A note has two signature lines of one key.")
            : new SignedNote(text, signatures);
    }

    /// <summary>True where one of the signatures is this key's and holds.</summary>
    public bool IsSignedBy(NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Signatures.SingleOrDefault(signature => signature.Name == key.Name && signature.KeyId == key.Id) is { } own && key.Verify(StrictUtf8.GetBytes(Text), own.Bytes);
    }

    /// <summary>The bytes of the note.</summary>
    public byte[] ToBytes() => StrictUtf8.GetBytes(ToString());

    /// <summary>The note.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(Line))}";

    private static string Line(NoteSignature signature) =>
        $"{SignatureStart}{signature.Name} {Convert.ToBase64String([.. Convert.FromHexString(signature.KeyId), .. signature.Bytes])}\n";

    private static NoteSignature ParseSignature(string line)
    {
        var parts = line.StartsWith(SignatureStart, StringComparison.Ordinal) ? line[SignatureStart.Length..].Split(' ') : [];
        return parts is [var name, var base64] && NoteKey.IsName(name) && NoteBase64.TryDecode(base64, out var bytes) && bytes.Length > 4
            ? new NoteSignature(name, Convert.ToHexStringLower(bytes[..4]), bytes[4..])
            : throw new FormatException("A signature line is not of the form: em dash, name, base64 of key id and signature.");
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("A note is not valid UTF-8.", exception);
        }
    }

    private static string? FaultOf(string text) =>
        text is not [.., '\n'] || text.Length == 1 ? "The text of a note is empty or does not end with a line feed."
        : text.Any(letter => letter < ' ' && letter != '\n') || text.Contains('\u007f', StringComparison.Ordinal) ? "The text of a note holds a control character."
        : null;
}
